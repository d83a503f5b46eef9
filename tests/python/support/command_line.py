"""What tests of the command line share: the command, what it prints, and scenarios."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from linli.cli import main
from linli.cli._program import PROGRAM

ROOT = Path(__file__).parents[3]
TOWN = ROOT / "scenarios" / "town" / "reference.toml"
DOUBLED = ROOT / "scenarios" / "town" / "mediators-double.toml"
CITY = ROOT / "scenarios" / "dongguan" / "reference.toml"
DOUBLED_CITY = ROOT / "scenarios" / "dongguan" / "mediators-double.toml"
BROKEN = ROOT / "tests" / "data" / "broken"
LINLI_SIM = ROOT / "build" / "linli-sim"
COMMANDS = [[], *([name] for name in PROGRAM.commands)]
LINLI = (sys.executable, "-c", "import sys; from linli.cli import main; sys.exit(main())")


Captured = pytest.CaptureFixture[str]


def linli_says(capsys: Captured, *arguments: object, code: int = 0) -> str:
    """Return what a command prints, on stdout if it succeeds and on stderr if not."""
    assert main([str(argument) for argument in arguments]) == code
    printed = capsys.readouterr()
    return printed.out if code == 0 else printed.err


def linli_checks(capsys: Captured, scenario: Path) -> str:
    """Return what is printed about a scenario that is refused."""
    assert main(["check", str(scenario)]) == 2
    return capsys.readouterr().out


def is_chinese(text: str) -> bool:
    return any("CJK UNIFIED" in unicodedata.name(letter, "") for letter in text)
