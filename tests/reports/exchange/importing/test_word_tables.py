"""Tables of Word documents: cells hold paragraphs, and say what those of Markdown say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reports.content.models import Indicator
from reports.content.tables import Row
from reports.exchange.importing import source
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognition import recognise
from tests.reports.exchange.importing.word_files import link, make_document, paragraph, run, table

BOLD, ITALIC = "<w:b/>", "<w:i/>"
HEADS = ["Indicateurs", "Résultats 2030", "Objectifs 2031", "Résultats 2031"]
NUMBERS = ["12", "14", "15"]


def make_table(*titles: list[str]) -> str:
    """A table of indicators whose rows are headed by these paragraphs."""
    made = table(HEADS, *(["", *NUMBERS] for _ in titles))
    for paragraphs in titles:
        made = made.replace(f"<w:tc>{paragraph(run(''))}", f"<w:tc>{''.join(paragraphs)}", 1)
    return made


def recognise_file(tmp_path: Path, *blocks: str, **links: str) -> list[Draft]:
    path = tmp_path / "bilan.docx"
    path.write_bytes(make_document(*blocks, links=links))
    return recognise(source.read_source(path), None, 2031).drafts


def rows_of(drafts: list[Draft]) -> tuple[Row, ...]:
    return next(draft.value["table"].rows for draft in drafts if "table" in draft.value)


NAME = run("Bateaux à flot", BOLD)
SHAPES = {
    "one paragraph": [paragraph(NAME, run(" (qui naviguent)", ITALIC))],
    "two paragraphs": [paragraph(NAME), paragraph(run("(qui naviguent)", ITALIC))],
    "a bold name in runs": [
        paragraph(run("Bateaux", BOLD), run(" à flot", BOLD), run(" (qui naviguent)"))
    ],
    "an empty paragraph": [paragraph(NAME), paragraph(), paragraph(run("qui naviguent"))],
}


@pytest.mark.parametrize("title", SHAPES.values(), ids=SHAPES)
def test_a_bold_name_is_parted_from_its_definition(tmp_path: Path, title: list[str]) -> None:
    [row] = rows_of(recognise_file(tmp_path, make_table(title)))

    assert (row.head, row.note) == ("Bateaux à flot", "qui naviguent")


def test_a_name_without_more_keeps_its_words(tmp_path: Path) -> None:
    titles = [[paragraph(NAME)], [paragraph(run("Voiliers ")), paragraph(run("à flot", BOLD))]]
    rows = rows_of(recognise_file(tmp_path, make_table(*titles)))

    assert [(row.head, row.note) for row in rows] == [
        ("Bateaux à flot", ""),
        ("Voiliers à flot", ""),
    ]


def test_lines_of_a_definition_stay_apart(tmp_path: Path) -> None:
    lines = [paragraph(NAME), paragraph(run("Au port.")), paragraph(run("En mer."))]
    [row] = rows_of(recognise_file(tmp_path, make_table(lines)))

    assert (row.head, row.note) == ("Bateaux à flot", "Au port.<br/>En mer.")


def test_a_link_in_a_definition_is_kept(tmp_path: Path) -> None:
    words = paragraph(NAME, run(" (voir "), link("l1", run("la liste")), run(")"))
    [row] = rows_of(recognise_file(tmp_path, make_table([words]), l1="https://a.test/liste"))

    assert row.note == 'voir <a href="https://a.test/liste">la liste</a>'


def test_italics_that_a_link_cuts_are_those_of_one_definition(tmp_path: Path) -> None:
    inner = link("l1", run("la liste", ITALIC))
    words = paragraph(NAME, run(" (voir ", ITALIC), inner, run(")", ITALIC))
    [row] = rows_of(recognise_file(tmp_path, make_table([words]), l1="https://a.test/liste"))

    assert row.note == 'voir <a href="https://a.test/liste">la liste</a>'


@pytest.mark.parametrize(
    "title",
    [
        paragraph(NAME) + paragraph(run("location", ITALIC)),
        paragraph(NAME, run(" : location")),
        paragraph(NAME, run(" — location")),
    ],
)
def test_a_post_of_a_budget_is_parted_from_its_detail(tmp_path: Path, title: str) -> None:
    budget = table(["Poste", "Montant"], ["", "12 000 €"], ["Voiles", "8 000 €"])
    [draft] = recognise_file(
        tmp_path, budget.replace(f"<w:tc>{paragraph(run(''))}", f"<w:tc>{title}", 1)
    )

    assert draft.kind == "budget"
    assert [(line["title"], line["detail"]) for line in draft.value["lines"]] == [
        ("Bateaux à flot", "location"),
        ("Voiles", ""),
    ]


def test_an_indicator_that_is_known_is_not_made_again(
    import_file: Callable[..., Any], tmp_path: Path
) -> None:
    known = Indicator.objects.create(code="bateaux", name="Bateaux à flot")
    path = tmp_path / "bilan.docx"
    path.write_bytes(make_document(make_table(SHAPES["one paragraph"])))
    outcome = import_file(path, year=2031)

    assert outcome.made == {}
    assert outcome.notices == []
    assert [*Indicator.objects.all()] == [known]


def test_a_new_indicator_of_nearly_a_known_name_is_told(
    import_file: Callable[..., Any], tmp_path: Path
) -> None:
    Indicator.objects.create(code="bateaux", name="Bateaux à flot")
    plain = [paragraph(run("Bateaux à flot (qui naviguent)"))]
    path = tmp_path / "bilan.docx"
    heading = paragraph(run("Résultats"), style="Titre1")
    other = [paragraph(run("Escales"))]
    path.write_bytes(make_document(heading, make_table(plain, other)))
    outcome = import_file(path, year=2031)

    assert outcome.made == {"indicator": 2}
    assert list(map(str, outcome.notices)) == [
        "dans « Résultats » (paragraphe 2) : nouvelle fiche d’indicateur « Bateaux à flot (qui "
        "naviguent) », en brouillon ; la fiche « Bateaux à flot » a un nom proche. Si c’est le "
        "même indicateur, reliez-y la ligne par son menu."
    ]
