"""Help, completion and languages."""

from __future__ import annotations

import os
import re
import string
import subprocess
import sys
from collections.abc import Mapping

import click
import pytest
from command_line import COMMANDS, LINLI, Captured, is_chinese, linli_says

import linli
from linli.cli import main, messages
from linli.cli._program import PROGRAM


def test_help_shows_how_a_scenario_plays_a_card(capsys: Captured) -> None:
    assert "[[cards]]" in linli_says(capsys, "cards", "--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_in_both_languages(capsys: Captured, command: list[str]) -> None:
    english = linli_says(capsys, *command, "--help", "--lang", "en")
    chinese = linli_says(capsys, "--lang=zh", *command, "--help")
    assert not is_chinese(english)
    assert "Examples:" in english
    assert "示例：" in chinese
    text = "\n".join(line for line in chinese.splitlines() if not line.startswith("    linli"))
    assert not re.search(r"[A-Za-z]+( [A-Za-z]+){2}", text)
    for word in ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "Show", "required", "default"):
        assert word not in text


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_names_every_option_and_explains_it(capsys: Captured, command: list[str], language: str) -> None:
    words = linli_says(capsys, *command, "-h", "--lang", language).split()
    for param in PROGRAM.commands[command[0]].params if command else PROGRAM.params:
        if isinstance(param, click.Option):
            assert {*param.opts} <= {word.rstrip(",") for word in words}
        assert "".join(str(getattr(param, "help", "")).split()) in "".join(words)


def test_help_is_what_a_command_without_arguments_shows(capsys: Captured) -> None:
    assert main([]) == main(["--lang", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out.count("Commands:\n  run  ") == 2
    assert printed.err == ""


def test_help_comes_without_the_libraries_that_take_long_to_load() -> None:
    script = (
        "import sys; from linli.cli import main; main(['compare', '--help']); "
        "print({'numpy', 'pandas', 'xarray', 'matplotlib', 'scipy', 'linli._core'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_the_shell_completes_commands_options_and_words() -> None:
    assert _completed("linli", "co") == ["plain,compare"]
    assert _completed("linli", "run", "--pop") == ["plain,--population-scale"]
    assert _completed("linli", "plot", "p") == ["plain,pyramid"]
    assert _completed("linli", "info", "a") == ["file,a"]


def _completed(*words: str) -> list[str]:
    asked = {"_LINLI_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    return subprocess.run(LINLI, env=os.environ | asked, capture_output=True, text=True, check=True).stdout.split()


def test_the_locale_decides_where_no_language_is_asked_for(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert linli_says(capsys, "frobnicate", code=2).startswith("错误：frobnicate")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert linli_says(capsys, "frobnicate", code=2).startswith("error: frobnicate: there is no such command")


def test_every_message_is_in_both_languages_with_the_same_placeholders() -> None:
    catalogue = _texts_of(vars(messages)) | _texts_beside_commands()
    assert len(catalogue) > 150
    for name, text in catalogue.items():
        has_words = any(letter.isalpha() for letter in text.en)
        assert is_chinese(text.zh) == has_words, name
        assert not is_chinese(text.en), name
        assert _placeholders(text.en) == _placeholders(text.zh), name


def _texts_of(named: Mapping[str, object]) -> dict[str, linli.Text]:
    return {name: text for name, text in named.items() if isinstance(text, linli.Text)}


def _texts_beside_commands() -> dict[str, linli.Text]:
    """Return what commands say of themselves, their options and examples."""
    found = {}
    for command in (PROGRAM, *PROGRAM.commands.values()):
        found |= {f"{command.name}.{name}": text for name, text in _texts_of(vars(command)).items()}
        found |= {f"{command.name}: {what.en}": what for what, _ in command.examples}
        for param in command.params:
            found |= {f"{command.name} {param.name}.{name}": text for name, text in _texts_of(vars(param)).items()}
    return found


def _placeholders(template: str) -> list[tuple[str, str]]:
    """Return position and format of every placeholder, in the order of positions."""
    found = [(name, layout) for _, name, layout, _ in string.Formatter().parse(template) if name is not None]
    return sorted((name or str(place), layout or "") for place, (name, layout) in enumerate(found))
