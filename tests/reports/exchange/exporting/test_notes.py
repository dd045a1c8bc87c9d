"""Notes leave as `[^1]` with their words at the end of the file, and come back as they were."""

import pytest

from reports import models
from reports.content.models.page_document import read_body
from reports.core.document import read
from reports.core.document.block import BLOCKS
from reports.core.document.part import Role
from reports.exchange.exporting.markdown.block import write_block
from reports.exchange.exporting.markdown.complement import Complement
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.notes import call_notes, name_notes, write_definitions
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.exporting.markdown.readers_form import show_document
from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.comments.block import build_block
from reports.exchange.importing.recognition import recognise
from tests.reports.exchange.exporting.conftest import paragraph

CONTEXT = Context(lambda kind, key, words: f"{key}.png", lambda kind, key: "Nom")
COMPLEMENT = Complement(lambda kind, key: "", lambda id: False)
NOTE = '<bilan-note id="1">Une <a href="https://a.test">note</a>.</bilan-note>'


def write(stored: list, address_of=lambda kind, key, words: "") -> tuple[str, list]:
    """Return the Markdown of a body, of which nothing may be lost, and the blocks in it."""
    document = name_notes(show_document(read(stored), address_of))
    blocks = (write_block(block, CONTEXT, COMPLEMENT) for block in call_notes(document).blocks)
    text = "\n\n".join([*blocks, *write_definitions(document)])
    found = recognise(source.Source("bilan.md", text, 1, {}, ""), None)
    assert [describe_block(build_block(draft)) for draft in found.drafts] == [
        describe_block(block) for block in document.blocks
    ], text
    words = loss.list_draft_words(found.drafts, found.notes)
    assert words == fidelity.list_visible_words(text, "")
    return text, found.drafts


def rich_parts() -> list[tuple[str, str]]:
    """The types of blocks and their parts of rich text, of their own or of their items."""
    found = []
    for block_type, cls in BLOCKS.items():
        for name, part in cls.parts.items():
            if part.role is Role.RICH_TEXT and block_type != "chart":
                found.append((block_type, name))
            elif part.role is Role.NODES:
                items = part.reads.parts.items()
                found += [
                    (block_type, f"{name}.{below}")
                    for below, each in items
                    if each.role is Role.RICH_TEXT
                ]
    return found


@pytest.mark.parametrize(("block_type", "place"), rich_parts())
def test_a_note_in_any_block_is_read_as_it_was_written(block_type, place):
    name, _, below = place.partition(".")
    html = f"<p>Douze{NOTE} services</p>"
    value = {name: [{"type": "item", "id": "i", "value": {below: html}}] if below else html}

    text, _ = write([{"type": block_type, "id": "un-bloc", "value": value}])

    assert "[^1]: Une [note](https://a.test)." in text
    assert "Douze[^1]" in text


@pytest.mark.parametrize(
    "content",
    [
        "Une note.",
        "- un tiret",
        "1. un nombre",
        "# un titre",
        "Deux<br>lignes",
        "<b>Gras</b>, <i>penché</i> &amp; <code>code</code>",
        "[^1] et {#id}",
        "* une étoile * | un tube",
        "&lt;p&gt; &lt;b",
        "",
    ],
)
def test_the_words_of_a_note_are_read_as_they_were_written(content):
    text, drafts = write([paragraph(f'Un<bilan-note id="n1">{content}</bilan-note>.')])
    assert "{#n1}" in text
    assert drafts[0].value["text"] == f'<p>Un<bilan-note id="n1">{content}</bilan-note>.</p>'


def test_a_copy_with_other_words_leaves_as_a_note_of_its_own():
    text, _ = write([paragraph(f'Un{NOTE} deux{NOTE} trois<bilan-note id="1">Autre.</bilan-note>')])

    assert "Un[^1] deux[^1] trois[^2]" in text
    assert "[^2]: Autre. {#1-2}" in text


@pytest.mark.parametrize("id", ["1", "2", "n1"])
def test_prose_that_is_no_markdown_calls_its_note_all_the_same(id):
    """It is called by its number: the note says which id it has."""
    note = NOTE.replace('"1"', f'"{id}"')
    table = f"<table><tbody><tr><td>a{note}</td></tr></tbody></table>"
    text, drafts = write([{"type": "paragraph", "id": "p", "value": {"text": table}}])

    assert '<bilan-note id="1"></bilan-note>' in text
    assert f'<bilan-note id="{id}">Une' in drafts[0].value["text"]


@pytest.mark.parametrize("ids", [("2", "1"), ("n1", "1"), ("b", "a")])
def test_a_comment_that_has_rich_text_calls_notes_by_their_numbers(ids):
    """A link to a document is in no Markdown: the comment says the whole of such a prose."""
    notes = (NOTE.replace('"1"', f'"{id}"').replace("Une", f"Note {id},") for id in ids)
    link = '<a linktype="document" id="7">le fichier</a>'
    stored = [paragraph(link + note) for note in notes]

    text, drafts = write(stored, lambda kind, key, words: "bilan.pdf")

    assert text.count("u003cbilan-note") == 2
    for id, draft in zip(ids, drafts, strict=True):
        assert f'<bilan-note id="{id}">Note {id}' in draft.value["text"]


@pytest.mark.django_db
def test_a_report_with_notes_comes_back_the_same(publish, export, import_folder):
    page_note = '<bilan-note id="n2">Voir <a linktype="page" id="{}">ici</a>.</bilan-note>'
    row = models.ReportIndexPage.objects.get().pk
    publish(paragraph(f"Un{NOTE} deux{page_note.format(row)}."))
    before = read_body(models.AnnualReportPage.objects.get())

    folder = export(2024)
    import_folder(folder, 2024)

    after = read_body(models.AnnualReportPage.objects.get())
    assert after == before
    assert [note.number for note in after.notes] == [1, 2]
    assert (folder / "2024.md").read_bytes() == (export(2024, "again") / "2024.md").read_bytes()
