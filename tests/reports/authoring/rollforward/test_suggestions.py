"""A fact is emptied whole, and the form knows what it said a year ago."""

import json

import pytest

from reports.authoring.models import RollForward
from reports.authoring.rollforward.labels import Step
from reports.authoring.rollforward.new_report import roll_forward
from reports.authoring.rollforward.suggestions import (
    build_suggestions,
    collect_facts,
    iterate_facts,
    replace_figures,
    suggest_fact,
)
from reports.content.models import AnnualReportPage
from reports.core.document import read
from tests.reports.checks import build

from .conftest import stored

NEXT = Step(2024, 2025)


@pytest.fixture
def roll(source: AnnualReportPage) -> RollForward:
    return RollForward.objects.get(pk=roll_forward(source, 2025).pk)


def test_the_form_is_given_each_emptied_fact_a_year_later(roll: RollForward) -> None:
    found = build_suggestions(roll, 2025)
    assert found["year"] == 2024
    # a set: PostgreSQL keeps the keys of an object in an order of its own
    assert {
        (fact["before"], fact["figure"], fact["after"], fact["line"])
        for fact in found["facts"].values()
    } == {
        ("", "35", "équipes en janvier 2026", "35 équipes en janvier 2025"),
        ("", "279", "agents actifs", "279 agents actifs"),
        ("", "+47 %", "", "+47 %"),
    }
    page = AnnualReportPage.objects.get(pk=roll.report_id)
    emptied = {
        key: fact
        for key, fact in iterate_facts(read(list(page.body.raw_data)))
        if key in found["facts"]
    }
    assert emptied.keys() == found["facts"].keys()
    names = ("before", "figure", "after", "url")
    assert {str(fact.stored[name]) for fact in emptied.values() for name in names} == {""}


def test_a_listed_fact_and_a_budget_have_keys_of_their_own() -> None:
    body = stored(
        build.fact_list(("En 2024 :", "12 345", "utilisateurs actifs")),
        build.budget(("Animation", "1 406 165 €", "3,7 ETPT")),
    )
    keys = [key for key, _ in iterate_facts(read(body))]
    assert [key.partition("/")[2] for key in keys] == ["", "amount", "staff"]


def test_an_amount_is_suggested_with_the_unit_of_its_column() -> None:
    amounts = [
        {"raw": "1 200", "read_as": "1 200 k€"},
        {"raw": "+80 %", "read_as": "plus de 80 %"},
        {"raw": "(12)", "read_as": "12 ?"},
    ]
    document = read(stored(build.budget(*[("Poste", ("", each, ""), "") for each in amounts])))
    keys = [f"{key}/figure" for key, _ in iterate_facts(document) if key.endswith("amount")]
    facts = collect_facts(document, keys)
    assert [facts[key] for key in keys] == ["1 200 k€", "+80 %", "(12)"]


def test_an_old_roll_forward_suggests_no_words(roll: RollForward) -> None:
    """What was begun before facts were emptied whole has its words in the draft."""
    roll.expected = {"a1/figure": "35", "b2/c3": "15", "source_document": "un.pdf"}
    found = build_suggestions(roll, 2025)["facts"]
    assert found == {
        "a1": {"lead": "", "before": "", "after": "", "url": "", "figure": "35", "line": "35"}
    }
    assert build_suggestions(None, 2025) == {}


def test_a_year_that_is_not_typed_yet_is_the_next(roll: RollForward) -> None:
    assert build_suggestions(roll, None) == build_suggestions(roll, 2025)


def test_figures_among_the_words_do_not_come_back() -> None:
    assert replace_figures("agents, dont 2,5 ETPT et 12 % de femmes en 2025") == (
        "agents, dont [chiffre] et [chiffre] de femmes en 2025"
    )
    assert replace_figures("soit 12 % et 15 % des cas") == "soit [chiffre] % et [chiffre] % des cas"
    assert replace_figures("conforme au RGAA 4.1") == "conforme au RGAA 4.1"
    (block,) = stored(build.key_figures(("En 2024 :", "15", "agents, dont 3 nouveaux")))
    key = block["value"]["groups"][0]["value"]["facts"][0]["id"]
    said = suggest_fact(collect_facts(read([block]), [f"{key}/figure"]), key, NEXT)
    assert (said["before"], said["after"]) == ("En 2025 :", "agents, dont [chiffre] nouveaux")
    assert (said["figure"], said["line"]) == ("15", "En 2024 : 15 agents, dont 3 nouveaux")


def test_nothing_that_is_suggested_is_in_the_body(roll: RollForward) -> None:
    page = AnnualReportPage.objects.get(pk=roll.report_id)
    for body in (page.body, page.get_latest_revision_as_object().body):
        text = json.dumps(list(body.raw_data), ensure_ascii=False)
        assert "équipes en janvier" not in text
        assert text.count("agents actifs") == 1  # of last year's period
