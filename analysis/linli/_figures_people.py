"""Figures of livelihood, attitudes, gaps between locals and migrants, and spending."""

from __future__ import annotations

from collections.abc import Callable

import xarray as xr

from linli._figure import PER_1000, POINTS, YUAN_A_HEAD, FigureOfMerit, percent, rate, ratio, share
from linli._figures_disputes import mediated
from linli._language import Text
from linli._sums import DAYS_PER_YEAR, Sums

EVERYBODY = ("hukou", "migrant")
ZERO_TO_ONE = Text("0 to 1", "0至1")

OfGroup = Callable[[Sums, str], xr.DataArray]


def _gap(key: str, name: Text, unit: Text, of_group: OfGroup) -> FigureOfMerit:
    return FigureOfMerit(key, name, unit, "zero", lambda sums: of_group(sums, "hukou") - of_group(sums, "migrant"))


def _percent_of_group(part: str, whole: str) -> OfGroup:
    return lambda sums, group: percent(sums.of(part, group=group), sums.of(whole, group=group))


def _per_1000_of_group(count: str) -> OfGroup:
    factor = 1e3 * DAYS_PER_YEAR
    return lambda sums, group: factor * ratio(sums.of(count, group=group), sums.of("residents_by_group", group=group))


def _spending(key: str, name: Text, *prefixes: str) -> FigureOfMerit:
    return rate(key, name, None, lambda sums: sums.by_prefix("spending", "lever", *prefixes), YUAN_A_HEAD)


def _mediation_cost(sums: Sums) -> xr.DataArray:
    return ratio(sums.by_prefix("spending", "lever", "mediation.", "police.desk"), mediated(sums))


_ATTITUDES = (
    FigureOfMerit(
        "trust.all",
        Text("trust in local institutions", "对基层机构的信任"),
        ZERO_TO_ONE,
        "more",
        lambda sums: sums.attitude("trust", *EVERYBODY),
    ),
    FigureOfMerit(
        "trust.hukou",
        Text("trust of hukou residents", "户籍居民的信任"),
        ZERO_TO_ONE,
        "more",
        lambda sums: sums.attitude("trust", "hukou"),
    ),
    FigureOfMerit(
        "trust.migrant",
        Text("trust of migrants", "流动人口的信任"),
        ZERO_TO_ONE,
        "more",
        lambda sums: sums.attitude("trust", "migrant"),
    ),
    FigureOfMerit(
        "strain.all",
        Text("strain", "压力"),
        Text("0 to 5", "0至5"),
        "less",
        lambda sums: sums.attitude("strain", *EVERYBODY),
    ),
    FigureOfMerit(
        "ties.all",
        Text("local ties", "社会联系"),
        ZERO_TO_ONE,
        "more",
        lambda sums: sums.attitude("ties", *EVERYBODY),
    ),
)

_GAPS = (
    _gap(
        "equity.trust_gap",
        Text("gap in trust, hukou residents less migrants", "信任差距（户籍减流动人口）"),
        ZERO_TO_ONE,
        lambda sums, group: sums.attitude("trust", group),
    ),
    _gap(
        "equity.settled_gap",
        Text(
            "gap in disputes settled by mediation, of those opened, hukou residents less migrants",
            "纠纷调解成功占比差距（户籍减流动人口）",
        ),
        POINTS,
        _percent_of_group("settled_by_group", "claims_by_group"),
    ),
    _gap(
        "equity.given_up_gap",
        Text(
            "gap in grievances given up, hukou residents less migrants",
            "放弃的不满占比差距（户籍减流动人口）",
        ),
        POINTS,
        _percent_of_group("given_up_by_group", "grievances_by_group"),
    ),
    _gap(
        "equity.victims_gap",
        Text("gap in victims of offences, hukou residents less migrants", "受害率差距（户籍减流动人口）"),
        PER_1000,
        _per_1000_of_group("victims_by_group"),
    ),
    _gap(
        "equity.stops_gap",
        Text("gap in stops, hukou residents less migrants", "盘查率差距（户籍减流动人口）"),
        PER_1000,
        _per_1000_of_group("stops_by_group"),
    ),
)

_MONEY = (
    share(
        "livelihood.wages_owed",
        Text("workers owed wages, mean over days", "被欠薪人员的平均比例"),
        "less",
        lambda sums: sums.of("workers_owed"),
        lambda sums: sums.of("workers"),
    ),
    _spending("spending.all", Text("spending in all", "支出合计"), ""),
    _spending(
        "spending.disputes",
        Text("spending on mediation, courts, petitions and legal aid", "调解、司法、信访与法律服务支出"),
        *("mediation.", "court.", "arbitration.", "petition.", "referral.", "legal.", "labour."),
    ),
    _spending(
        "spending.services",
        Text("spending on integration, community, housing and care", "融入、社区、住房与帮扶支出"),
        *("integration.", "community.", "housing.", "workplace.", "aid.", "youth.", "reentry.", "wellbeing."),
    ),
    _spending(
        "spending.grid",
        Text(
            "spending on grid rounds, visits, registration and safety inspection", "网格巡查、走访、登记与安全检查支出"
        ),
        *("rounds.", "visits.", "safety.", "registration."),
    ),
    _spending(
        "spending.policing",
        Text("spending on police, prevention and response", "公安、防范与处置支出"),
        *("police.", "patrol.", "guardianship.", "fraud.", "reporting.", "emergency.", "predation."),
        *("collective.", "information.", "assessment."),
    ),
    FigureOfMerit(
        "spending.per_settlement",
        Text("spending on mediation per dispute it settled", "每件调解成功的调解支出"),
        Text("yuan", "元"),
        "less",
        _mediation_cost,
    ),
)

PEOPLE_FIGURES: tuple[FigureOfMerit, ...] = _ATTITUDES + _GAPS + _MONEY
