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


def test_words_are_never_cut() -> None:
    for width in range(1, 60):
        assert any("effects.csv" in line for line in folded_line(CHINESE, width))
