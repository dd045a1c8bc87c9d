"""A value that both earlier reports give is in the next one already, and asks to be read again."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from reports.authoring.models import RollForward
from reports.authoring.rollforward.new_report import roll_forward
from reports.content.models import AnnualReportPage
from reports.content.site_tree import report_index
from tests.reports.authoring.rollforward.conftest import list_fields
from tests.reports.checks import build

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


def begun(source: AnnualReportPage, year: int = 2025) -> RollForward:
    return RollForward.objects.get(pk=roll_forward(source, year).pk)


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


def list_rows(roll: RollForward) -> list[list[str]]:
    """Return the cells of the one table of the report that was begun."""
    report = AnnualReportPage.objects.get(pk=roll.report_id)
    (rows,) = (block["value"]["table"]["rows"] for block in report.body.raw_data)
    return [row["cells"] for row in rows]


def test_a_table_is_compared_column_by_column(publish: Publish) -> None:
    def table(year: int, legal: str, real: str) -> build.Block:
        heads = ("Service", "Délai légal", f"Délai constaté en {year}", "Note")
        return build.data_table(heads, ["Mano", legal, real, "4/5"], ["B", real, real, "2"])

    publish(2023, table(2023, "6\u202fmois", "9 mois"))
    roll = begun(publish(2024, table(2024, "6 mois", "7 mois")))
    assert repeated(roll) == {"Mano › Délai légal": "6 mois", "Mano › Note": "4/5", "B › Note": "2"}
    assert list_rows(roll) == [["Mano", "6 mois", "", "4/5"], ["B", "", "", "2"]]


@pytest.mark.parametrize("leading", [True, False])
def test_a_number_in_a_column_of_a_year_is_that_year_s(publish: Publish, leading: bool) -> None:
    """An equal target was set anew, an equal result was reached anew."""

    def table(year: int) -> build.Block:
        kind, value = indicators(year, ["Lancés", "7", "8", "8"], ["Part", "N/A", "50 %", "N/A"])
        for row in value["table"]["rows"]:
            row["leading"] = leading
        return kind, value

    publish(2023, table(2023))
    roll = begun(publish(2024, table(2024)))
    assert list_rows(roll) == [["Lancés", "8", "", ""], ["Part", "N/A", "", "N/A"]]
    assert repeated(roll) == {"Part › Résultats 2025": "N/A"}
    assert {"8", "50 %"} <= set(roll.expected.values())


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


def users(*periods: str, figures: tuple[str, ...]) -> build.Block:
    facts = {name: [("", figure, "agents")] for name, figure in zip(periods, figures, strict=True)}
    return build.comparison_cards(build.compared("Tchap", facts, growth="+47 %"))


def list_card_facts(roll: RollForward) -> dict[str, list[str]]:
    """The figures of the first card, by the heads of its periods."""
    (block,) = AnnualReportPage.objects.get(pk=roll.report_id).body.raw_data
    return {
        period["value"]["heading"]: [
            fact["value"]["figure"] for fact in period["value"]["facts"] if fact["value"]["figure"]
        ]
        for period in block["value"]["cards"][0]["value"]["periods"]
    }


@pytest.mark.parametrize("year", [2026, 2031])
def test_a_year_is_not_compared_with_itself_in_cards(publish: Publish, year: int) -> None:
    publish(2023, users("En 2023", figures=("190",)))
    source = publish(2024, users("En 2023", "En 2024", figures=("190", "279")))
    roll = begun(source, year)
    assert repeated(roll) == {}
    assert list_card_facts(roll) == {f"En {year - 1}": [], f"En {year}": []}


def test_the_only_period_of_a_card_is_that_of_its_report(publish: Publish) -> None:
    publish(2023, users("En 2023", figures=("190",)))
    roll = begun(publish(2024, users("En 2023", figures=("190",))))
    assert repeated(roll) == {}
    assert list_card_facts(roll) == {"En 2024": []}


@pytest.mark.parametrize(("now", "is_repeated"), [("Au total", False), ("En 2024", True)])
def test_a_period_alone_is_compared_with_the_last(
    publish: Publish, now: str, is_repeated: bool
) -> None:
    publish(2023, users("Son impact", figures=("190",)))
    figures = ("190", "279") if now == "Au total" else ("100", "190")
    roll = begun(publish(2024, users("Au total", "En 2024", figures=figures)))
    assert list(repeated(roll).values()) == (["190"] if is_repeated else [])


@pytest.mark.parametrize("year", [2026, 2031])
def test_after_a_skipped_year_only_what_reports_say_of_their_own_year_stays(
    publish: Publish, year: int
) -> None:
    def blocks(year: int, result: str) -> list[build.Block]:
        table = indicators(year, ["Délai", "6 jours", "6 mois", result])
        charts = build.chart(f"Services en {year - 1}", ["Santé", "59"], ["DINUM", "60"])
        facts = build.fact_list(("Réunis tous les", "6 mois", f"contre 8 en {year - 1}"))
        cards = build.compared(
            "Tchap",
            {f"En {year - 1}": [("", "12", "villes")], f"En {year}": [("", "12", "villes")]},
        )
        figures = build.key_figures(
            (f"En {year} :", "35", "équipes"),
            (f"En {year - 1} :", "34", "agents"),
            ("", "36", f"projets en janvier {year + 1}"),
            ("", "37", "services depuis 2022"),
            ("", "38", "lauréats en 2019"),
        )
        return [table, charts, facts, build.comparison_cards(cards), figures]

    publish(2023, *blocks(2023, "8"))
    roll = begun(publish(2024, *blocks(2024, "7")), year)
    assert repeated(roll) == {
        f"Tchap › En {year} › villes": "12",
        f"En {year} … équipes": "35",
        f"projets en janvier {year + 1}": "36",
        "services depuis 2022": "37",
        "lauréats en 2019": "38",
    }


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_is_not_compared_with_itself_elsewhere(publish: Publish, year: int) -> None:
    """Last year’s report gives again what the one before gave of the same year."""
    blocks = [
        build.key_figures(("En 2023 :", "35", "équipes")),
        build.key_figures(("", "36", "agents"), title="En 2023"),
        build.fact_list(("Rappel de 2023", "", ""), ("", "39", "villes")),
        build.heading("Rappel de 2023"),
        build.key_figures(("", "37", "projets")),
        build.chart("Services en 2023", ["DINUM", "59"], ["Santé", "60"]),
        build.budget(("Animation en 2023", "1 406 165 €", "3 ETP")),
        build.heading("Le reste"),
        ("budget", {**build.budget(("Formation", "5 €", ""))[1], "amount_heading": "Budget 2023"}),
        build.key_figures(("En 2022 :", "38", "lauréats")),
    ]
    blocks[2][1]["items"][1]["level"] = 2
    publish(2023, *blocks)
    # a year that does not move is that of both
    assert repeated(begun(publish(2024, *blocks), year)) == {"En 2022 … lauréats": "38"}


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
    heads = ("Service", "Note")
    publish(2023, build.data_table(heads, ["A", then]))
    roll = begun(publish(2024, build.data_table(heads, ["A", now])))
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
