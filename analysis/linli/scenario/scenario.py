"""Scenarios: what is assumed, what is in force, and what a policy changes, as data that can be combined and saved."""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pandas as pd
import tomli_w

from linli import _core
from linli._files import write_aside
from linli._language import Text
from linli._values import Date, date_in
from linli.card import Card
from linli.errors import InputError, Note
from linli.measures import Measure
from linli.scenario.document import Document, as_toml, leaves, move
from linli.scenario.spending import by_year

_OUTSIDE = Text("{} lies outside the run, {} to {}", "{}不在运行期{}至{}之内")
_WRITTEN_IN_PYTHON = "scenario.toml"
_NO_CHANGE = Text(
    'is {}; allowed are linli.Measure(...) and linli.Card(...), such as linli.Card("A6")',
    '为{}；须为linli.Measure(...)或linli.Card(...)，如linli.Card("A6")',
)
_SETTING = re.compile(r"^--set ([^=]*)=.*$", re.DOTALL)


class Scenario:
    """A scenario that has been read and found sound. It does not change: every method makes a new one.

    Scenarios come from files (`load`), from other scenarios (`extend`, `with_values`) or from dictionaries
    (`from_dict`). Tables of assumptions and levers are those of ``scenarios/scenario.schema.json``; `linli.levers` and
    `linli.parameters` list them.

    Examples
    --------
    >>> import linli
    >>> reference = linli.Scenario.load(scenario)
    >>> reference.days, reference.towns
    (730, ['Sample Town'])
    >>> doubled = reference.extend(linli.Measure("mediation.full_time", scale=2.0, start="2022-01-01"))
    >>> len(doubled.measures)
    1
    """

    def __init__(self, core: _core.Scenario, folder: Path) -> None:
        self._core = core
        self._folder = folder.absolute()

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a scenario file and all that it extends.

        Parameters
        ----------
        path
            A TOML file.

        Raises
        ------
        InputError
            For the first thing that is wrong; its place is "file:line:column key.path".

        Examples
        --------
        >>> import linli
        >>> linli.Scenario.load(scenario).title["en"]
        'Sample town, reference'
        """
        file = Path(path)
        try:
            return cls(_core.Scenario.load(file), file.parent)
        except InputError as error:
            raise InputError(error.where or str(file), error.what) from None

    @classmethod
    def from_dict(cls, document: Mapping[str, Any], folder: str | os.PathLike[str] = ".") -> Self:
        """Make a scenario from nested dictionaries with the keys of a scenario file.

        Parameters
        ----------
        document
            What a scenario file would hold.
        folder
            Paths of data files are relative to this folder.

        Raises
        ------
        InputError
            For the first thing that is wrong; its place is the key path.

        Examples
        --------
        >>> import linli
        >>> document = linli.Scenario.load(scenario).to_dict()
        >>> document["title"] = {"en": "A shorter run", "zh": "较短的运行"}
        >>> document["end"] = "2021-03-31"
        >>> linli.Scenario.from_dict(document, folder=scenario.parent).days
        90
        """
        return cls._from_text(tomli_w.dumps(as_toml(dict(document))), Path(folder))

    @classmethod
    def _from_text(
        cls, text: str, folder: Path, settings: Sequence[tuple[str, str]] = (), lineage: Sequence[str] = ()
    ) -> Self:
        file = folder / _WRITTEN_IN_PYTHON
        try:
            return cls(_core.Scenario.from_text(text, file, list(settings), list(lineage)), folder)
        except InputError as error:
            here = rf"^{re.escape(str(file))}:\d+:\d+ "
            raise InputError(_SETTING.sub(r"\1", re.sub(here, "", error.where)), error.what) from None

    def extend(self, *changes: Measure | Card) -> Self:
        """Add measures and cards to those the scenario has. First come all sets, then all adds, then all scales.

        Parameters
        ----------
        *changes
            What a policy changes, where and when.

        Raises
        ------
        InputError
            For a lever or card that does not exist, a value, town or date out of range, or two cards that set one
            lever; its place is "measures[i].key" or "cards[i].key".

        Examples
        --------
        >>> import linli
        >>> policy = linli.Scenario.load(scenario).extend(linli.Measure("court.diversion", set=0.5))
        >>> policy.measures[-1]["set"]
        0.5
        """
        document = self.to_dict()
        for change in changes:
            if not isinstance(change, Measure | Card):
                raise InputError("changes", _NO_CHANGE.format(repr(change)))
            key = "cards" if isinstance(change, Card) else "measures"
            document[key] = [*document.get(key, []), change.to_dict()]
        return self._changed(tomli_w.dumps(document))

    def with_values(self, values: Mapping[str, float | int | str | datetime.date]) -> Self:
        """Replace parameters, levers at the start, unit costs, or start, end, days, seed and budget.

        Parameters
        ----------
        values
            By name, such as "mediation.full_time" or "parameters.attitudes.strain_memory"; numbers in the unit of
            the list, or texts with a unit ("2 months").

        Raises
        ------
        InputError
            For unknown names and values out of range; its place is the name.

        Examples
        --------
        >>> import linli
        >>> linli.Scenario.load(scenario).with_values({"police.procedure": 0.9, "seed": 7}).seed
        7
        """
        settings = [(name, str(value)) for name, value in values.items()]
        return self._changed(self.to_toml(), settings)

    def titled(self, en: str, zh: str) -> Self:
        """Give the scenario another title, in both languages.

        Parameters
        ----------
        en, zh
            The title in English and in Chinese.

        Examples
        --------
        >>> import linli
        >>> linli.Scenario.load(scenario).titled("Mine", "我的场景").title["en"]
        'Mine'
        """
        return self._changed(tomli_w.dumps({**self.to_dict(), "title": {"en": en, "zh": zh}}))

    def _changed(self, text: str, settings: Sequence[tuple[str, str]] = ()) -> Self:
        return self._from_text(text, self._folder, settings, self.lineage)

    def diff(self, other: Scenario) -> pd.DataFrame:
        """List what differs between two scenarios.

        Parameters
        ----------
        other
            The scenario to compare with.

        Returns
        -------
        pandas.DataFrame
            One row per key that differs, with the columns ``this`` and ``other`` (None where a scenario does not
            have it); the index is the key path.

        Examples
        --------
        >>> import linli
        >>> reference = linli.Scenario.load(scenario)
        >>> reference.diff(reference.with_values({"seed": 2}))
              this  other
        key
        seed     1      2
        """
        mine, theirs = dict(leaves(self.to_dict())), dict(leaves(other.to_dict()))
        keys = [key for key in {**mine, **theirs} if mine.get(key) != theirs.get(key)]
        rows = {"this": [mine.get(key) for key in keys], "other": [theirs.get(key) for key in keys]}
        return pd.DataFrame(rows, index=pd.Index(keys, name="key"), dtype=object)

    def to_toml(self) -> str:
        """Return the scenario as TOML, with all that it extends merged in.

        Paths of data files are relative to the folder of the file it came from; `save` adapts them.

        Examples
        --------
        >>> import linli
        >>> "grids = 28" in linli.Scenario.load(scenario).to_toml()
        True
        """
        return self._core.text

    def to_dict(self) -> Document:
        """Return the scenario as nested dictionaries, with all that it extends merged in.

        Examples
        --------
        >>> import linli
        >>> linli.Scenario.load(scenario).to_dict()["world"]["communities"]
        6
        """
        return tomllib.loads(self._core.text)

    def save(self, path: str | os.PathLike[str], *, force: bool = False) -> Path:
        """Write the scenario to a file that `load` and ``linli run`` understand, and return its path.

        Parameters
        ----------
        path
            The TOML file to write.
        force
            Replace a file that exists.

        Raises
        ------
        InputError
            For a file that exists, unless `force`, and for a folder that does not.

        Examples
        --------
        >>> import linli
        >>> _ = linli.Scenario.load(scenario).save(tmp_path / "copy.toml")
        >>> linli.Scenario.load(tmp_path / "copy.toml").residents
        100000
        """
        file = Path(path)
        document = self.to_dict()
        move(document, self._folder, file.parent)
        write_aside(file, tomli_w.dumps(document), force=force)
        return file

    @property
    def title(self) -> dict[str, str]:
        """The title by language: "en" and "zh"."""
        return {"en": self._core.title.en, "zh": self._core.title.zh}

    @property
    def hash(self) -> str:
        """32 hexadecimal digits over the text and the data files: equal for equal scenarios."""
        return self._core.content_hash

    @property
    def start(self) -> datetime.date:
        """The first day."""
        return self._core.start

    @property
    def end(self) -> datetime.date:
        """The last day, inclusive."""
        return self._core.end

    @property
    def days(self) -> int:
        """The number of days from start to end."""
        return self._core.days

    def day_of(self, date: Date | None) -> int:
        """Return the day of the run that a date is: 0 for the first, and for None.

        Raises
        ------
        InputError
            For a date outside the run.

        Examples
        --------
        >>> import linli
        >>> linli.Scenario.load(scenario).day_of("2021-02-01")
        31
        """
        day = 0 if date is None else (date_in("date", date) - self.start).days
        if not 0 <= day < self.days:
            raise InputError("date", _OUTSIDE.format(date, self.start, self.end))
        return day

    def first_difference(self, other: Scenario) -> datetime.date | None:
        """Return the first day on which a run of another scenario with the same seed may be unlike one of this.

        That is the first day of a measure, shock or announcement that only one of them has, or the first of the run
        where parameters, levers in force from the start, costs or the world differ. None: they differ in name alone.

        Examples
        --------
        >>> import linli
        >>> now = linli.Scenario.load(scenario)
        >>> now.first_difference(now.extend(linli.Measure("court.diversion", set=0.7, start="2022-01-01")))
        datetime.date(2022, 1, 1)
        """
        day = self._core.first_difference(other._core)
        return None if day is None else self.start + datetime.timedelta(days=day)

    @property
    def seed(self) -> int:
        """The seed of a run that is not given another."""
        return self._core.seed

    @property
    def residents(self) -> int:
        """The number of residents at the start."""
        return self._core.residents

    @property
    def towns(self) -> list[str]:
        """English names of the towns, in the order of every town dimension."""
        return self._core.towns

    @property
    def towns_zh(self) -> list[str]:
        """Chinese names of the towns, in the same order."""
        return self._core.towns_zh

    @property
    def budget(self) -> float | None:
        """What a year may cost, in yuan; None without a limit."""
        return self._core.budget

    @property
    def measures(self) -> list[Document]:
        """The measures in the order of the file."""
        measures: list[Document] = self.to_dict().get("measures", [])
        return measures

    @property
    def cards(self) -> list[Document]:
        """The cards played, in the order of the file."""
        cards: list[Document] = self.to_dict().get("cards", [])
        return cards

    @property
    def lineage(self) -> list[str]:
        """The files that this scenario was made from, base first. What was changed in Python has no file."""
        return self._core.lineage

    def expected_spending(self) -> pd.DataFrame:
        """Work out what the levers will cost, without a run.

        Returns
        -------
        pandas.DataFrame
            Yuan, by year (columns) and lever (rows). Subsidies per settled case and rewards per lead come on top; a
            conditional measure counts in full where it costs more.

        Examples
        --------
        >>> import linli
        >>> spending = linli.Scenario.load(scenario).expected_spending()
        >>> bool(spending.loc["police.officers", 2021] > 1e7)
        True
        """
        return by_year(self._core.expected_spending(), ["lever"], ["year", "lever"])

    def expected_spending_by_card(self) -> pd.DataFrame:
        """Work out what each card adds to the spending, when the cards are played one after another.

        Returns
        -------
        pandas.DataFrame
            Yuan, by year (columns) and card and town (rows). The card "" is what is spent without any card; the
            scenario's own measures come last, as "measures". The rows add up to `expected_spending`.

        Examples
        --------
        >>> import linli
        >>> policy = linli.Scenario.load(scenario).extend(linli.Card("A2"))
        >>> added = policy.expected_spending_by_card().loc["A2"]
        >>> bool(added.loc["Sample Town", 2021] > 1e5)
        True
        """
        return by_year(self._core.expected_spending_by_card(), ["card", "town"], ["card", "town", "year"])

    def __repr__(self) -> str:
        """Return title, days, residents and the start of the hash."""
        title = Text(**self.title)
        return (
            f"<linli.Scenario {str(title)!r}: {self.start} to {self.end}, {self.residents} residents, {self.hash[:8]}>"
        )

    def __eq__(self, other: object) -> bool:
        """Scenarios are equal when their hashes are."""
        return isinstance(other, Scenario) and self.hash == other.hash

    def __hash__(self) -> int:
        """Return a hash of the hash."""
        return hash(self.hash)

    def __getstate__(self) -> tuple[str, str, list[str]]:
        """Pickle the text, the folder and the lineage."""
        return self._core.text, str(self._folder), self.lineage

    def __setstate__(self, state: tuple[str, str, list[str]]) -> None:
        """Read the pickled text again."""
        text, folder, lineage = state
        self._folder = Path(folder)
        self._core = _core.Scenario.from_text(text, self._folder / _WRITTEN_IN_PYTHON, [], lineage)


def as_scenario(scenario: Scenario | str | os.PathLike[str]) -> Scenario:
    """Return a scenario, reading it when it is the name of a file."""
    return scenario if isinstance(scenario, Scenario) else Scenario.load(scenario)


class Findings(list[InputError]):
    """Everything that is wrong with a scenario: empty for a sound one.

    Attributes
    ----------
    notes : list of Note
        What deserves a second look, in a sound scenario as in another.
    """

    def __init__(self, problems: Iterable[InputError], notes: Iterable[Note]) -> None:
        super().__init__(problems)
        self.notes = list(notes)


def check(path: str | os.PathLike[str]) -> Findings:
    """Find everything that is wrong with a scenario file, as far as one mistake does not hide another.

    Whatever a run would refuse before its first day, a check refuses: data files and the network are read, too.

    Parameters
    ----------
    path
        A TOML file.

    Returns
    -------
    Findings
        A list of InputError, empty for a sound scenario, with `notes` on what deserves a second look.

    Examples
    --------
    >>> import linli
    >>> linli.check(scenario)
    []
    """
    problems, notes = _core.check_scenario(Path(path))
    return Findings(
        (InputError(where or os.fspath(path), what) for where, what in problems), (Note(*note) for note in notes)
    )
