"""Comparisons in folders: what is written, and reading it back."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import xarray as xr
from matplotlib.figure import Figure

from linli._language import Text
from linli.errors import InputError

DATA = "comparison.nc"
PROVENANCE = "provenance.json"


@dataclass(frozen=True)
class Saved:
    """What a folder holds: all runs, the effects on the whole run and city, and those by year and town."""

    runs: xr.Dataset
    table: pd.DataFrame
    effects: xr.Dataset


def save(comparison: Saved, folder: Path, force: bool, draw: Callable[[], Figure]) -> Path:
    """Write a comparison aside and rename it when complete; see `Comparison.save`."""
    require_free(folder, force)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as aside:
        new = Path(aside) / "new"
        _write(comparison, new)
        _put_in_place(new, folder)
    _draw(draw, folder)
    return folder


def _put_in_place(new: Path, folder: Path) -> None:
    """Rename `new` to `folder`; where that fails, what was there before stays."""
    old = new.with_name("old")
    if folder.exists():
        os.replace(folder, old)
    try:
        os.replace(new, folder)
    except OSError:
        if old.exists():
            os.replace(old, folder)
        raise


def load(folder: Path) -> xr.Dataset:
    """Read the runs of a saved comparison."""
    file = folder / DATA
    if not file.is_file():
        raise InputError(str(folder), Text("holds no saved comparison", "不含已保存的比较结果"))
    try:
        with xr.open_dataset(file, engine="h5netcdf") as stored:
            return stored.load()
    except (OSError, ValueError) as error:
        raise InputError(str(file), Text("is damaged: {}", "已损坏：{}").format(error)) from error


def provenance_of(runs: xr.Dataset) -> dict[str, object]:
    """Say what was compared, by which program."""
    hashes = runs["state_hash"].values.tolist()
    seeds = [int(seed) for seed in runs["seed"].values]
    scenarios = [
        {
            "label": str(label),
            "title": {"en": str(here["title"].item()), "zh": str(here["title_zh"].item())},
            "hash": str(here["scenario_hash"].item()),
            "state_hashes": dict(zip(map(str, seeds), hashes[i], strict=True)),
        }
        for i, label in enumerate(runs["scenario"].values)
        for here in [runs.isel(scenario=i)]
    ]
    settings = {name: runs.attrs[name] for name in ("days", "population_scale", "version", "commit")}
    return {"base": scenarios[0]["label"], "scenarios": scenarios, "seeds": seeds, **settings}


def _write(comparison: Saved, folder: Path) -> None:
    folder.mkdir()
    comparison.runs.to_netcdf(folder / DATA, engine="h5netcdf")
    text = json.dumps(provenance_of(comparison.runs), ensure_ascii=False, indent=2)
    (folder / PROVENANCE).write_text(text + "\n", encoding="utf-8")
    comparison.table.to_csv(folder / "table.csv")
    effects = comparison.effects.drop_dims("seed").reset_coords(drop=True)
    order = ["scenario", "figure", "year", "town"]
    effects.to_dataframe(dim_order=order).to_csv(folder / "effects.csv")


def _draw(draw: Callable[[], Figure], folder: Path) -> None:
    """Draw the effects, last of all: what cannot be drawn is kept all the same."""
    figure = draw()
    figure.savefig(folder / "effects.png", bbox_inches="tight", dpi=150)
    plt.close(figure)


def require_free(folder: Path, force: bool) -> None:
    """Refuse a folder that cannot be written, and one whose content may not be replaced."""
    if folder.resolve() == Path.cwd():
        raise InputError(str(folder), Text("is the folder you are in; name another", "是当前所在文件夹；请另行指定"))
    if not folder.parent.is_dir():
        raise InputError(str(folder.parent), Text("is not a folder", "不是文件夹"))
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError(str(folder), Text("is not a folder", "不是文件夹"))
    if not any(folder.iterdir()):
        return
    if not (folder / DATA).is_file() or not (folder / PROVENANCE).is_file():
        complaint = Text("has content that is no comparison; choose a new folder", "含有其他内容；请另选新文件夹")
        raise InputError(str(folder), complaint)
    if not force:
        complaint = Text(
            "exists already; replace it with `force=True` or choose another name",
            "已存在；请用`force=True`覆盖，或换一个名称",
        )
        raise InputError(str(folder), complaint)
