"""Schematic areas of towns: the places nearer to a grid of the town than to any other grid.

The scenario gives points and areas, no boundaries, so these are Voronoi cells of the grid points, gathered
by town. Towards the outside they are closed by a ring of helper points that keep their distance from all
grids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import Voronoi, cKDTree

KM_PER_DEGREE = 111.2

Points = NDArray[np.float64]
"""Shape (n, 2): longitude and latitude in degrees, or kilometres east and north."""


@dataclass(frozen=True)
class TownAreas:
    """Schematic areas of towns.

    Attributes
    ----------
    cells : tuple of array (corners, 2)
        Longitude and latitude of the cell of each grid, in the order of the grids. [degrees]
    towns : tuple of str
        English name of the town of each cell.
    borders : array (borders, 2, 2)
        Ends of the lines between towns and around them all. [degrees]
    """

    cells: tuple[Points, ...]
    towns: tuple[str, ...]
    borders: NDArray[np.float64]


def stretch(latitudes: Points | Sequence[float]) -> float:
    """Return how many times longer a degree of latitude is than one of longitude, at the mean of latitudes.

    Examples
    --------
    >>> round(stretch([59.0, 61.0]), 3)
    2.0
    """
    return float(1.0 / np.cos(np.radians(np.mean(latitudes))))


def town_areas(grids: pd.DataFrame) -> TownAreas:
    """Make the schematic areas of towns.

    Parameters
    ----------
    grids
        Columns `lon`, `lat` (degrees), `town` (English name) and `area_km2`.

    Returns
    -------
    TownAreas

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     areas = linli.plot.town_areas(result.grids)
    ...     len(areas.cells) == len(result.grids)
    True
    """
    degrees = grids[["lon", "lat"]].to_numpy(float)
    per_degree = KM_PER_DEGREE * np.array([1.0 / stretch(degrees[:, 1]), 1.0])
    points = degrees * per_degree
    diagram = Voronoi(np.vstack([points, _ring(points, 2.0 * np.sqrt(grids["area_km2"].mean()))]))
    corners = diagram.vertices / per_degree
    towns = grids["town"].to_numpy()
    cells = tuple(corners[diagram.regions[diagram.point_region[grid]]] for grid in range(len(points)))
    return TownAreas(cells, tuple(map(str, towns)), _borders(diagram, corners, towns))


def _ring(points: Points, distance: float) -> Points:
    """Return helper points on a square lattice, one to two distances away from the nearest point."""
    step = 0.25 * distance
    low, high = points.min(axis=0) - 2.0 * distance, points.max(axis=0) + 2.0 * distance
    lattice = np.stack(np.meshgrid(*(np.arange(a, b, step) for a, b in zip(low, high, strict=True))), axis=-1)
    candidates = lattice.reshape(-1, 2)
    away = cKDTree(points).query(candidates)[0]
    ring: Points = candidates[(away > distance) & (away < 2.0 * distance)]
    return ring


def _borders(diagram: Voronoi, corners: Points, towns: NDArray[np.object_]) -> NDArray[np.float64]:
    outside = np.full(len(diagram.points) - len(towns), "", dtype=object)
    sides = np.concatenate([towns.astype(object), outside])[diagram.ridge_points]
    ends = np.array([ridge if len(ridge) == 2 else (-1, -1) for ridge in diagram.ridge_vertices])
    drawn = (sides[:, 0] != sides[:, 1]) & (ends >= 0).all(axis=1)
    lines: NDArray[np.float64] = corners[ends[drawn]]
    return lines
