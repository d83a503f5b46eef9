"""Figures of results, and the tables that they draw.

Every figure takes a result as from `linli.open` and draws it in the language of `linli.language()`, in axes
given with ``ax=`` or in a new figure, and returns the axes; the figure is ``axes.figure``. What it shows
can be had as a table from the function beside it.

=============  ======================  ========================================================
figure         table                   shows
=============  ======================  ========================================================
`series`       `series_table`          an indicator over time, for runs, towns or kinds
`pyramid`      `pyramid_table`         grievances, claims, third parties, settlements, courts
`town_map`     `town_map_table`        the towns in the colours of an indicator, grids on top
`flow`         `flow_table`            cases through the doors to their outcomes
`queue`        `queue_table`           cases waiting for mediators, and the mediators' load
=============  ======================  ========================================================

Examples
--------
>>> with linli.open(town) as result:
...     axes = linli.plot.pyramid(result)
>>> axes.figure.savefig("pyramid.png")  # doctest: +SKIP
"""

from linli.plot._areas import TownAreas, town_areas
from linli.plot._flow import OUTCOMES, STAGES, flow, flow_table
from linli.plot._pyramid import pyramid, pyramid_table
from linli.plot._queue import queue, queue_table
from linli.plot._series import series, series_table
from linli.plot._style import PALETTE, SEQUENTIAL, fonts, style
from linli.plot._town_map import town_map
from linli.plot._town_values import town_map_table

__all__ = [
    "OUTCOMES",
    "PALETTE",
    "SEQUENTIAL",
    "STAGES",
    "TownAreas",
    "flow",
    "flow_table",
    "fonts",
    "pyramid",
    "pyramid_table",
    "queue",
    "queue_table",
    "series",
    "series_table",
    "style",
    "town_areas",
    "town_map",
    "town_map_table",
]
