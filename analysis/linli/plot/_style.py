"""The common look of the figures: colours, fonts that can write Chinese, labels in the language in use."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

import matplotlib as mpl
import pandas as pd
import xarray as xr
from cycler import cycler
from matplotlib import dates
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import findSystemFonts, fontManager
from matplotlib.ticker import FuncFormatter

from linli._language import Text, language
from linli.errors import InputError

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442")
"""Colours of categories, told apart with any colour vision (Okabe and Ito 2008)."""

DIVERGING = "PuOr_r"
"""Colour map of differences, even for any colour vision (Brewer): purple below zero, orange above."""

SEQUENTIAL = "cividis"
"""Colour map of quantities, even in lightness and for any colour vision (Nuñez and others 2018)."""

GREY = "#8C8C8C"

CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "SimHei",
)

_CHINESE_DATES = ["%Y年", "%m月", "%m-%d", "%H:%M", "%H:%M", "%S.%f"]

_UNITS = {
    "1": Text("number", "数量"),
    "yuan": Text("yuan", "元"),
    "hour": Text("hours", "小时"),
    "minute": Text("minutes", "分钟"),
}


def fonts() -> list[str]:
    """Return the fonts of a figure, in the order in which they are searched for a character.

    Raises
    ------
    InputError
        If the language is Chinese and no font can write it.

    Examples
    --------
    >>> "DejaVu Sans" in linli.plot.fonts()
    True
    """
    chinese = _chinese_font()
    if language() == "en":
        return ["DejaVu Sans"] if chinese is None else ["DejaVu Sans", chinese]
    if chinese is not None:
        return [chinese, "DejaVu Sans"]
    raise InputError(
        "",
        Text(
            "no Chinese font is installed; install one of {} "
            '(Debian, Ubuntu: "apt install fonts-wqy-microhei") or choose `linli.use_language("en")`',
            "未安装中文字体；请安装以下任一字体：{}（Debian、Ubuntu：“apt install fonts-wqy-microhei”），"
            '或使用`linli.use_language("en")`',
        ).format(", ".join(CHINESE_FONTS)),
    )


@cache
def _chinese_font() -> str | None:
    return _first_known(CHINESE_FONTS) or _first_known_after_new_search(CHINESE_FONTS)


def _first_known(names: Sequence[str]) -> str | None:
    known = {font.name for font in fontManager.ttflist}
    return next((name for name in names if name in known), None)


def _first_known_after_new_search(names: Sequence[str]) -> str | None:
    """Look among fonts installed since matplotlib made its list, too."""
    listed = {font.fname for font in fontManager.ttflist}
    for path in set(findSystemFonts()) - listed:
        with suppress(RuntimeError, OSError):
            fontManager.addfont(path)
    return _first_known(names)


@contextmanager
def style() -> Iterator[None]:
    """Draw in the look of Linli's figures: colours, font sizes, and fonts for the language in use.

    Raises
    ------
    InputError
        If the language is Chinese and no font can write it.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> with linli.plot.style():
    ...     figure, axes = plt.subplots()
    """
    look = mpl.rc_context(
        {
            "font.family": fonts(),
            "font.size": 9.0,
            "axes.titlesize": 11.0,
            "axes.titlelocation": "left",
            "axes.titlepad": 10.0,
            "axes.prop_cycle": cycler(color=PALETTE),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.axisbelow": True,
            "axes.formatter.useoffset": False,
            "legend.frameon": False,
            "legend.fontsize": 8.0,
            "figure.dpi": 120.0,
            "savefig.dpi": 200.0,
        }
    )
    with look:
        yield
        interactive = mpl.is_interactive()  # switched on by a notebook's backend when the first figure is made
    mpl.interactive(interactive)


def root_figure(ax: Axes) -> Figure:
    """Return the figure that the axes are in, whatever subfigures there are between."""
    figure = ax.get_figure(root=True)
    if figure is None:
        raise InputError("ax", Text("has been removed from its figure", "已从图中移除"))
    return figure


def keep_fonts(ax: Axes) -> None:
    """Fix the fonts of the tick labels, which matplotlib makes only when it draws."""
    ax.tick_params(labelfontfamily=mpl.rcParams["font.family"])
    for axis in (ax.xaxis, ax.yaxis):
        axis.get_offset_text().set_fontfamily(mpl.rcParams["font.family"])


def title_or(title: str | None, usual: Text | str) -> str:
    """Return the title that was given, else the usual one."""
    return str(usual) if title is None else title


def date_axis(ax: Axes) -> None:
    """Write dates below the axes, as briefly as their steps allow."""
    locator = dates.AutoDateLocator(minticks=4, maxticks=9)  # type: ignore[no-untyped-call]
    chinese: dict[str, Any] = {"formats": _CHINESE_DATES, "zero_formats": ["", *_CHINESE_DATES[:-1]]}
    formatter = dates.ConciseDateFormatter(  # type: ignore[no-untyped-call]
        locator, show_offset=False, **(chinese if language() == "zh" else {})
    )
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(formatter)


def number_axis(ax: Axes, *, from_zero: bool = True) -> None:
    """Write the numbers beside the axes in full, with a margin above and, for amounts, from zero or below."""
    if from_zero:
        low, high = min(0.0, ax.dataLim.y0), ax.dataLim.y1
        ax.set_ylim(low, high + 0.05 * (high - low) if high > low else None)
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    ax.grid(axis="y", color="0.9", linewidth=0.6)
    ax.margins(x=0.01)


def name_of(variable: xr.DataArray) -> str:
    """Return the long name of a variable in the language in use."""
    attribute = "long_name_zh" if language() == "zh" else "long_name"
    return str(variable.attrs.get(attribute, variable.name))


def unit_of(variable: xr.DataArray) -> Text:
    """Return the unit of a variable as a reader would say it."""
    unit = str(variable.attrs.get("units", "1"))
    return _UNITS.get(unit, Text(unit, unit))


def labels_of(coordinate: xr.DataArray) -> dict[Hashable, str]:
    """Return the names of a dimension's labels in the language in use.

    Parameters
    ----------
    coordinate
        An index coordinate such as `stage`, with its companions `stage_name` and `stage_name_zh`, or `town`.
    """
    dimension = str(coordinate.dims[0])
    candidates = [f"{dimension}_name_zh", f"{dimension}_zh"] if language() == "zh" else [f"{dimension}_name"]
    names = next((coordinate.coords[key] for key in candidates if key in coordinate.coords), coordinate)
    return dict(zip(coordinate.values.tolist(), map(str, names.values.tolist()), strict=True))


def town_names(towns: pd.DataFrame) -> dict[str, str]:
    """Return the towns' names in the language in use, by their English names."""
    shown = towns["name_zh"] if language() == "zh" else towns["name"]
    return dict(zip(towns["name"], shown, strict=True))


def require(where: str, wanted: Sequence[str], allowed: Sequence[str]) -> list[str]:
    """Return what was wanted, which must be among what is allowed.

    Raises
    ------
    InputError
        Naming what is unknown and what is allowed.
    """
    unknown = [name for name in wanted if name not in allowed]
    if unknown:
        raise InputError(
            where,
            Text("there is no {}; there are {}", "没有{}；可用的有：{}").format(", ".join(unknown), ", ".join(allowed)),
        )
    return list(wanted)


def chosen_towns(towns: pd.DataFrame, wanted: Sequence[str] | None) -> list[str]:
    """Return the English names of the towns wanted by English or Chinese name; all when None.

    Raises
    ------
    InputError
        If a town is unknown.
    """
    english = towns["name"].tolist()
    if wanted is None:
        return english
    by_name = dict(zip([*towns["name_zh"], *english], [*english, *english], strict=True))
    return [by_name[name] for name in require("towns", wanted, list(by_name))]
