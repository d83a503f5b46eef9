"""The command ``linli compare``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import linli
from linli._language import Text
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import say
from linli.cli._effects import report
from linli.cli._ends import INTERRUPTED
from linli.cli._kinds import Day, Name, Seeds, WholeNumber
from linli.cli._options import DAYS, FOLDER, FORCE, FULL, ONE_TOWN, POPULATION_SCALE, YEARS
from linli.cli._params import Argument, Option
from linli.cli._selection import require_years, town_named


@command(
    Text(
        "Run scenarios with the same luck, and tell what differs and how surely.",
        "让各场景经历相同的随机事件，判断差别及其可靠程度。",
    ),
    Argument("base", Name(Text("BASE", "基准场景")), Text("Scenario to compare with.", "作为基准的场景。")),
    Argument("others", Name(Text("OTHER", "对比场景")), Text("Scenarios to compare.", "要对比的场景。"), nargs=-1),
    Option("-o --output", FOLDER, Text("Folder to write.", "要写入的文件夹。"), required=True),
    Option(
        "--seeds",
        Seeds(100_000),
        Text(
            "Runs of each scenario: 20 means seeds 1 to 20; which ones may be said as well: 1,3,5 or 11-30.",
            "每个场景的运行次数：20即种子1至20；也可写明种子，如1,3,5或11-30。",
        ),
        default="20",
    ),
    Option(
        "--jobs",
        WholeNumber(1, 1024),
        Text("Runs at a time; without it, one per core.", "同时进行的运行数；不给出时每核一个。"),
    ),
    DAYS,
    POPULATION_SCALE,
    Option(
        "--from since",
        Day(),
        Text(
            "The first day that counts. Without it, the first on which any scenario differs from the base.",
            "从该日起统计；不给出时，从任一场景与基准开始不同之日起。",
        ),
    ),
    YEARS,
    ONE_TOWN,
    FULL,
    Option(
        "--keep",
        FOLDER,
        Text(
            "Folder for the result file of every run; without it they are not kept.",
            "保存每次运行结果文件的文件夹；不给出时不保留。",
        ),
    ),
    FORCE,
    examples=[
        (
            Text("What do twice the mediators change?", "调解员加倍有何作用："),
            "linli compare reference.toml mediators-double.toml -o doubled",
        ),
        (
            Text("Two policies side by side, with 40 seeds, in 2022:", "并列两种政策，40个种子，只看2022年："),
            "linli compare reference.toml a.toml b.toml -o ab --seeds 40 --year 2022",
        ),
    ],
    notes=Text(
        "The folder gets table.csv (all days, whole city), effects.csv (by year and town), effects.png and "
        "comparison.nc (xarray). `linli show` prints it again, for another year, town, figure or language.",
        "文件夹中写入table.csv（全部日期、全市）、effects.csv（分年份、分镇街）、effects.png和comparison.nc（xarray）。"
        "用`linli show`可按其他年份、镇街、指标或语言再次打印。",
    ),
)
def compare(
    base: Path,
    others: Sequence[Path],
    output: Path,
    seeds: Sequence[int],
    jobs: int | None,
    days: int | None,
    population_scale: float,
    since: datetime.date | None,
    years: Sequence[int],
    town: str | None,
    full: bool,
    keep: Path | None,
    force: bool,
) -> int | None:
    """Run scenarios with the same luck and compare them."""
    from linli.comparison.files import require_free

    output.parent.mkdir(parents=True, exist_ok=True)
    require_free(output, force)
    linli.plot.fonts()
    scenario = linli.Scenario.load(base)
    require_years(years, _years_of(scenario, days, since))
    where = None if town is None else town_named(town, scenario.towns, scenario.towns_zh)
    try:
        found = linli.compare(
            base,
            *others,
            seeds=seeds,
            jobs=jobs,
            days=days,
            population_scale=population_scale,
            keep=keep,
            since=since,
            force=force,
        )
    except KeyboardInterrupt:
        kept = keep is not None and messages.COMPARING_INTERRUPTED_KEPT.format(keep)
        say(kept or messages.COMPARING_INTERRUPTED, stderr=True)
        return INTERRUPTED
    found.save(output, force=force)
    report(found, years, where, full=full)
    say(messages.WRITTEN.format(output))
    return None


def _years_of(scenario: linli.Scenario, days: int | None, since: datetime.date | None) -> range:
    """Return the years of which a comparison would have figures."""
    lived = scenario.days if days is None else min(max(days, 1), scenario.days)
    last = scenario.start + datetime.timedelta(days=lived - 1)
    return range((since or scenario.start).year, last.year + 1)
