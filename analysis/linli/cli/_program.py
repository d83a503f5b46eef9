"""The program: its commands, and what it does without one."""

from __future__ import annotations

import click

import linli
from linli._language import Text
from linli.cli._cards import cards
from linli.cli._checking import check
from linli.cli._commands import Program
from linli.cli._comparing import compare
from linli.cli._console import say
from linli.cli._ends import WRONG_INPUT
from linli.cli._looking import info, levers
from linli.cli._params import Option
from linli.cli._plotting import plot
from linli.cli._running import run


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        say(f"linli {linli.__version__}")
        ctx.exit()


_VERSION = Option(
    "--version",
    None,
    Text("Show the version.", "显示版本。"),
    is_eager=True,
    expose_value=False,
    callback=_show_version,
)


@click.pass_context
def _show_help_without_command(ctx: click.Context) -> int | None:
    if ctx.invoked_subcommand:
        return None
    click.echo(ctx.get_help())
    return WRONG_INPUT


PROGRAM = Program(
    "linli",
    Text(
        "Linli: simulates disputes, mediation, policing and trust in a city, person by person.",
        "邻里：逐人模拟一座城市中的纠纷、调解、警务与信任。",
    ),
    [_VERSION],
    [
        (Text("Is the scenario sound?", "检查场景文件："), "linli check scenarios/town/reference.toml"),
        (Text("Simulate it:", "运行模拟："), "linli run scenarios/town/reference.toml -o town.h5"),
        (Text("What happened?", "查看结果摘要："), "linli info town.h5"),
        (Text("See it:", "绘图："), "linli plot pyramid town.h5 -o pyramid.png"),
        (Text("All about a command:", "查看某个命令的全部说明："), "linli run --help"),
    ],
    Text(
        "Exit codes: 0 done; 1 something failed on the way; 2 wrong input; 130 interrupted.",
        "退出码：0完成；1运行中出错；2输入有误；130被中断。",
    ),
    commands=[run, check, info, levers, cards, compare, plot],
    callback=_show_help_without_command,
    invoke_without_command=True,
)
