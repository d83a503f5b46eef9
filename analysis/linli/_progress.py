"""The progress bar of runs and comparisons."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from linli._language import Text


def progress_bar(shown: bool, unit: Text | str = "") -> Progress:
    """Return a bar on stderr that counts in a unit, or one that shows nothing."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(str(unit)),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True, force_jupyter=False), disable=not shown)
