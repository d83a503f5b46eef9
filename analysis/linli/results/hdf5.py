"""Reading HDF5: attributes, texts, and what to say when a file is not what it should be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
import pandas as pd

from linli._language import Text
from linli.errors import InputError

_TIME_UNITS = "days since "
_OF_NETCDF = {"CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "_FillValue", "coordinates", "calendar"}


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Say what is wrong with a result file when reading it fails.

    Raises
    ------
    InputError
        If the file is being written, damaged, or lacks what a result has.
    """
    try:
        yield
    except BlockingIOError as error:
        what = Text("another program is writing this file", "文件正由另一个程序写入")
        raise InputError(str(path), what) from error
    except (KeyError, IndexError) as error:
        complaint = Text(
            "this is not a result of Linli, or its run was cut off ({})",
            "这不是Linli的结果文件，或模拟被强行中断（{}）",
        )
        raise InputError(str(path), complaint.format(error.args[0])) from error
    except (OSError, RuntimeError) as error:
        raise InputError(str(path), Text("the file is damaged ({})", "文件已损坏（{}）").format(error)) from error


def attributes(item: h5py.HLObject) -> dict[str, Any]:
    """Return all attributes, as texts and plain numbers."""
    return _with_money({name: _plain(item.attrs[name]) for name in item.attrs})


def description(item: h5py.Dataset) -> dict[str, Any]:
    """Return the attributes that describe values: units, names and how they are counted."""
    return _with_money({name: _plain(item.attrs[name]) for name in item.attrs if name not in _OF_NETCDF})


def texts(item: h5py.Dataset) -> np.ndarray[Any, np.dtype[np.str_]]:
    """Return the texts of a dataset."""
    return np.asarray(item.asstr()[()], str)


def is_time(described: dict[str, Any]) -> bool:
    """Whether values with these attributes are times, in days since a date."""
    return str(described.get("units", "")).startswith(_TIME_UNITS)


def dates(days: np.ndarray[Any, Any], units: str) -> pd.DatetimeIndex:
    """Return the dates and times that are so many days after the start.

    Parameters
    ----------
    days
        Whole or in parts; not a number gives no date.
    units
        Such as "days since 2021-01-01".
    """
    start = pd.Timestamp(units.removeprefix(_TIME_UNITS))
    return pd.DatetimeIndex(start + pd.to_timedelta(days, unit="D")).as_unit("ns")


def _with_money(found: dict[str, Any]) -> dict[str, Any]:
    # Money is no unit that CF allows: the file says "1" and names the currency.
    currency = found.pop("currency", None)
    return found | {"units": currency} if currency else found


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, np.ndarray) and value.size == 1:
        return value.item()
    return value
