"""What can go wrong: the user's input, or the program itself."""

from __future__ import annotations

from dataclasses import dataclass

from linli._language import Text

NOTE = Text("note: {}", "提示：{}")
_PLACE_AND_COMPLAINT = Text("{}: {}", "{}：{}")


class InputError(ValueError):
    """Something that was given is wrong.

    Parameters
    ----------
    where
        The place: "file:line:column key.path", or the name of an argument.
    what
        What is wrong there and what is allowed, in both languages. Arguments of functions stand in backquotes, so that
        the command line can name its options instead.

    Attributes
    ----------
    where : str
    what : Text

    Examples
    --------
    >>> import linli
    >>> try:
    ...     linli.open("nowhere.h5")
    ... except linli.InputError as error:
    ...     error.where
    'nowhere.h5'
    """

    def __init__(self, where: str, what: Text) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what

    def __str__(self) -> str:
        """Return place and complaint in the language in use."""
        return str(_PLACE_AND_COMPLAINT.format(self.where, self.what)) if self.where else str(self.what)


@dataclass(frozen=True)
class Note:
    """Something that was given may stand, but deserves a second look.

    Parameters
    ----------
    where
        The place: "file:line:column key.path".
    what
        What was made of it, in both languages.
    """

    where: str
    what: Text

    def __str__(self) -> str:
        """Return place and note in the language in use."""
        return str(_PLACE_AND_COMPLAINT.format(self.where, self.what)) if self.where else str(self.what)


class UnknownKeyError(InputError, KeyError):
    """A mapping has no such key."""


class InternalError(RuntimeError):
    """A fault of Linli itself: please report it with the scenario and the seed."""


class StaleViewError(RuntimeError):
    """A view of a table that grows was read after the simulation had gone on: take a new one."""
