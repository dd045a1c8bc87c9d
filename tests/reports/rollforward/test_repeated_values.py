"""A value that both earlier reports give is in the next one already, and asks to be read again."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from reports.importing.tree import report_index
from reports.models import AnnualReportPage, RollForward
from reports.rollforward.new_report import roll_forward
from tests.reports.checks import build
from tests.reports.rollforward.conftest import list_fields

from .conftest import stored

Publish = Callable[..., AnnualReportPage]


@pytest.fixture
def publish(people: Any) -> Publish:
    def act(year: int, *blocks: build.Block) -> AnnualReportPage:
        page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year))
        page.body = json.dumps(stored(*blocks))
        report_index().add_child(instance=page)
        page.save_revision().publish()
        return AnnualReportPage.objects.get(pk=page.pk)

    return act


def begun(source: AnnualReportPage) -> RollForward:
    return RollForward.objects.get(pk=roll_forward(source, 2025).pk)


def repeated(roll: RollForward) -> dict[str, str]:
    """What is to be read again, by the end of its trail."""
    page = AnnualReportPage.objects.get(pk=roll.report_id)
    found = {field.key: field for field in list_fields(page)}
    assert not roll.unchanged.keys() & roll.expected.keys()
    assert all(found[key].value == value for key, value in roll.unchanged.items())
    return {" › ".join(found[key].trail[1:]): value for key, value in roll.unchanged.items()}


def indicators(year: int, *rows: list[Any]) -> build.Block:
    heads = ("Indicateurs", f"Résultats {year - 1}", f"Objectifs PLF {year}", f"Résultats {year}")
    return build.indicators(heads, *rows, caption=f"Indicateurs {year}")


def test_a_table_is_compared_column_by_column(publish: Publish) -> None:
    publish(
        2023, indicators(2023, ["Délai", "9 mois", "6\u202fmois", "8 mois"], ["B", "1", "2", "3"])
    )
    source = publish(
        2024, indicators(2024, ["Délai", "8 mois", "6 mois", "7 mois"], ["B", "3", "4", "5"])
    )
    roll = begun(source)
    assert repeated(roll) == {"Délai › Objectifs PLF 2025": "6 mois"}
    report = AnnualReportPage.objects.get(pk=roll.report_id)
    (rows,) = (block["value"]["table"]["rows"] for block in report.body.raw_data)
    assert [row["cells"] for row in rows] == [["Délai", "7 mois", "6 mois", ""], ["B", "5", "", ""]]


def test_a_chart_a_budget_a_list_and_key_figures(publish: Publish) -> None:
    def blocks(year: int, agents: str, staff: str) -> list[build.Block]:
        return [
            build.chart("Services", ["DINUM", "59"], ["Santé", agents]),
            build.budget(("Animation", "1 406 165 €", staff)),
            build.fact_list(("Un point tous les", "6 mois", ""), ("", agents, "agents en ligne")),
            build.key_figures((f"En {year} :", "35", "équipes"), ("", agents, "agents")),
        ]

    publish(2023, *blocks(2023, "190", "3 ETP"))
    roll = begun(publish(2024, *blocks(2024, "279", "4 ETP")))
    assert repeated(roll) == {
        "DINUM › Valeur": "59",
        "Animation › Montant": "1 406 165 €",
        "Un point tous les": "6 mois",
        "En 2025 … équipes": "35",
    }


def test_cards_are_compared_period_by_period(publish: Publish) -> None:
    def blocks(year: int, before: str, now: str) -> list[build.Block]:
        periods = {
            f"En {year - 1}": [("", before, "agents")],
            f"En {year}": [("", now, "agents"), ("", "12", "villes")],
        }
        return [
            build.comparison_cards(build.compared("Tchap", periods, growth="+47 %")),
            build.impact_cards(build.card("Mano", ("", "442", "équipes"), ("", now, "agents"))),
        ]

    publish(2023, *blocks(2023, "100", "190"))
    roll = begun(publish(2024, *blocks(2024, "190", "279")))
    # an evolution is counted anew, and is equal by chance
    assert repeated(roll) == {"Tchap › En 2025 › villes": "12", "Mano › équipes": "442"}


@pytest.mark.parametrize(
    ("then", "now", "is_repeated"),
    [
        ("6 mois", "6 mois", True),
        ("17,40 %", "17,4 %", True),
        ("N/A", "sans objet", True),
        ("Très bonne", "très bonne", True),
        ("2027", "2027", True),
        ("4,2/5", "4,2/5", True),
        ("6 mois", "6 jours", False),
        ("Plus de 50", "50", False),
        ("4,2/5", "4,2/10", False),
        ({"raw": "+80 %", "read_as": "plus de 80 %"}, "+80 %", False),
        ("0", "0", False),
        ("0 %", "0 %", False),
        ("ND", "ND", False),
        ("12 (p)", "12 (p)", False),
        ("+47 %", "+47 %", False),
        ("x3", "x3", False),
        ("", "", False),
    ],
)
def test_what_is_equal(publish: Publish, then: Any, now: Any, is_repeated: bool) -> None:
    publish(2023, indicators(2023, ["A", "", "", then]))
    roll = begun(publish(2024, indicators(2024, ["A", "", "", now])))
    assert list(repeated(roll).values()) == ([now] if is_repeated else [])


def test_other_figures_among_the_words_are_equal_too(publish: Publish) -> None:
    def block(other: str) -> build.Block:
        return build.key_figures(("", "12", f"services, dont {other} nouveaux"))

    publish(2023, block("3"))
    assert repeated(begun(publish(2024, block("4")))) == {}


def test_without_a_report_before_everything_is_emptied(source: AnnualReportPage) -> None:
    assert begun(source).unchanged == {}


def test_only_what_was_published_is_compared(publish: Publish) -> None:
    block = build.key_figures(("", "35", "équipes"))
    earlier = publish(2023, block)
    source = publish(2024, block)
    earlier.unpublish()
    assert begun(source).unchanged == {}
    AnnualReportPage.objects.get(year=2025).delete()
    AnnualReportPage.objects.get(year=2023).get_latest_revision().publish()
    restriction = PageViewRestriction.objects.create(page=earlier, restriction_type="login")
    assert begun(AnnualReportPage.objects.get(year=2024)).unchanged == {}
    AnnualReportPage.objects.get(year=2025).delete()
    restriction.delete()
    assert list(begun(AnnualReportPage.objects.get(year=2024)).unchanged.values()) == ["35"]
    AnnualReportPage.objects.get(year=2025).delete()
    AnnualReportPage.objects.get(year=2024).unpublish()
    assert begun(AnnualReportPage.objects.get(year=2024)).unchanged == {}
