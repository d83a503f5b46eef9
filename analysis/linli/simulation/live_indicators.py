"""The indicators of a simulation under way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import xarray as xr

from linli import _core
from linli._language import Text, language
from linli.errors import InputError, UnknownKeyError
from linli.scenario import Scenario

_NO_INDICATOR = Text("there is no indicator {}; allowed are {}", "没有名为{}的指标；可选：{}")
_NOBODY_ASKED_YET = Text(
    "{} is asked of the panel at the end of a week; the first has not ended",
    "{}每周末由固定样本调查得出；第一周尚未结束",
)
_WEEK = 7  # [days]
_NOTHING_YET = Text("nothing has been counted before the first day", "第一天之前尚无统计")


class Indicators(Mapping[str, xr.DataArray]):
    """What was counted on the last day (of the panel: in the last week that ended), by town and kind: copies."""

    def __init__(self, core: _core.Simulation, scenario: Scenario) -> None:
        self._core = core
        self._towns = scenario.towns
        self._daily = {row[0]: row for row in _core.daily_indicators()}
        self._panel = {row[0]: row for row in _core.panel_indicators()}

    def __getitem__(self, key: str) -> xr.DataArray:
        """Return the values of an indicator with units and labels, of the shape (town,) or (town, kind)."""
        row = self._daily.get(key) or self._panel.get(key)
        if row is None:
            raise UnknownKeyError("indicators", _NO_INDICATOR.format(key, ", ".join(self)))
        _, english, chinese, unit, axis, kinds = row
        self._require_counted(key)
        values = self._core.daily(key) if key in self._daily else self._core.panel(key)
        attributes = {"long_name": chinese if language() == "zh" else english, "units": unit}
        towns = xr.DataArray(values[:, 0], {"town": self._towns}, name=key, attrs=attributes)
        if not kinds:
            return towns
        return xr.DataArray(values, {"town": self._towns, axis: kinds}, name=key, attrs=attributes)

    def _require_counted(self, key: str) -> None:
        if self._core.today == 0:
            raise InputError("indicators", _NOTHING_YET)
        if key in self._panel and self._core.today < _WEEK and not self._core.ended:
            raise InputError("indicators", _NOBODY_ASKED_YET.format(key))

    def __contains__(self, key: object) -> bool:
        """Tell whether there is an indicator of that key."""
        return key in self._daily or key in self._panel

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys, in the order of the list."""
        return iter([*self._daily, *self._panel])

    def __len__(self) -> int:
        """Return the number of indicators."""
        return len(self._daily) + len(self._panel)
