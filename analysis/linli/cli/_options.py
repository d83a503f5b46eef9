"""Options and arguments that commands share."""

from __future__ import annotations

from linli._language import Text
from linli.cli._kinds import Day, Kind, Name, Number, WholeNumber
from linli.cli._params import Option

SCENARIO_FILE = Name(Text("SCENARIO", "场景文件"))
RESULT_FILE = Name(Text("FILE", "结果文件"))
FOLDER = Name(Text("FOLDER", "文件夹"))
TOWN = Kind(Text("TOWN", "镇街"))

JSON = Option("--json as_json", None, Text("Print JSON instead of a table.", "输出JSON，代替表格。"))
FORCE = Option("--force", None, Text("Replace what exists under that name.", "已存在同名文件时予以覆盖。"))
DAYS = Option(
    "--days", WholeNumber(), Text("Simulate only so many days from the start.", "只模拟从开始日期起的若干天。")
)
POPULATION_SCALE = Option(
    "--population-scale",
    Number(),
    Text(
        "Multiply the residents of every town by this; grids and offices become fewer or more, not smaller.",
        "各镇街人口乘以此倍数；网格与机构只增减数量，规模不变。",
    ),
    default=1,
)
SINCE = Option(
    "--from since",
    Day(),
    Text(
        "The first day that counts. Without it, the first of the run.",
        "从该日起统计；不给出时为运行首日。",
    ),
)
YEARS = Option(
    "--year years",
    WholeNumber(),
    Text("Print this year; may be repeated. Without it, all days.", "打印该年的结果，可重复使用；不给出时为全部日期。"),
    multiple=True,
)
ONE_TOWN = Option(
    "--town", TOWN, Text("Print this town; without it, the whole city.", "打印该镇街的结果；不给出时为全市。")
)
FULL = Option(
    "--full",
    None,
    Text(
        "All figures of every scenario; without it, headline figures side by side if there are several.",
        "列出每个场景的全部指标；不给出时，多个场景只并列主要指标。",
    ),
)
