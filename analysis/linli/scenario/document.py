"""The document of a scenario: nested dictionaries with the keys of a scenario file."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Document = dict[str, Any]
_DATA_FILES = (("world", "towns"), ("world", "network", "graphml"), ("world", "network", "nodes"),
               ("world", "network", "edges"))  # fmt: skip


def as_toml(value: Any) -> Any:
    """Turn dates that are texts at the top of a document into dates, and drop what is None."""
    document = {key: entry for key, entry in value.items() if entry is not None}
    for key in ("start", "end"):
        if isinstance(document.get(key), str):
            document[key] = datetime.date.fromisoformat(document[key])
    return document


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Go through the values of a document with their key paths."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for position, member in enumerate(value):
            yield from leaves(member, f"{path}[{position}]")
    else:
        yield path, value


def move(document: Document, old: Path, new: Path) -> None:
    """Make the paths of data files and cards, relative to one folder, relative to another."""
    for keys in _DATA_FILES:
        _move(document, keys, old, new)
    for card in document.get("cards", []):
        _move(card, ("file",), old, new)


def _move(document: Document, keys: Sequence[str], old: Path, new: Path) -> None:
    """Make a path that was relative to one folder relative to another."""
    table = document
    for key in keys[:-1]:
        if key not in table:
            return
        table = table[key]
    if keys[-1] in table:
        file = (old / table[keys[-1]]).resolve()
        table[keys[-1]] = Path(os.path.relpath(file, new.resolve())).as_posix()
