"""Cards: listed, played, refused where they contradict each other, and paid for."""

import subprocess
import sys
from pathlib import Path

import pytest

import linli
from linli._glossary import found_by_term, glossary
from linli.cli import main
from linli.figures_of_merit import FIGURES

ROOT = Path(__file__).parents[2]
DONGGUAN = ROOT / "scenarios" / "dongguan"
ALTERNATIVES = ("mediation-first", "policing-first", "integration-first", "technology-first", "kpi-pressure")
OWN_CARD = """
id = "mine"
name = { en = "Mine", zh = "自制" }
summary = { en = "Twice the mediators.", zh = "调解员加倍。" }
source = { en = "assumption", zh = "假设" }
[[measures]]
lever = "mediation.full_time"
scale = 2.0
[effect]
statement = { en = "less waiting", zh = "等待减少" }
indicator = "waiting"
change = "less"
"""


@pytest.fixture
def town_reference() -> linli.Scenario:
    """The sample town without any card."""
    return linli.Scenario.load(ROOT / "scenarios/town/reference.toml")


def test_there_is_a_card_for_each_of_the_47_systems_with_both_names() -> None:
    cards = linli.cards()
    assert len(cards) == 47
    assert cards["name_en"].is_unique
    assert cards["name_zh"].str.contains("[\u4e00-\u9fff]").all()


def test_half_a_card_moves_a_lever_half_of_the_way(town_reference: linli.Scenario) -> None:
    simulation = linli.Simulation(town_reference.extend(linli.Card("A6", strength=0.5)), seed=1)
    simulation.step(1)
    assert simulation.levers["court.diversion"] == pytest.approx((0.2 + 0.7) / 2)


def test_a_card_of_ones_own_is_played_and_stays_with_the_scenario(
    town_reference: linli.Scenario, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text(OWN_CARD, encoding="utf-8")
    policy = town_reference.extend(linli.Card(file=tmp_path / "mine.toml"))
    saved = policy.save(tmp_path / "policies.toml")
    assert linli.Scenario.load(saved).cards[0]["file"] == "mine.toml"


def test_two_cards_that_set_one_lever_are_refused_by_name(town_reference: linli.Scenario) -> None:
    with pytest.raises(linli.InputError, match=r"A6.*A6"):
        town_reference.extend(linli.Card("A6"), linli.Card("A6", strength=0.5))


def test_spending_by_card_adds_up_to_the_spending(town_reference: linli.Scenario) -> None:
    policy = town_reference.extend(linli.Card("A2"), linli.Card("C6", strength=0.5))
    by_card = policy.expected_spending_by_card()
    assert by_card.sum().to_list() == pytest.approx(policy.expected_spending().sum().to_list())
    assert (by_card.loc["C6"] > 0).all(axis=None)


def test_overspending_is_refused_and_says_by_how_much(town_reference: linli.Scenario) -> None:
    budget = float(town_reference.expected_spending()[2022].sum())
    with pytest.raises(linli.InputError, match="above the budget"):
        town_reference.with_values({"budget": budget * 1.001}).extend(linli.Card("G2"))


@pytest.mark.parametrize("name", ALTERNATIVES)
def test_the_alternatives_cost_the_same(name: str) -> None:
    scenario = linli.Scenario.load(DONGGUAN / f"{name}.toml")
    assert scenario.budget == 12.35e9
    assert float(scenario.expected_spending()[2022].sum()) == pytest.approx(12.35e9, rel=1e-4)


def test_the_command_lists_cards_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards"]) == 0
    listed = capsys.readouterr().out
    assert "Court-mediation linkage" in listed
    assert "诉调对接" in listed


@pytest.mark.parametrize(("language", "word"), [("en", "court.diversion"), ("zh", "副作用")])
def test_the_command_shows_a_card(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "show", "A6", "--lang", language]) == 0
    assert word in capsys.readouterr().out


def test_checking_says_what_each_card_adds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reference = linli.Scenario.load(ROOT / "scenarios/town/reference.toml")
    policy = reference.extend(linli.Card("A2"), linli.Card("C6", strength=0.5))
    assert main(["check", str(policy.save(tmp_path / "policy.toml"))]) == 0
    shown = capsys.readouterr().out
    added = policy.expected_spending_by_card().groupby(level="card").sum().loc[["A2", "C6"], 2022] / 1e6
    rows = {line.split()[0]: line.split()[-1] for line in shown.splitlines() if line.strip()}
    assert {card: rows[card] for card in added.index} == {card: f"{amount:,.1f}" for card, amount in added.items()}


def test_every_card_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "show", *linli.cards().index]) == 0
    assert "nan" not in capsys.readouterr().out.split()


def test_a_card_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "show", "Z9"]) == 2
    assert "Z9" in capsys.readouterr().err


def test_several_scenarios_stand_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = str(ROOT / "scenarios/town/reference.toml")
    others = [str(ROOT / f"scenarios/town/{name}.toml") for name in ("mediators-double", "hotspot-patrol")]
    arguments = ["compare", base, *others, "--seeds", "2", "--days", "370", "-o", str(tmp_path / "compared")]
    assert main(arguments) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Compared with Sample town, reference, 2022-01-01 to 2022-01-05; whole city; 2 seeds; simulated" in shown
    assert "twice as many" in shown
    assert "suits" in shown


def test_the_pages_of_systems_are_those_of_the_cards_and_trials() -> None:
    command = [sys.executable, str(ROOT / "scripts/systems"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_glossary_names_only_what_there_is_and_every_card() -> None:
    there = {"cards": set(linli.cards().index), "levers": set(linli.levers().index), "figures": set(FIGURES)}
    for term in glossary():
        for what, keys in there.items():
            assert set(getattr(term, what)) <= keys, (term.name.en, what)
        assert term.cards
        assert all((term.name.en, term.name.zh, term.meaning.en, term.meaning.zh))
    assert {card for term in glossary() for card in term.cards} == there["cards"]
    for names in ([term.name.en for term in glossary()], [term.name.zh for term in glossary()]):
        assert len(set(names)) == len(names)


def test_a_term_names_a_lever_of_one_of_its_cards() -> None:
    moved = {name: {measure["lever"] for measure in card["measures"]} for name, card in linli.cards().iterrows()}
    for term in glossary():
        for card in term.cards:
            assert moved[card] & {lever for one in glossary() if card in one.cards for lever in one.levers}, card


@pytest.mark.parametrize(
    ("word", "card"),
    [("枫桥", "A15"), ("fengqiao", "A15"), ("民转刑", "C10"), ("KPI", "G1"), ("雪亮", "C3"), ("linkage", "A6")],
)
def test_cards_are_found_by_official_terms_and_parts_of_names(
    word: str, card: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cards", word]) == 0
    listed = capsys.readouterr().out
    assert card in listed.split()
    assert "F3" not in listed.split()
    assert main(["cards", "show", word]) == 0
    assert linli.cards().loc[card, "effect"].split()[-1] in capsys.readouterr().out


def test_a_card_is_shown_whole_by_its_id_with_or_without_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "a6"]) == 0
    shown = capsys.readouterr().out
    assert main(["cards", "show", "A6"]) == 0
    assert capsys.readouterr().out == shown
    assert "court.diversion" in shown


def test_levers_and_figures_are_found_by_official_terms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["levers", "以案定补", "--json"]) == 0
    assert '"mediation.subsidy"' in capsys.readouterr().out
    assert main(["figures", "诉源治理"]) == 0
    assert "disputes.suits" in capsys.readouterr().out
    assert set(found_by_term("levers", "诉源治理")) <= set(linli.levers().index)


def test_a_word_that_no_card_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "没有的词"]) == 2
    assert "linli cards" in capsys.readouterr().err


def test_the_pages_of_terms_are_those_of_the_glossary() -> None:
    command = [sys.executable, str(ROOT / "scripts/glossary"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
