"""A file that prints the title of its report: the parts are the highest headings of the body."""

import pytest

from reports.content.models import AnnualReportPage
from tests.reports.exchange.importing.word_files import make_document, paragraph, run

PAGE = "<html><head><title>{}</title></head><body><main>{}</main></body></html>"
PARTS = "<h2>Les digues</h2><p>Douze digues.</p><h2>Les phares</h2><p>Trois phares.</p>"
TITLE = "Rapport du port 2042"
FRONT = f"---\ntitle: {TITLE}\n---\n\n"


def read_headings(outcome) -> list[tuple[str, str]]:
    assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ())
    page = AnnualReportPage.objects.get(year=2042).get_latest_revision_as_object()
    assert page.hero_title == TITLE
    blocks = [block for block in page.body if block.block_type == "heading"]
    return [(block.value["text"], block.value["level"]) for block in blocks]


EXPECTED = [("Les digues", "2"), ("Les phares", "2")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", PAGE.format(TITLE, f"<h1>{TITLE}</h1>{PARTS}")),
        (
            "page.html",
            PAGE.format(TITLE, f"<div>\n<h1>Rapport\ndu port <b>2042</b></h1></div>{PARTS}"),
        ),
        ("page.html", f"<h1>{TITLE}</h1>{PARTS}"),
        ("bilan.md", f"{FRONT}# {TITLE}\n\n## Les digues\n\nUne.\n\n## Les phares\n\nDeux."),
        ("bilan.md", f"{FRONT}# {TITLE}\n\n# Les digues\n\nUne.\n\n# Les phares\n\nDeux."),
    ],
)
def test_the_title_of_a_file_is_no_part_of_the_body(import_file, name, text):
    assert read_headings(import_file(text, name=name)) == EXPECTED


def test_the_title_of_a_word_document_is_no_part_of_the_body(import_file, tmp_path):
    styles = ("Titre", "Titre1", "Titre2")
    words = (TITLE, "Les digues", "À l’ouest")
    parts = [paragraph(run(text), style=style) for text, style in zip(words, styles, strict=True)]
    path = tmp_path / "bilan.docx"
    path.write_bytes(make_document(*parts, paragraph(run("Une digue."))))
    assert read_headings(import_file(path)) == [("Les digues", "2"), ("À l’ouest", "3")]


@pytest.mark.parametrize(
    "text",
    [
        PAGE.format(TITLE, f"<h1>Le port</h1>{PARTS}"),
        PAGE.format(TITLE, f"<p>Le conseil.</p><h1>{TITLE}</h1>{PARTS}"),
        PAGE.format(TITLE, f"<h1><a href='/port'>{TITLE}</a></h1>{PARTS}"),
        PAGE.format(TITLE, f"<h1>{TITLE}</h1>"),
    ],
)
def test_any_other_heading_stays(import_file, text):
    assert len(read_headings(import_file(text, name="page.html"))) in (1, 3)
