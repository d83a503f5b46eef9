"""Files are written aside and renamed, so that a file of that name is always whole."""

from __future__ import annotations

import os
from pathlib import Path

from linli._language import Text
from linli.errors import InputError

_NO_FOLDER = Text("there is no such folder", "文件夹不存在")
_EXISTS = Text(
    "the file exists already; replace it with `force=True` or choose another name",
    "文件已存在；请用`force=True`覆盖，或换一个文件名",
)


def check_target(file: Path, *, force: bool) -> None:
    """Refuse a folder that is missing, and a file that exists unless `force` allows to replace it."""
    if not file.parent.is_dir():
        raise InputError(str(file.parent), _NO_FOLDER)
    if file.exists() and not force:
        raise InputError(str(file), _EXISTS)


def make_way(file: Path, *, force: bool) -> None:
    """Make the folder of a file that will be written, and refuse what `check_target` refuses."""
    file.parent.mkdir(parents=True, exist_ok=True)
    check_target(file, force=force)


def write_aside(file: Path, text: str, *, force: bool) -> None:
    """Write a text file under another name and rename it."""
    check_target(file, force=force)
    partial = file.with_name(f".{file.name}.partial-{os.getpid()}")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
