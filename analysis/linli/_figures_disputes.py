"""Figures of disputes: where and when they are settled, who gives up, what courts and mediators carry."""

from __future__ import annotations

import xarray as xr

from linli._figure import PER_10K, FigureOfMerit, rate, ratio, share
from linli._language import Text
from linli._sums import DAYS_PER_YEAR, DOORS, MEDIATION, Sums

VILLAGE, TOWN, CITY = DOORS[:1], DOORS[1:4], DOORS[4:]


def mediated(sums: Sums) -> xr.DataArray:
    """Count disputes settled by mediation."""
    return sums.of("settled", stage=MEDIATION)


def _helped(sums: Sums) -> xr.DataArray:
    return sums.of("settled", stage=DOORS)


def _on_record(sums: Sums) -> xr.DataArray:
    return sums.of("settled_recorded", stage=DOORS)


DISPUTE_FIGURES: tuple[FigureOfMerit, ...] = (
    share(
        "disputes.settled_early",
        Text(
            "disputes settled early: by mediation in village or town, of those opened",
            "纠纷早期化解率（村、镇调解成功占新发纠纷）",
        ),
        "more",
        mediated,
        lambda sums: sums.of("claims"),
    ),
    FigureOfMerit(
        "disputes.days_to_settlement",
        Text("days from claim to mediated settlement", "从提出到调解成功的平均天数"),
        Text("days", "天"),
        "less",
        lambda sums: ratio(sums.mediation_days, sums.mediations_timed),
    ),
    share(
        "disputes.in_village",
        Text("settled in the village, of those settled with a third party", "化解在村（社区）的比例"),
        "more",
        lambda sums: sums.of("settled", stage=VILLAGE),
        _helped,
    ),
    share(
        "disputes.in_town",
        Text("settled in the town, of those settled with a third party", "化解在镇街的比例"),
        None,
        lambda sums: sums.of("settled", stage=TOWN),
        _helped,
    ),
    share(
        "disputes.in_city",
        Text("settled in the city, of those settled with a third party", "化解在市级的比例"),
        "less",
        lambda sums: sums.of("settled", stage=CITY),
        _helped,
    ),
    share(
        "disputes.outside_judgment",
        Text("settled rather than judged, of those a third party ended", "非裁判方式化解的比例"),
        "more",
        _helped,
        lambda sums: _helped(sums) + sums.of("judged"),
    ),
    rate(
        "disputes.suits",
        Text("suits", "起诉"),
        "less",
        lambda sums: sums.of("entered", stage="court"),
        PER_10K,
    ),
    rate(
        "disputes.petitions",
        Text("petitions", "信访"),
        "less",
        lambda sums: sums.of("entered", stage="petition"),
        PER_10K,
    ),
    share(
        "disputes.given_up",
        Text("grievances given up, claimed or not", "放弃的不满（含未提出的）占比"),
        "less",
        lambda sums: sums.of("given_up"),
        lambda sums: sums.of("grievances"),
    ),
    share(
        "disputes.breached",
        Text("settlements broken", "和解后反悔的比例"),
        "less",
        lambda sums: sums.of("breached"),
        lambda sums: sums.of("settled"),
    ),
    rate(
        "disputes.settled",
        Text("disputes truly settled with a third party", "实际经第三方化解的纠纷"),
        "more",
        _helped,
        PER_10K,
    ),
    rate(
        "disputes.settled_on_record",
        Text("disputes recorded as settled with a third party", "记录为经第三方化解的纠纷"),
        None,
        _on_record,
        PER_10K,
    ),
    share(
        "disputes.recorded_settled",
        Text("recorded as settled, of those truly settled with a third party", "记录为化解与实际化解之比"),
        None,
        _on_record,
        _helped,
    ),
    FigureOfMerit(
        "disputes.waiting",
        Text("disputes waiting, mean over days", "平均排队等待的纠纷"),
        Text("per 10,000 residents", "每万人"),
        "less",
        lambda sums: 1e4 * ratio(sums.of("waiting", stage=DOORS), sums.of("residents")),
    ),
    FigureOfMerit(
        "disputes.mediator_load",
        Text("meetings per mediator", "调解员人均调解次数"),
        Text("per year", "每年"),
        None,
        lambda sums: DAYS_PER_YEAR * ratio(sums.of("meetings", stage=MEDIATION), sums.of("mediators")),
    ),
)
