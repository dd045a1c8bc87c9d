"""The real reports go in whole: what is in them is recognised as structure."""

from collections import Counter

import pytest

from reports.content.models import AnnualReportPage, Incubator, Observation, Picture, ReportDocument
from reports.content.models.page_document import read_body
from reports.core.document.visible_text import list_words
from reports.core.figures import Qualifier, State
from reports.core.text.words import split_words
from reports.exchange.importing import source
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.importing.recognition import recognise


@pytest.fixture
def recognised(real_reports):
    def read(year: int, name: str = ""):
        folder = real_reports / str(year)
        return recognise(source.read_source(folder / (name or f"{year}.md")), folder, year)

    return read


def of_kind(found, kind):
    return [draft for draft in found.drafts if draft.kind == kind]


def test_2024_is_recognised_as_structure(recognised):
    found = recognised(2024)
    [indicators] = of_kind(found, "indicator_table")
    cells = [cell.figure for row in indicators.value["table"] for cell in row.cells[1:]]
    [impact], [compared] = of_kind(found, "impact_cards"), of_kind(found, "comparison_cards")
    [lines], [incubators] = of_kind(found, "service_lines"), of_kind(found, "incubator_list")
    [budget], [chart] = of_kind(found, "budget"), of_kind(found, "chart")
    values = [row.cells[1].figure.value for row in chart.value["data"]]

    assert len(indicators.value["table"].rows) == 7
    assert Counter(figure.state for figure in cells) == {State.VALUE: 20, State.NOT_APPLICABLE: 1}
    assert len(impact.value["cards"]) == 7
    assert len(compared.value["cards"]) == 8
    assert all(
        card["growth"]["figure"] and len(card["periods"]) == 2 for card in compared.value["cards"]
    )
    assert len(lines.value["services"]) == 8
    assert [len(draft.value["table"].rows) for draft in of_kind(found, "funding_table")] == [8, 8]
    assert [len(g["incubators"]) for g in incubators.value["groups"]] == [17, 3]
    assert len(budget.value["lines"]) == 3
    assert all(p["amount"]["figure"] and p["staff"]["figure"] for p in budget.value["lines"])
    assert (len(values), sum(values)) == (19, 251)
    assert [len(draft.value["table"].rows) for draft in of_kind(found, "data_table")] == [2]
    assert [len(draft.value["items"]) for draft in of_kind(found, "definitions")] == [5]
    assert [len(draft.value["items"]) for draft in of_kind(found, "criteria")] == [3]
    assert [
        [len(group["facts"]) for group in draft.value["groups"]]
        for draft in of_kind(found, "key_figures")
    ] == [[3], [3, 2, 3], [2], [3], [2]]
    assert len([text for _, text in found.prose if any(map(str.isdigit, text))]) == 19


def test_2023_is_recognised_as_structure(recognised):
    found = recognised(2023)
    [indicators] = of_kind(found, "indicator_table")
    cells = [cell.figure for row in indicators.value["table"] for cell in row.cells[1:]]
    impact, statistics = of_kind(found, "impact_cards")
    [incubators], [budget] = of_kind(found, "incubator_list"), of_kind(found, "budget")
    [chart] = of_kind(found, "chart")

    assert len(cells) == 15
    assert all(figure.is_number for figure in cells)
    assert len(impact.value["cards"]) == 6
    assert [card["facts_heading"] for card in statistics.value["cards"]] == ["Statistiques"] * 3
    assert [len(draft.value["cards"]) for draft in of_kind(found, "comparison_cards")] == [8]
    assert [len(draft.value["table"].rows) for draft in of_kind(found, "funding_table")] == [7, 10]
    assert [len(g["incubators"]) for g in incubators.value["groups"]] == [17, 4]
    assert len(budget.value["lines"]) == 3
    assert all(
        post["amount"]["figure"] and not post["staff"]["figure"] for post in budget.value["lines"]
    )
    assert (
        sum(
            len(group["facts"])
            for draft in of_kind(found, "key_figures")
            for group in draft.value["groups"]
        )
        == 6
    )
    assert [len(draft.value["items"]) for draft in of_kind(found, "definitions")] == [5, 11]
    assert [len(draft.value["items"]) for draft in of_kind(found, "criteria")] == [3]
    assert [len(draft.value["table"].rows) for draft in of_kind(found, "data_table")] == [2]
    assert not chart.value["data"].rows
    assert chart.value["transcription"]
    assert chart.value["picture"].key.endswith("par-incubateur.png")
    assert len([text for _, text in found.prose if any(map(str.isdigit, text))]) == 15


def test_the_split_row_of_2023_is_repaired(recognised):
    table = of_kind(recognised(2023), "funding_table")[0].value["table"]
    tchap = next(row for row in table if row.head == "Tchap")
    assert tchap.cells[2].figure.value == 30000


@pytest.mark.parametrize("year", [2023, 2024])
def test_no_list_item_with_a_figure_is_left_in_rich_text(recognised, year):
    from bs4 import BeautifulSoup

    from reports.core.figures import split

    items = [
        item.get_text()
        for draft in of_kind(recognised(year), "paragraph")
        for item in BeautifulSoup(draft.value["text"], "html.parser").find_all(["li", "td"])
    ]
    assert items
    assert [item for item in items if split(item).expression or any(map(str.isdigit, item))] == []


def test_what_is_noticed_in_the_real_reports(recognised):
    assert [str(notice) for notice in recognised(2024, "2024-as-received.md").notices] == [
        "encodage réparé : le fichier UTF-8 avait été mal relu.",
        "ligne 11 : poids saisi « 604,58 KB », laissé de côté : il est calculé, en Ko ou Mo.",
        "ligne 52 : lien vers une ancre sans titre : "
        "#les-services-numériques-à-impact-national-en-2023",
        "ligne 340 : après « L’opérateur de produits interministériels », la parenthèse n’est "
        "jamais refermée : « Direction interministérielle du numérique » est rangé à part.",
        "ligne 349 : après « La plateforme de l’inclusion », la parenthèse n’est jamais "
        "refermée : « Groupement d’intérêt public » est rangé à part.",
        "ligne 363 : ce passage porte le repère technique d’une autre année "
        "(« transcription-bilan-2023-par-incubateur »), laissé de côté : vérifiez qu’il n’est pas "
        "resté d’un ancien bilan.",
    ]
    assert [str(notice) for notice in recognised(2023).notices] == [
        "ligne 11 : poids saisi « 600,20 KB », laissé de côté : il est calculé, en Ko ou Mo.",
        "ligne 386 : ligne de tableau coupée en deux : recollée.",
    ]


def test_figures_of_cards_are_figures(recognised):
    cards = of_kind(recognised(2024), "impact_cards")[0].value["cards"]
    facts = [fact for card in cards for fact in card["facts"]]
    from reports.core.figures import parse

    figures = [parse(fact["figure"]) for fact in facts]
    assert all(figure.is_number for figure in figures)
    assert figures[0].value == 325_000
    assert figures[0].qualifier is Qualifier.MORE_THAN


@pytest.mark.django_db
@pytest.mark.parametrize("year", [2023, 2024])
def test_every_word_of_the_real_report_is_in_the_body_in_order(real_reports, year):
    folder = real_reports / str(year)
    outcome = run_import(Request(file=folder / f"{year}.md", assets=folder, publish=True))
    assert outcome.fidelity.percent == 100.0
    assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ())
    assert outcome.fidelity.seen == outcome.fidelity.kept > 3000


@pytest.mark.django_db
def test_as_received_and_repaired_give_the_same_body(real_reports):
    folder = real_reports / "2024"
    run_import(Request(file=folder / "2024-as-received.md", assets=folder))
    first = AnnualReportPage.objects.get(year=2024).body.get_prep_value()
    again = run_import(Request(file=folder / "2024.md", assets=folder))
    run_import(Request(file=folder / "2024.md", assets=folder, replace=True))
    latest = AnnualReportPage.objects.get(year=2024).get_latest_revision_as_object()
    assert again.status == "inchangé"
    assert latest.body.get_prep_value() == first


@pytest.mark.django_db
def test_importing_both_years_joins_what_they_share(real_reports):
    for year in (2023, 2024):
        folder = real_reports / str(year)
        run_import(Request(file=folder / f"{year}.md", assets=folder, publish=True))
    series = Observation.objects.filter(
        indicator__code="produits-a-impact-national", kind="result"
    ).values_list("period_start__year", "value", "report__year")
    assert sorted((y, int(v), r) for y, v, r in series) == [
        (2022, 6, 2023),
        (2023, 6, 2023),
        (2023, 6, 2024),
        (2024, 7, 2024),
    ]
    assert (Picture.objects.count(), ReportDocument.objects.count()) == (6, 2)
    assert Incubator.objects.filter(name__icontains="de la culture").count() == 1


@pytest.mark.django_db
def test_old_anchors_of_the_sidebar_keep_working(real_reports):
    folder = real_reports / "2023"
    run_import(Request(file=folder / "2023.md", assets=folder))
    page = AnnualReportPage.objects.get(year=2023)
    anchors = set()
    for block in page.body:
        if block.block_type == "heading":
            anchors |= {block.value["anchor"], *block.value["old_anchors"]}
    assert {"les-pilliers-de-lapproche", "état-des-lieux", "liste-des-abbréviations"} <= anchors
    assert "les-intrapreneurs--des-agents-publics-formés-à-la-méthode" in anchors


@pytest.mark.django_db
def test_deleting_any_one_word_from_the_body_is_seen(real_reports):
    """The comparison has no blind spot: each word of the body, taken away alone, turns it red."""
    from reports.exchange.importing import fidelity

    folder = real_reports / "2024"
    run_import(Request(file=folder / "2024.md", assets=folder))
    page = AnnualReportPage.objects.get(year=2024)
    body = split_words(page.hero_title) + list_words(read_body(page))
    origin = source.read_source(folder / "2024.md")
    seen = fidelity.list_visible_words(origin.text, "Bilan 2024")
    assert seen == body
    # Two equal lists cannot stay equal when one loses a word; what remains is that compare says so.
    for place in range(0, len(body), 97):
        assert not fidelity.compare_words(seen, body[:place] + body[place + 1 :]).whole
