"""What was set by hand in a run, as a table and by day."""

from __future__ import annotations

import datetime

import pandas as pd

from linli._language import Text
from linli.errors import InputError

Setting = tuple[str, float, str | None]
COLUMNS = ["day", "town", "lever", "value"]
_NO_COLUMN = Text("has no column {}", "缺少列{}")
_OVER = Text("day {} is over; today is {}", "第{}天已过；今天是第{}天")


def by_day_of(interventions: pd.DataFrame, start: datetime.date, today: int) -> dict[int, list[Setting]]:
    """Return lever, value and town of what was set by hand on each day: measures move their levers by themselves."""
    missing = [column for column in COLUMNS if column not in interventions.columns]
    if missing:
        raise InputError("interventions", _NO_COLUMN.format(", ".join(missing)))
    if "measure" in interventions.columns:
        interventions = interventions[interventions["measure"].isna()]
    by_day: dict[int, list[Setting]] = {}
    for when, town, lever, value in interventions[COLUMNS].to_numpy(object).tolist():
        day = (when.date() - start).days if isinstance(when, datetime.datetime) else int(when)
        if day < today:
            raise InputError("interventions", _OVER.format(day, today))
        by_day.setdefault(day, []).append((lever, value, None if pd.isna(town) else town))
    return by_day
