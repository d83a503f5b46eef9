"""Texts that fold between words, and in Chinese between characters, as printers do; numbers keep their units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.style import Style
from rich.text import Text as StyledText

_UNIT = (
    "平方公里|公里|千米|米|个百分点|个月|工作日|十亿元|百万元|亿元|万元|元|小时|分钟|秒|年|月|日|天|周|岁|万|亿|%|‰|"
    "人|名|户|个|件|起|次|倍|级|项|条|张|处|类|组|页|行|种"
)
_NUMBER = r"[＋－+−-]?\d[\d,.]*"
_PIECE = re.compile(
    r"[（《“‘]*"
    rf"(?:第?{_NUMBER}(?![A-Za-z\d_]) ?(?:{_UNIT})+|[^\s\u2e80-\uffff“”‘’]+|\S)"
    r"[，。；：、！？…）》”’]*|\s+"
)
"""A number with its unit, a word, a Chinese character or a space: no line begins with a closing mark or ends with an
opening one."""


class Prose:
    """A text of one or more lines that folds to the width there is; what is indented stays so."""

    def __init__(self, text: str, style: str | Style = "") -> None:
        self.lines = text.split("\n")
        self.style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[StyledText]:
        """Yield the text in lines of that width."""
        folded = [line for whole in self.lines for line in folded_line(whole, options.max_width)]
        yield StyledText("\n".join(folded), style=self.style, overflow="fold")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Tell how narrow and how wide the text can be."""
        pieces = [piece for line in self.lines for piece in _PIECE.findall(line)]
        return Measurement(
            max(map(cell_len, pieces), default=0), max(map(cell_len, self.lines), default=0)
        ).with_maximum(options.max_width)


def folded_line(line: str, width: int) -> list[str]:
    """Return a line in lines of at most that width, unless a word is longer."""
    indent = line[: len(line) - len(line.lstrip())]
    folded = [indent]
    for piece in _PIECE.findall(line.lstrip()):
        if cell_len(folded[-1] + piece.rstrip()) > width and folded[-1] != indent:
            folded[-1] = folded[-1].rstrip()
            folded.append(indent)
        if folded[-1] != indent or not piece.isspace():
            folded[-1] += piece
    return folded
