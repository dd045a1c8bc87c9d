"""What is left goes as an editor works, and comes back when they undo it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from reports.authoring.rollforward.expected_fields import iterate_fields
from reports.authoring.rollforward.new_report import roll_forward
from reports.authoring.rollforward.progress import Progress, list_open_tasks
from reports.content.models import AnnualReportPage
from reports.core.document import read
from tests.reports.checks import build

from .conftest import stored

Draft = dict[str, Any]


@pytest.fixture
def page(source: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=roll_forward(source, 2025).report_id)


@pytest.fixture
def after(page: AnnualReportPage) -> Callable[[Callable[[Draft], Any]], Progress]:
    """What is left once the blocks, by their kind, were changed."""

    def change(act: Callable[[Draft], Any]) -> Progress:
        blocks = list(page.body.raw_data)
        act({block["type"]: block["value"] for block in blocks})
        page.body = json.dumps([block for block in blocks if block["value"]])
        return list_open_tasks(page)

    return change


def told(progress: Progress) -> list[tuple[str, str]]:
    return [(task.where, task.was) for task in progress.remaining]


def rows(draft: Draft) -> Any:
    return draft["indicator_table"]["table"]["rows"]


def test_all_that_was_emptied_and_all_that_was_kept(page: AnnualReportPage) -> None:
    progress = list_open_tasks(page)
    assert told(progress) == [
        ("Chapô › Une année 2024.", ""),
        ("Paragraphe › En 2024, tout va bien.", ""),
        ("Tableau d’indicateurs « Indicateurs 2025 » › Produits suivis › Objectifs PLF 2025", "15"),
        ("Tableau d’indicateurs « Indicateurs 2025 » › Produits suivis › Résultats 2025", "+80 %"),
        (
            "Tableau d’indicateurs « Indicateurs 2025 » › Part des femmes › Objectifs PLF 2025",
            "50 %",
        ),
        ("Tableau d’indicateurs « Indicateurs 2025 » › Part des femmes › Résultats 2025", "45 %"),
        ("Chiffres clés › 1", "35 équipes en janvier 2025"),
        ("Cartes d’une année à l’autre › Tchap › En 2025", "279 agents actifs"),
        ("Cartes d’une année à l’autre › Tchap › Évolution", "+47 %"),
        ("Tableau de financement « Lauréats » › Lauréats", "1 ligne"),
    ]
    assert (progress.done, progress.total) == (0, 10)
    assert [section for section, _ in progress.sections] == ["", "1 Résultats en 2025"]


@pytest.mark.django_db
def test_two_blocks_of_a_kind_are_told_apart_by_their_names() -> None:
    page = AnnualReportPage()
    services = build.chart("Services en 2024", ["DINUM", "59"])
    agents = build.chart("Agents " * 20, ["DINUM", "12"])
    document = read(stored(services, agents, build.chart("", ["DINUM", "7"])))
    names = dict.fromkeys(found.trail[0] for found in iterate_fields(page, document))
    assert list(names) == [
        "Document source",
        "Graphique « Services en 2024 »",
        f"Graphique « {' '.join(['Agents'] * 8)}… »",
        "Graphique",
    ]


def test_any_text_fills_a_cell(after: Any) -> None:
    def fill(draft: Draft) -> None:
        rows(draft)[0]["cells"][2] = "N/A"
        rows(draft)[0]["cells"][3] = {"raw": "ND"}
        rows(draft)[1]["cells"][3] = " "

    progress = after(fill)
    assert (progress.done, progress.total) == (2, 10)
    assert not [where for where, _ in told(progress) if "Produits suivis" in where]


def test_rows_may_be_moved_and_renamed(after: Any) -> None:
    def move(draft: Draft) -> None:
        rows(draft).reverse()
        rows(draft)[1]["cells"][0] = "Produits en ligne"

    assert [where for where, was in told(after(move)) if was in ("15", "50 %")] == [
        "Tableau d’indicateurs « Indicateurs 2025 » › Part des femmes › Objectifs PLF 2025",
        "Tableau d’indicateurs « Indicateurs 2025 » › Produits en ligne › Objectifs PLF 2025",
    ]


def test_what_was_taken_out_is_wanted_no_more(after: Any) -> None:
    progress = after(lambda draft: draft["comparison_cards"].clear())
    assert (progress.done, progress.total) == (0, 8)


def test_prose_is_read_again_when_its_words_change(after: Any) -> None:
    def restyle(draft: Draft) -> None:
        draft["paragraph"]["text"] = '<p data-block-key="a1">En <b>2024</b>, tout&nbsp;va bien.</p>'

    def rewrite(draft: Draft) -> None:
        draft["paragraph"]["text"] = "<p>En 2025, tout va mieux.</p>"

    assert after(restyle).done == 0
    assert after(rewrite).done == 1


def test_prose_that_is_still_true(page: AnnualReportPage) -> None:
    block = next(block["id"] for block in page.body.raw_data if block["type"] == "paragraph")
    page.roll_forward.reread = [block]
    page.roll_forward.save()
    assert list_open_tasks(page).done == 1


def test_what_keeps_a_report_from_being_published_is_left_too(after: Any) -> None:
    def forget(draft: Draft) -> None:
        draft["heading"]["text"] = ""

    progress = after(forget)
    assert ("Titre › Titre : Champ requis.", "") in told(progress)
    assert progress.total == 11


def test_a_report_that_was_begun_from_no_other_has_holes_alone(source: AnnualReportPage) -> None:
    assert told(list_open_tasks(source)) == []
    source.title = " "
    assert told(list_open_tasks(source)) == [("La page n’a pas de titre.", "")]


def test_a_download_without_a_file_is_left_once(
    source: AnnualReportPage, page: AnnualReportPage
) -> None:
    for report in (source, page):
        blocks = stored(build.download("Le bilan en PDF"))
        report.body = json.dumps([*report.body.raw_data, *blocks])
        where = "Téléchargement « Le bilan en PDF » › Document : le fichier manque."
        found = [task for task in list_open_tasks(report).remaining if task.where == where]
        assert [task.key for task in found] == [f"{blocks[0]['id']}/document"]
    key = found[0].key
    page.roll_forward.expected[key] = "bilan_2024"  # then the roll-forward says it
    emptied = [task for task in list_open_tasks(page).remaining if task.key == key]
    assert [task.was for task in emptied] == ["bilan_2024"]


def test_what_is_left_is_asked_in_few_statements(
    page: AnnualReportPage, django_assert_max_num_queries: Any
) -> None:
    draft = page.get_latest_revision_as_object()
    with django_assert_max_num_queries(5):
        list_open_tasks(draft)
