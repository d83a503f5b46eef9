"""Choosing the language."""

from __future__ import annotations

from linli._language import Language, Text, set_language
from linli.errors import InputError


def use_language(chosen: Language | None) -> None:
    """Choose the language of names, messages and figures from now on.

    Parameters
    ----------
    chosen
        "en", "zh", or None for the language of the locale.

    Raises
    ------
    InputError
        For any other language.

    Examples
    --------
    >>> import linli
    >>> linli.use_language("en")
    """
    if chosen not in ("en", "zh", None):
        raise InputError("language", Text("is {}; allowed are en and zh", "为{}；允许en和zh").format(chosen))
    set_language(chosen)
