"""What a picture says of itself: what was selected, which runs it shows, and what it must not be taken for.

The title and the line below it name what was selected and stand above all axes. The caption stands below figures that
a function made for itself, and goes with title and selection into the metadata of every file that they are saved to.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import matplotlib as mpl
import matplotlib.pyplot as plt
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from linli._language import Text
from linli.plot._style import chosen_towns, labels_of, root_figure, title_or, town_names

if TYPE_CHECKING:
    from linli.results import ResultFile

SIMULATED = Text("Simulated, not observed: {}", "模拟结果，非实际观测：{}")
PERIOD = Text("{} to {}", "{}至{}")
PROGRAM = Text("Linli {} ({})", "Linli {}（{}）")
TOWNS_ARE_ASSUMED = Text(
    "Differences between towns follow from assumptions of the model; they are not findings about places.",
    "镇街之间的差别出自模型假设，不是对各地的调查结论。",
)
COMMA = Text(", ", "、")
"""Between names in a row."""
MINUS = Text("{} less {}", "{}与{}之差")

_GREY = "0.4"
_LINE_HEIGHT = 1.3  # [font sizes]
_LETTER_WIDTH = 0.55  # [font sizes]
_FEW = 3
"""Names that a title can hold; the line below it has them all."""


@dataclass(frozen=True)
class Caption:
    """What a picture says of itself.

    Attributes
    ----------
    title
        What is shown.
    selection
        Place, kinds, days and steps, on the line below.
    below
        Scenarios, seeds, days and program, and what to beware of: a line each.
    """

    title: str
    selection: str
    below: tuple[str, ...]

    def metadata(self, kind: str) -> dict[str, str]:
        r"""Return what a file of this kind can say of itself, by the keys that the kind knows.

        Examples
        --------
        >>> Caption("Suits", "Humen", ("Simulated.",)).metadata("pdf")
        {'Title': 'Suits', 'Subject': 'Humen\nSimulated.'}
        >>> Caption("Suits", "Humen", ("Simulated.",)).metadata("jpg")
        {}
        """
        key = {"png": "Description", "svg": "Description", "svgz": "Description", "pdf": "Subject"}.get(kind)
        return {} if key is None else {"Title": self.title, key: "\n".join([self.selection, *self.below])}


class CaptionedFigure(Figure):
    """A figure whose files carry its caption as metadata."""

    caption: Caption | None = None

    def savefig(self, fname: str | PathLike[str] | Any, **options: Any) -> None:
        """Save the figure as matplotlib does, with the caption in the metadata unless others are given."""
        suffix = Path(fname).suffix[1:] if isinstance(fname, (str, PathLike)) else ""
        kind = str(options.get("format") or suffix or mpl.rcParams["savefig.format"]).lower()
        known = self.caption.metadata(kind) if self.caption else {}
        if known:
            options["metadata"] = known | (options.get("metadata") or {})
        super().savefig(fname, **options)


def axes_or_new(ax: Axes | None, width: float, height: float) -> Axes:
    """Return the axes given, else those of a new figure of the given size in inches."""
    if ax is not None:
        return ax
    return plt.subplots(figsize=(width, height), layout="constrained", FigureClass=CaptionedFigure)[1]


def write_captions(ax: Axes, caption: Caption, *, below: bool) -> None:
    """Write title and selection above the axes and, in a figure of one's own, the caption below it."""
    figure = root_figure(ax)
    size = 8.0
    lines = fitting(caption.selection, ax.get_window_extent().width / figure.dpi, size)
    ax.set_title(caption.title, pad=9.0 + _LINE_HEIGHT * size * len(lines))
    ax.annotate(
        "\n".join(lines),
        (0.0, 1.0),
        (0.0, 5.0),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=size,
        color=_GREY,
        va="bottom",
        linespacing=_LINE_HEIGHT,
        gid="selection",
    ).set_in_layout(False)
    if below:
        write_below(figure, caption)


def write_below(figure: Figure, caption: Caption) -> None:
    """Write the caption below a figure, and keep it for the metadata of files."""
    size = 8.0
    lines = [line for said in caption.below for line in fitting(said, 0.97 * figure.get_figwidth(), size)]
    figure.supxlabel("\n".join(lines), x=0.01, ha="left", multialignment="left", fontsize=size, color=_GREY)
    if isinstance(figure, CaptionedFigure):
        figure.caption = caption


def fitting(text: str, inches: float, size: float) -> list[str]:
    """Break a text into lines of a width, Chinese where it must be."""
    letters = max(20, int(inches * 72.0 / (_LETTER_WIDTH * size)))
    if any(east_asian_width(sign) == "W" for sign in text):
        letters = int(letters * len(text) / sum(1.8 if east_asian_width(s) in "WF" else 1.0 for s in text))
    return wrap(text, letters, break_on_hyphens=False) or [""]


def caption_of_run(
    result: ResultFile,
    usual: Text,
    towns: Sequence[str] | None,
    title: str | None,
    *,
    every: Text | str = "",
    notes: Sequence[Text] = (),
) -> Caption:
    """Make the caption of a figure of one run, of some of its towns or all."""
    place, made = place_text(result, towns), result.provenance
    return Caption(
        title_or(title, titled(str(usual), place if towns else "")),
        listed([place, days_text(made.start, made.last_day), str(every)]),
        (about_runs([result]), *map(str, notes), *([str(TOWNS_ARE_ASSUMED)] if towns else [])),
    )


def about_runs(runs: Sequence[ResultFile], base: Sequence[ResultFile] = ()) -> str:
    """Name the scenarios, seeds, days and program of runs, and of those they are compared with."""
    every = [*runs, *base]
    made = [run.provenance for run in every]
    scales = {one.population_scale for one in made} - {1.0}
    titles = MINUS.format(titles_of(runs), titles_of(base)) if base else titles_of(runs)
    parts = [
        str(titles),
        seeds_text({one.seed for one in made}),
        days_text(min(one.start for one in made), max(one.last_day for one in made)),
        *(str(Text("population scale {:g}", "人口规模{:g}").format(scale)) for scale in sorted(scales)),
        *dict.fromkeys(str(PROGRAM.format(one.version, one.commit[:8])) for one in made),
    ]
    return str(SIMULATED.format(listed(parts)))


def titles_of(runs: Iterable[ResultFile]) -> str:
    """Name the scenarios of runs in the language in use, each once."""
    return quoted(str(run.provenance.title) for run in runs)


def quoted(titles: Iterable[str]) -> str:
    """Put titles in quotes, as they may have commas themselves, each once."""
    return str(COMMA).join(f"“{title}”" for title in dict.fromkeys(titles))


def listed(parts: Iterable[str]) -> str:
    """Put the parts of a caption or selection in a line."""
    return str(Text("; ", "；")).join(part for part in parts if part)


def days_text(first: date | str, last: date | str) -> str:
    """Name a period by its first and last day."""
    return str(PERIOD.format(first, last))


def seeds_text(seeds: Iterable[int]) -> str:
    """Name seeds, neighbours as ranges.

    Examples
    --------
    >>> seeds_text([7]), seeds_text([3, 1, 2, 9])
    ('seed 7', 'seeds 1–3, 9')
    """
    runs: list[list[int]] = []
    for seed in sorted(set(seeds)):
        if runs and seed == runs[-1][-1] + 1:
            runs[-1].append(seed)
        else:
            runs.append([seed])
    several = len(runs) > 1 or len(runs[0]) > 1
    ranges = str(COMMA).join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return str((Text("seeds {}", "种子{}") if several else Text("seed {}", "种子{}")).format(ranges))


def place_text(result: ResultFile, towns: Sequence[str] | None) -> str:
    """Name the towns that were selected, or say that all were."""
    names = town_names(result.towns)
    chosen = list(dict.fromkeys(chosen_towns(result.towns, towns)))
    if towns is None and len(names) > 1:
        return str(Text("all {} towns", "全部{}个镇街").format(len(names)))
    return str(COMMA).join(names[town] for town in chosen)


def kinds_text(variable: xr.DataArray, dimension: str | None, kinds: Sequence[str] | None) -> str:
    """Name the kinds that were selected; nothing where none were."""
    if dimension is None or kinds is None:
        return ""
    names: Mapping[Hashable, str] = labels_of(variable[dimension])
    return str(COMMA).join(names[kind] for kind in dict.fromkeys(kinds))


def titled(what: str, place: str = "", kinds: str = "") -> str:
    """Put the kinds and the place that were selected into a title, unless they are too many for it."""
    between = str(COMMA)
    named = what if not kinds or kinds.count(between) >= _FEW else str(Text("{}: {}", "{}：{}").format(what, kinds))
    if not place or place.count(between) >= _FEW:
        return named
    return str(Text("{} ({})", "{}（{}）").format(named, place))
