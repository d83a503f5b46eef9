"""The two languages: texts that users see, and which of them they see."""

from __future__ import annotations

import html
import locale
import os
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh"]


@dataclass(frozen=True)
class Text:
    """A name or message in both languages, with the placeholders of `str.format`."""

    en: str
    zh: str

    def __str__(self) -> str:
        """Return the text in the language in use."""
        return self.zh if language() == "zh" else self.en

    def _repr_html_(self) -> str:
        return html.escape(str(self))

    def format(self, *values: object, **named: object) -> Text:
        """Fill in the placeholders; values that are themselves texts appear in the language of the sentence.

        Parameters
        ----------
        *values, **named
            As for `str.format`.

        Examples
        --------
        >>> Text("{n} days", "{n}天").format(n=3).zh
        '3天'
        """

        def fill(template: str, chosen: Language) -> str:
            def pick(value: object) -> object:
                return getattr(value, chosen) if isinstance(value, Text) else value

            return template.format(*map(pick, values), **{key: pick(value) for key, value in named.items()})

        return Text(fill(self.en, "en"), fill(self.zh, "zh"))


def language_of_locale(name: str) -> Language:
    """Return the language of a POSIX locale name: Chinese for "zh", "zh_CN.UTF-8" and the like, else English.

    Parameters
    ----------
    name
        A locale name, or a language as given to ``--lang``.

    Examples
    --------
    >>> language_of_locale("zh_CN.UTF-8"), language_of_locale("C")
    ('zh', 'en')
    """
    return "zh" if name == "zh" or name.startswith(("zh_", "zh-", "zh.")) else "en"


def _language_of_environment() -> Language:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return language_of_locale(value)
    return language_of_locale(locale.getlocale()[0] or "")


_settings: dict[str, Language | None] = {"language": None}


def language() -> Language:
    """Return the language of names, messages and figures: "en" or "zh".

    It is the one chosen with `use_language`, else that of the locale (LC_ALL, LC_MESSAGES, LANG).

    Examples
    --------
    >>> import linli
    >>> linli.use_language("zh")
    >>> linli.language()
    'zh'
    >>> linli.use_language("en")
    """
    return _settings["language"] or _language_of_environment()


def set_language(chosen: Language | None) -> None:
    """Choose the language, unchecked; see `linli.use_language`."""
    _settings["language"] = chosen
