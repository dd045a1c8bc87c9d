"""What people hear who do not see the PDF: heads of rows, alternatives, languages, bookmarks."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Pdf

from reports import models

from .structure import read_structure
from .test_pdf import check_standards

Make = Callable[..., bytes]


def heading(text: str, level: str, id: str) -> dict[str, Any]:
    return {"type": "heading", "id": id, "value": {"text": text, "level": level}}


def paragraph(html: str, id: str = "p") -> dict[str, Any]:
    return {"type": "paragraph", "id": id, "value": {"text": html}}


def test_each_row_of_a_table_has_a_head(make: Make, publish: Any, every_block: Any) -> None:
    document = read_structure(make(publish(2024, every_block)))
    rows = [row for table in document.find("Table") for row in table.find("TR")]
    heads = [[cell.scope for cell in row.content if cell.kind == "TH"] for row in rows]

    assert len(rows) > 6
    assert all(scopes == ["Row"] or set(scopes) == {"Column"} for scopes in heads)
    assert sum(scopes == ["Row"] for scopes in heads) > 3


def test_a_drawing_has_an_alternative(make: Make, publish: Any, every_block: Any) -> None:
    document = read_structure(make(publish(2024, every_block)))
    figures = list(document.find("Figure"))

    assert figures
    assert all(figure.alt for figure in figures)


def test_a_picture_without_an_alternative_is_an_artifact(
    make: Make, publish: Any, living: Any
) -> None:
    value = {"picture": living.picture.pk, "alt": "", "decorative": True}
    data = make(publish(2024, [{"type": "picture", "id": "i", "value": value}]))

    check_standards(data)
    assert list(read_structure(data).find("Figure")) == []


def test_headings_that_skip_levels_are_one_deeper_each(make: Make, publish: Any) -> None:
    body = [heading("Partie", "2", "a"), heading("Rubrique", "5", "b"), heading("Fin", "2", "c")]
    data = make(publish(2024, body))
    document = read_structure(data)

    check_standards(data)
    assert [each.text.rpartition(" ")[2] for each in document.find("H2")] == ["Rubrique"]


def test_a_phrase_in_another_language_says_so(make: Make, publish: Any) -> None:
    data = make(publish(2024, [paragraph('<p>Le <span lang="en">lean startup</span>.</p>')]))
    with Pdf.open(io.BytesIO(data)) as pdf:
        streams = b"".join(page.Contents.read_bytes() for page in pdf.pages)

        assert str(pdf.Root.Lang) == "fr"
    assert b"/Lang(en)" in streams


def test_sections_are_bookmarks_and_figures_are_attached(make: Make, publish: Any) -> None:
    data = make(publish(2024, [heading("Résultats", "2", "a"), paragraph("<p>Un mot.</p>")]))
    with Pdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        names = set(pdf.attachments)
        rows = json.loads(pdf.attachments["donnees.json"].get_file().read_bytes())

    assert titles[0].endswith("Résultats")
    assert names == {"donnees.csv", "donnees.json"}
    assert rows["version"] == 2


@pytest.mark.parametrize(
    "words",
    [
        *("中文", "𓀀", "🎯 cible", "\u200b", "a\u0301", "العربية"),  # with no font, with Noto's
        *("#let x = 1", "$x$ @y *z*", "\\u{41}"),  # code, if it were read as such
    ],
)
def test_no_character_takes_the_report_with_it(make: Make, publish: Any, words: str) -> None:
    body = [heading(words, "2", "a"), paragraph(f"<p>Avant {words} après.</p>")]
    data = make(publish(2024, body))

    check_standards(data)
    assert "après." in read_structure(data).text


def test_the_same_report_makes_the_same_bytes(make: Make, publish: Any, every_block: Any) -> None:
    page = publish(2024, every_block)
    first = make(page)
    models.ReportPdf.objects.all().delete()

    assert make(page) == first


def test_the_running_foot_of_a_site_without_a_name_begins_with_words(
    make: Make, publish: Any
) -> None:
    data = make(publish(2024, [paragraph("<p>Un mot.</p>")]))

    assert "– Version 2" not in read_structure(data).text
