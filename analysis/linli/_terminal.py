"""What reaches a terminal: everything but control characters, which could move the cursor or hide what was said.

Names of files, and titles in results that others made, may hold any.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}, "\N{REPLACEMENT CHARACTER}")


def printable(text: str) -> str:
    """Return a text with its control characters replaced; line ends and tabs stay."""
    return text.translate(_CONTROLS)


class Terminal(Console):
    """A console whose texts are printable. Its own colours and movements are no part of them."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render what is printed."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else printable(text), style, control)
