"""Figures of harm, offences, police, collective incidents and hazards."""

from __future__ import annotations

import xarray as xr

from linli._figure import PER_1000, YUAN_A_HEAD, FigureOfMerit, rate, share
from linli._language import Text
from linli._sums import Sums

SERIOUS = ("injury", "death")


def _harmed(sums: Sums, harm: str | tuple[str, ...]) -> xr.DataArray:
    return sums.of("victims_harmed", harm=harm) + sums.of("accident_victims", harm=harm)


def _recorded(sums: Sums) -> xr.DataArray:
    return sums.of("recorded_criminal") + sums.of("recorded_public_order")


SAFETY_FIGURES: tuple[FigureOfMerit, ...] = (
    rate(
        "harm.serious",
        Text(
            "serious harm: deaths and injuries from offences and accidents",
            "严重伤害（违法犯罪和事故致死致伤）",
        ),
        "less",
        lambda sums: _harmed(sums, SERIOUS),
    ),
    rate(
        "harm.deaths",
        Text("deaths from offences and accidents", "违法犯罪和事故致死"),
        "less",
        lambda sums: _harmed(sums, "death"),
    ),
    rate("harm.self_harm", Text("deaths by self-harm", "自杀死亡"), "less", lambda sums: sums.of("self_harm")),
    rate(
        "harm.violence",
        Text("violence from disputes and in families", "纠纷引发的暴力和家庭暴力"),
        "less",
        lambda sums: sums.of("offences", offence_type=("dispute_violence", "family_violence")),
    ),
    rate(
        "harm.losses",
        Text("losses to offences that were not recovered", "违法犯罪造成且未挽回的损失"),
        "less",
        lambda sums: sums.of("losses") - sums.of("recovered"),
        YUAN_A_HEAD,
    ),
    rate("harm.accidents", Text("accidents", "事故"), "less", lambda sums: sums.of("accidents")),
    share(
        "harm.hazards_found",
        Text("hazards found, of those that arose", "隐患发现率"),
        "more",
        lambda sums: sums.of("hazards_found"),
        lambda sums: sums.of("hazards_arisen"),
    ),
    rate(
        "crime.true",
        Text("offences committed", "实际发生的违法犯罪"),
        "less",
        lambda sums: sums.of("offences"),
    ),
    rate("crime.recorded", Text("offences recorded", "记录的违法犯罪"), None, _recorded),
    share(
        "crime.recorded_share",
        Text("offences recorded, of those committed", "违法犯罪被记录的比例"),
        "more",
        _recorded,
        lambda sums: sums.of("offences"),
    ),
    share(
        "crime.clear_up",
        Text("recorded offences cleared up", "破案（查处）率"),
        "more",
        lambda sums: sums.of("cleared"),
        _recorded,
    ),
    rate(
        "intrusion.contacts",
        Text("times a resident was stopped, checked or felt watched", "居民被盘查、核查或感到被监视"),
        "less",
        lambda sums: sums.of("stops") + sums.of("checks"),
        PER_1000,
    ),
    rate(
        "intrusion.stops",
        Text("residents stopped on patrol", "巡逻盘查"),
        "less",
        lambda sums: sums.of("stops"),
        PER_1000,
    ),
    rate(
        "intrusion.stops_unfair",
        Text("stops without fair procedure", "程序不公正的盘查"),
        "less",
        lambda sums: sums.of("stops_unfair"),
        PER_1000,
    ),
    rate(
        "intrusion.cameras",
        Text("spending on cameras", "视频监控支出"),
        None,
        lambda sums: sums.of("spending", lever="guardianship.cameras"),
        YUAN_A_HEAD,
    ),
    rate(
        "collective.incidents",
        Text("collective incidents", "群体性事件"),
        "less",
        lambda sums: sums.of("incidents"),
    ),
    rate(
        "collective.participants",
        Text("participants in collective incidents", "群体性事件参与人数"),
        "less",
        lambda sums: sums.of("incident_participants"),
    ),
)
