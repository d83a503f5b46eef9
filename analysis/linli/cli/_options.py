"""Options and arguments that commands share."""

from __future__ import annotations

from linli._language import Text
from linli.cli._kinds import Kind, Name, Number, WholeNumber
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
    Text("Multiply the residents of every town by this.", "各镇街人口乘以此倍数。"),
    default=1,
)
