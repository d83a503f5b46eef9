"""
The engine of Linli. Private: use the package linli.
"""
from __future__ import annotations
import collections.abc
import datetime
import linli._language
import numpy
import numpy.typing
import os
import typing
class Scenario:
    """
    A scenario that has been read and found sound.
    """
    @staticmethod
    def from_text(text: str, file: os.PathLike[str] | str | bytes, settings: collections.abc.Sequence[tuple[str, str]] = [], lineage: collections.abc.Sequence[str] = []) -> Scenario:
        """
        Reads a text that would stand at `file`, made from the files of `lineage`.
        """
    @staticmethod
    def load(file: os.PathLike[str] | str | bytes, settings: collections.abc.Sequence[tuple[str, str]] = []) -> Scenario:
        ...
    def expected_spending(self) -> list[tuple[int, str, float]]:
        """
        (year, lever, yuan) for every year of the run and lever.
        """
    def expected_spending_by_card(self) -> list[tuple[str, str, int, float]]:
        """
        (card, town, year, yuan): what each card adds in turn.
        """
    def first_difference(self, other: Scenario) -> int | None:
        """
        The first day on which a run with the same seed may differ.
        """
    @property
    def budget(self) -> float | None:
        """
        [yuan/year]
        """
    @property
    def content_hash(self) -> str:
        ...
    @property
    def days(self) -> int:
        ...
    @property
    def end(self) -> datetime.date:
        """
        The last day.
        """
    @property
    def lineage(self) -> list[str]:
        """
        The files it was made from, base first.
        """
    @property
    def residents(self) -> int:
        ...
    @property
    def seed(self) -> int:
        ...
    @property
    def start(self) -> datetime.date:
        ...
    @property
    def text(self) -> str:
        """
        Canonical TOML, overlays applied.
        """
    @property
    def title(self) -> linli._language.Text:
        ...
    @property
    def towns(self) -> list[str]:
        ...
    @property
    def towns_zh(self) -> list[str]:
        ...
class RunEnd:
    """
    How a run ended.
    """
    @property
    def complete(self) -> bool:
        ...
    @property
    def days(self) -> int:
        """
        Days completed.
        """
    @property
    def events(self) -> int:
        ...
    @property
    def phase_seconds(self) -> dict[str, float]:
        """
        Seconds by phase of the day.
        """
    @property
    def state_hash(self) -> str:
        ...
    @property
    def wall_seconds(self) -> float:
        ...
class Simulation:
    """
    A run, day by day.
    """
    @staticmethod
    def load(file: os.PathLike[str] | str | bytes, threads: typing.SupportsInt | typing.SupportsIndex = 0, scenario_file: os.PathLike[str] | str | bytes | None = None, record: os.PathLike[str] | str | bytes | None = None, force: bool = False) -> Simulation:
        """
        A run that stands where one was saved.
        """
    @staticmethod
    def scenario_of_checkpoint(file: os.PathLike[str] | str | bytes) -> tuple[str, str, list[str], int]:
        """
        Text, file, lineage and seed of the scenario that was saved.
        """
    def __init__(self, scenario: Scenario, seed: typing.SupportsInt | typing.SupportsIndex | None = None, days: typing.SupportsInt | typing.SupportsIndex | None = None, threads: typing.SupportsInt | typing.SupportsIndex = 0, population_scale: typing.SupportsFloat | typing.SupportsIndex = 1.0, record: os.PathLike[str] | str | bytes | None = None, force: bool = False, first_of_figures: typing.SupportsInt | typing.SupportsIndex = 0) -> None:
        ...
    def daily(self, key: str) -> numpy.typing.NDArray[numpy.float64]:
        """
        Values of the last day: towns by kinds.
        """
    def end(self) -> RunEnd:
        """
        Ends the run and completes its record.
        """
    def figures(self) -> tuple[list[int], list[int], numpy.typing.NDArray[numpy.float64]]:
        """
        Years, days by year (the first: all), and figures by figure, year and town (the first: all).
        """
    def fork(self, policy: Scenario | None = None, record: os.PathLike[str] | str | bytes | None = None, force: bool = False) -> Simulation:
        """
        Another run that stands where this one stands, under its policy or another of the same world.
        """
    def interventions(self) -> list[tuple[int, int, str, float]]:
        """
        (day, town, lever, value) of what was set by hand.
        """
    def lever_values(self, lever: str) -> list[float]:
        """
        By town.
        """
    def panel(self, key: str) -> numpy.typing.NDArray[numpy.float64]:
        """
        Values of the last week that ended: towns by groups.
        """
    def require_left(self, days: typing.SupportsInt | typing.SupportsIndex) -> None:
        """
        Refuses more days than are left.
        """
    def save(self, file: os.PathLike[str] | str | bytes, force: bool = False) -> None:
        """
        Writes a checkpoint.
        """
    def set_lever(self, lever: str, value: typing.SupportsFloat | typing.SupportsIndex, town: typing.SupportsInt | typing.SupportsIndex = -1) -> None:
        """
        From the next day on, in one town or (-1) in all.
        """
    def step(self, days: typing.SupportsInt | typing.SupportsIndex = 1) -> None:
        """
        Lives so many days. The interpreter's lock is released meanwhile.
        """
    @property
    def days(self) -> int:
        ...
    @property
    def ended(self) -> bool:
        ...
    @property
    def events(self) -> int:
        ...
    @property
    def notes(self) -> list[tuple[str, linli._language.Text]]:
        """
        Places and notes on what deserves a second look in the scenario.
        """
    @property
    def people(self) -> int:
        ...
    @property
    def state_hash(self) -> str:
        ...
    @property
    def today(self) -> int:
        """
        Days completed.
        """
class Persons:
    """
    Residents. Properties are views of columns, methods work out a new array.
    """
    def __len__(self) -> int:
        ...
    def age_bands(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        0 (0 to 14) to 6 (75 and over).
        """
    def in_custody(self) -> numpy.typing.NDArray[numpy.bool]:
        ...
    def males(self) -> numpy.typing.NDArray[numpy.bool]:
        ...
    def migrants(self) -> numpy.typing.NDArray[numpy.bool]:
        """
        Without local hukou.
        """
    def strain_now(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Strain on the last day lived.
        """
    def ties_now(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Ties on the last day lived.
        """
    def trust_now(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Trust on the last day lived.
        """
    def vacant(self) -> numpy.typing.NDArray[numpy.bool]:
        """
        Rows in which nobody lives now.
        """
    @property
    def attitude_day(self) -> numpy.typing.NDArray[numpy.int32]:
        """
        Day of the last event that touched the three stocks.
        """
    @property
    def employer(self) -> numpy.typing.NDArray[numpy.uint32]:
        """
        Row of the employer; 4294967295 without work.
        """
    @property
    def generation(self) -> numpy.typing.NDArray[numpy.uint16]:
        """
        How many have lived in this row before.
        """
    @property
    def home(self) -> numpy.typing.NDArray[numpy.uint32]:
        """
        Row of the grid lived in.
        """
    @property
    def household(self) -> numpy.typing.NDArray[numpy.uint32]:
        """
        Row of the household.
        """
    @property
    def last_victimised(self) -> numpy.typing.NDArray[numpy.int16]:
        """
        Day of the last offence suffered; far in the past for never.
        """
    @property
    def strain(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Strain, 0 to 5, as it stood on attitude_day.
        """
    @property
    def ties(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Local ties, 0 to 0.95, as they stood on attitude_day.
        """
    @property
    def trust(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Trust in local institutions, 0 to 1, as it stood on attitude_day.
        """
class Households:
    """
    Households. Properties are views of columns.
    """
    def __len__(self) -> int:
        ...
    @property
    def first_member(self) -> numpy.typing.NDArray[numpy.uint32]:
        """
        Row of the first member; one entry more than households.
        """
    @property
    def rental_class(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        1 (best) to 8 for tenants, else 0.
        """
    @property
    def tenure(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        0 own, 1 rent, 2 dormitory.
        """
class Employers:
    """
    Firms. Properties are views of columns.
    """
    def __len__(self) -> int:
        ...
    @property
    def arrears_since(self) -> numpy.typing.NDArray[numpy.int32]:
        """
        First day of unpaid wages; -1000000 where wages are paid.
        """
    @property
    def grid(self) -> numpy.typing.NDArray[numpy.uint32]:
        """
        Row of the grid.
        """
    @property
    def open(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        0 closed, 1 open.
        """
    @property
    def sector(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        0 manufacturing, 1 construction, 2 services, 3 other.
        """
    @property
    def solvency(self) -> numpy.typing.NDArray[numpy.float32]:
        """
        Standard deviations from the mean.
        """
    @property
    def workers(self) -> numpy.typing.NDArray[numpy.uint16]:
        """
        Workers employed. [persons]
        """
class Column:
    """
    A column of a table that grows: readable until the next step.
    """
    def __array__(self, dtype: typing.Any = None, copy: typing.Any = None) -> typing.Any:
        ...
    def __getitem__(self, arg0: typing.Any) -> typing.Any:
        ...
    def __len__(self) -> int:
        ...
    def to_numpy(self) -> numpy.ndarray:
        """
        A copy.
        """
    @property
    def kinds(self) -> list[str]:
        """
        Keys of the codes 0, 1...; empty for a column of numbers.
        """
class Disputes:
    """
    The open disputes and latent grievances of a town, in the order of its docket.
    """
    def __len__(self) -> int:
        ...
    @property
    def intensity(self) -> Column:
        """
        Stages of Glasl, 1 to 9.
        """
    @property
    def number(self) -> Column:
        """
        Unique in the town.
        """
    @property
    def opened(self) -> Column:
        """
        [days since the start]
        """
    @property
    def severity(self) -> Column:
        """
        What is at stake; 1 is usual.
        """
    @property
    def stage(self) -> Column:
        """
        Codes of `kinds`: where it stands.
        """
    @property
    def type(self) -> Column:
        """
        Codes of `kinds`.
        """
def card_table(language: str) -> list[dict[str, typing.Any]]:
    """
    One dictionary per built-in card, in order.
    """
def check_scenario(file: os.PathLike[str] | str | bytes) -> tuple[list[tuple[str, linli._language.Text]], list[tuple[str, linli._language.Text]]]:
    """
    Places and complaints of everything wrong in a file, and places and notes on what deserves a second look.
    """
def commit() -> str:
    """
    The commit that the engine was built from.
    """
def daily_indicators() -> list[tuple[str, str, str, str, str, list[str]]]:
    """
    (key, English name, Chinese name, unit, axis, kinds) of the indicators per day and town.
    """
def disputes(simulation: Simulation, town: typing.SupportsInt | typing.SupportsIndex) -> Disputes:
    """
    Of a town by its position.
    """
def employers(simulation: Simulation) -> Employers:
    ...
def figure_groups() -> list[tuple[str, str, str]]:
    """
    Key, English and Chinese name of the groups of figures, in order.
    """
def figure_table() -> list[dict[str, typing.Any]]:
    """
    One dictionary per figure, in the order of the list.
    """
def figures_of_file(path: os.PathLike[str] | str | bytes, first: typing.SupportsInt | typing.SupportsIndex = 0) -> tuple[list[int], list[int], numpy.typing.NDArray[numpy.float64]]:
    """
    Years, days by year (the first: all), and figures by figure, year and town (the first: all).
    """
def households(simulation: Simulation) -> Households:
    ...
def lever_groups() -> list[tuple[str, str, str]]:
    """
    Key, English and Chinese name of the groups of levers, in the order of the list.
    """
def lever_table(language: str) -> list[dict[str, typing.Any]]:
    """
    One dictionary per lever, in the order of the list.
    """
def panel_indicators() -> list[tuple[str, str, str, str, str, list[str]]]:
    """
    (key, English name, Chinese name, unit, axis, kinds) of the indicators of the panel per week and town.
    """
def parameter_table(language: str) -> list[dict[str, typing.Any]]:
    """
    One dictionary per parameter, in the order of the list.
    """
def persons(simulation: Simulation) -> Persons:
    ...
def remove_abandoned(folder: os.PathLike[str] | str | bytes) -> None:
    """
    Removes what runs that are gone have left half written in a folder.
    """
def run_trial(card: str, scenarios: os.PathLike[str] | str | bytes, seed: typing.SupportsInt | typing.SupportsIndex) -> dict[str, tuple[float, float]]:
    """
    Figures without and with a card under one seed; see sim/engine/trial.h.
    """
def signpost_table(language: str) -> list[dict[str, typing.Any]]:
    """
    The figures that a conditional measure may watch.
    """
def stages() -> list[tuple[str, bool, bool]]:
    """
    (key, a door, with mediators) of the stages of a dispute, in order.
    """
def suggestion(name: str, known: collections.abc.Sequence[str]) -> linli._language.Text:
    """
    What may follow a complaint about an unknown name: the nearest that there is.
    """
def unit_of_card(card: str, side: bool) -> linli._language.Text:
    """
    What the figure of the direct effect, or of the side effect, is given in.
    """
def version() -> str:
    """
    The released version.
    """
