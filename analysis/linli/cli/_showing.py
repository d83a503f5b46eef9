"""The command ``linli show``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import linli
from linli._language import Text
from linli.cli._commands import command
from linli.cli._effects import report
from linli.cli._kinds import Kind
from linli.cli._options import FOLDER, FULL, ONE_TOWN, YEARS
from linli.cli._params import Argument, Option
from linli.cli._selection import require_years, town_named


@command(
    Text(
        "Print a saved comparison again: for another year, town, figure or language.",
        "再次打印已保存的比较结果：可换年份、镇街、指标或语言。",
    ),
    Argument("folder", FOLDER, Text("Folder that linli compare has written.", "linli compare写入的文件夹。")),
    YEARS,
    ONE_TOWN,
    Option(
        "--figure figures",
        Kind(Text("KEY", "代号")),
        Text(
            "Only this figure, such as disputes.suits; may be repeated.", "只看该指标，如disputes.suits；可重复使用。"
        ),
        multiple=True,
    ),
    FULL,
    examples=[
        (Text("All of it, in Chinese:", "用中文打印全部："), "linli show doubled --full --lang zh"),
        (
            Text("One figure in two years:", "一个指标的两个年份："),
            "linli show doubled --figure harm.serious --year 2022 --year 2023",
        ),
    ],
    notes=Text("`linli figures` lists the figures.", "指标列表见`linli figures`。"),
)
def show(folder: Path, years: Sequence[int], town: str | None, figures: Sequence[str], full: bool) -> None:
    """Print a saved comparison."""
    found = linli.Comparison.load(folder)
    require_years(years, found.runs["year"].values[1:])
    english, chinese = ([str(one) for one in found.runs[name].values[1:]] for name in ("town", "town_zh"))
    where = None if town is None else town_named(town, english, chinese)
    report(found, years, where, full=full, figures=figures or None)
