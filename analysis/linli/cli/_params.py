"""Options and arguments with their help beside them, written once and in both languages."""

from __future__ import annotations

from typing import Any

import click

from linli._language import Text
from linli.cli import messages
from linli.cli._kinds import Kind, placeholder_of


class Explained:
    """What has a help, which click finds in the language in use."""

    about: Text

    @property
    def help(self) -> str | None:
        """Return the help."""
        return str(self.about)

    @help.setter
    def help(self, _: str | None) -> None:
        """Let click set its own: `about` stays."""

    @property
    def explanation(self) -> str:
        """Return what help says of it."""
        return str(self.about)


class Argument(Explained, click.Argument):
    """An argument, with its name in Python."""

    def __init__(self, name: str, kind: Kind, about: Text, required: bool = True, **settings: Any) -> None:
        super().__init__([name], type=kind, required=required, **settings)
        self.about = about

    @property
    def label(self) -> str:
        """Return what help calls it."""
        placeholder = placeholder_of(self) + ("" if self.nargs == 1 else "...")
        return placeholder if self.required else f"[{placeholder}]"


class Option(Explained, click.Option):
    """An option, or without a kind of value a flag; of its names the one without dashes is that in Python."""

    def __init__(self, names: str, kind: Kind | None, about: Text, **settings: Any) -> None:
        super().__init__(names.split(), type=kind, **settings | ({"is_flag": True} if kind is None else {}))
        self.about = about
        self._shown_default = settings.get("default")

    @property
    def label(self) -> str:
        """Return all its names and what help calls its value."""
        return f"{', '.join(self.opts)} {placeholder_of(self)}".rstrip()

    @property
    def explanation(self) -> str:
        """Return what help says of it, and what holds where it is not given."""
        if self.required:
            return f"{self.about} {messages.REQUIRED}"
        if self._shown_default is not None:
            return f"{self.about} {messages.DEFAULT_IS.format(self._shown_default)}"
        return str(self.about)


def spelled(option: Option) -> str:
    """Return the shortest way to give an option."""
    return f"{min(option.opts, key=len)} {placeholder_of(option)}".rstrip()
