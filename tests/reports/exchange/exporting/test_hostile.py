"""Whatever is wrong with the comments of an export, an import of it leaves all as it was."""

import re

import pytest

from reports.content.models import AnnualReportPage
from reports.core.refusal import Refusal
from tests.reports.exchange.archives.databases import read_database, read_media
from tests.reports.exchange.exporting.conftest import paragraph
from tests.reports.exchange.importing.test_comments import (
    DAMAGED,
    FACTS,
    LEFT_OUT,
    TABLE,
    TABLES,
    comment,
)

pytestmark = pytest.mark.django_db

PLACE = re.compile(r"2024\.md, ligne \d+ : ")
FIGURE = "![Carte](img/neuve.png)"
"""A picture that the import would store, were it to go on."""
MORE = {
    "a comment in a comment": comment(type="fact_list", x="<!-- bilan: {} -->"),
    "a comment that never ends": '<!-- bilan: {"type": "fact_list"}',
    "a comment that ends late": '<!-- bilan: {"type": "fact_list"}\n\n- 1 mot',
    "the end of a comment in its text": '<!-- bilan: {"type": "fact_list", "x": "--\\>-->"} -->',
    "a comment for nothing": f"{FACTS}\n\n{comment(type='quote')}",
    "a mark of byte order": '<!-- bilan: \ufeff{"type": "fact_list"} -->',
    "single quotes": "<!-- bilan: {'type': 'fact_list'} -->",
    "a text after the object": '<!-- bilan: {"type": "fact_list"} {} -->',
    "an exponent": '<!-- bilan: {"type": "fact_list", "elements": 1e999} -->',
    "a row id for a record": comment(type="impact_cards", cards=[{"service": 1}]),
    "a script as a key": comment(type="impact_cards", cards=[{"service": "<script>"}]),
    "a name that is an object": comment(
        type="impact_cards", cards=[{"service": {"key": "a", "name": {}}}]
    ),
    "an id of another kind, below": comment(type="fact_list", items=[{"id": ["a"]}, {}]),
    "a level of true": comment(type="fact_list", items=[{"level": True}, {}]),
    "a choice that is none": comment(type="heading", level="9"),
    "a capital in a type": comment(type="Fact_list"),
}


@pytest.fixture
def folder(publish, records, export, picture_bytes):
    """An export, beside which stands a picture that is not stored yet."""
    publish(paragraph("Mots."))
    folder = export(2024)
    (folder / "img").mkdir()
    (folder / "img" / "neuve.png").write_bytes(picture_bytes + b"\0")
    return folder


def write_body(folder, body: str) -> None:
    """Give the exported report another body."""
    file = folder / "2024.md"
    front = file.read_text().split("\n---\n")[0]
    file.write_text(f"{front}\n---\n\n{body}\n")


def refusal_of(import_folder, folder, year: int) -> str:
    """Return why an import is refused; an empty text where it is not."""
    try:
        import_folder(folder, year)
    except Refusal as refusal:
        return str(refusal)
    return ""


def check_refusals(folder, import_folder, texts: dict[str, str]) -> None:
    """Import each text in the place of the report, and as a new one: nothing is written."""
    before = read_database(), read_media()
    for name, text in texts.items():
        write_body(folder, f"{FIGURE}\n\n{text}")
        for year in (2024, 2023):
            assert PLACE.match(refusal_of(import_folder, folder, year)), name
        assert (read_database(), read_media()) == before, name


def test_a_wrong_comment_leaves_all_as_it_was(folder, import_folder):
    wrong = (DAMAGED | MORE).items()
    texts = {name: f"Avant.\n\n{text}\n\n{FACTS}" for name, text in wrong}
    check_refusals(folder, import_folder, texts)


def test_a_wrong_table_leaves_all_as_it_was(folder, import_folder):
    texts = {
        name: f"{comment(type='indicator_table', table=table)}\n\n{TABLE}"
        for name, table in TABLES.items()
    }
    check_refusals(folder, import_folder, texts)


def test_what_a_comment_may_not_say_is_not_stored(folder, import_folder):
    for number, (name, (data, _)) in enumerate(LEFT_OUT.items()):
        write_body(folder, f"{comment(**data)}\n\n- [Lien {number}](/a)")

        import_folder(folder, 2024)

        stored = str(AnnualReportPage.objects.get().body.get_prep_value())
        assert f"Lien {number}" in stored, name
        assert "script:" not in stored, name
        assert "data:" not in stored, name
        assert "couleur" not in stored, name
