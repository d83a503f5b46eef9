"""The progress bar of runs and comparisons."""

from __future__ import annotations

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from linli._language import Text
from linli._terminal import Terminal


def progress_bar(shown: bool, unit: Text | str = "") -> Progress:
    """Return a bar on stderr that counts in a unit, or one that shows nothing, as where stderr is no terminal."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(str(unit)),
        TimeRemainingColumn(),
    )
    console = Terminal(stderr=True, force_jupyter=False)
    return Progress(*columns, console=console, disable=not (shown and console.is_terminal))
