"""How texts of the command line fold."""

from __future__ import annotations

from rich.cells import cell_len

from linli.cli._prose import folded_line

CHINESE = "文件夹中写入table.csv（全期、全市）、effects.csv（分年份、分镇街）和“comparison.nc”（xarray）。"


def test_english_folds_between_words_and_keeps_its_indent() -> None:
    assert folded_line("  one two three", 9) == ["  one two", "  three"]


def test_chinese_folds_between_characters() -> None:
    assert folded_line("逐人模拟一座城市", 8) == ["逐人模拟", "一座城市"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    for width in range(16, 60):
        lines = folded_line(CHINESE, width)
        assert "".join(lines) == CHINESE
        assert not any(line.startswith(tuple("，。、）”")) or line.endswith(tuple("（“")) for line in lines)
        assert max(map(cell_len, lines)) <= width


def test_numbers_stay_with_their_units() -> None:
    line = "每天工作12 小时，预算5.2亿元，其中1,200万元用于调解，第3天起上升0.5个百分点，人口10466625人。"
    for width in range(16, 60):
        lines = folded_line(line, width)
        assert "".join(lines) == line
        for whole in ("12 小时", "5.2亿元", "1,200万元", "第3天", "0.5个百分点", "10466625人"):
            assert any(whole in one for one in lines), (width, lines)


def test_words_are_never_cut() -> None:
    for width in range(1, 60):
        assert any("effects.csv" in line for line in folded_line(CHINESE, width))
