"""Notes in the graph: their marks in the texts, their words in the list of the report."""

from typing import Any

import pytest

from reports import models

from .bodies import block
from .conftest import Ask, Publish

pytestmark = pytest.mark.django_db

QUERY = """
{
  report(year: 2024) {
    notes { id number content { html text links { href kind } } block }
    body {
      ... on ParagraphBlock { id content { html text links { index href kind } tree { kind } } }
    }
  }
}
"""
LINK = 'Voir <a href="/x">ici</a>.'
PAGE = """
{ page(urlPath: "/a-propos/") { ... on ContentPage {
  body { ... on ParagraphBlock { section path content { html text } } }
} } }
"""


def note(words: str, id: str = "a") -> str:
    return f'<bilan-note id="{id}">{words}</bilan-note>'


def ask_report(ask: Ask, publish: Publish, *texts: str) -> dict[str, Any]:
    publish(2024, [block(n, "paragraph", {"text": text}) for n, text in enumerate(texts, 1)])
    report: dict[str, Any] = ask(QUERY)["data"]["report"]
    return report


def test_marks_lead_to_the_notes_which_are_numbered_through_the_report(
    publish: Publish, ask: Ask
) -> None:
    report = ask_report(
        ask,
        publish,
        f"<p>Un{note('Selon l’office.')}</p>",
        f"<p>Deux{note(LINK, 'b')}{note('Selon l’office.')}</p>",
    )

    first, second = report["body"]
    assert first["content"]["html"] == (
        '<p>Un<sup><a href="#note-1" data-kind="anchor" id="appel-1">1</a></sup></p>'
    )
    assert first["content"]["text"] == "Un"
    assert first["content"]["links"] == [{"index": 0, "href": "#note-1", "kind": "ANCHOR"}]
    assert [node["kind"] for node in first["content"]["tree"]] == ["P", "TEXT", "SUP", "A", "TEXT"]
    assert 'href="#note-2" data-kind="anchor" id="appel-2">2<' in second["content"]["html"]
    assert 'href="#note-1" data-kind="anchor" id="appel-1-2">1<' in second["content"]["html"]
    assert [(n["number"], n["content"]["text"], n["block"]) for n in report["notes"]] == [
        (1, "Selon l’office.", first["id"]),
        (2, "Voir ici.", second["id"]),
    ]
    assert report["notes"][1]["content"]["html"] == (
        '<p>Voir <a href="/x" data-kind="printed">ici</a>.</p>'
    )
    assert len({each["id"] for each in report["notes"]}) == 2


def test_a_note_keeps_its_id_when_another_is_written_before_it(publish: Publish, ask: Ask) -> None:
    before = ask_report(ask, publish, f"<p>Un{note('A.')}</p>")["notes"]
    models.AnnualReportPage.objects.get(year=2024).delete()
    page = publish(2024, [])
    page.body = [("paragraph", {"text": f"<p>Deux{note('B.', 'b')} un{note('A.')}</p>"})]
    page.save()
    after = ask(QUERY)["data"]["report"]["notes"]

    assert before[0]["number"] == 1
    assert [each["number"] for each in after] == [1, 2]
    assert after[1]["content"]["text"] == "A."


def test_a_note_tells_nothing_of_a_page_that_is_hidden(publish: Publish, ask: Ask) -> None:
    hidden = publish(2023, live=False)
    link = f'<a linktype="page" id="{hidden.pk}">ici</a>'
    report = ask_report(ask, publish, f"<p>Un{note(f'Voir {link}.')}</p>")

    assert report["notes"][0]["content"]["html"] == "<p>Voir ici.</p>"
    assert report["notes"][0]["content"]["links"] == []


def test_a_plain_page_has_its_notes_where_they_are_called(index: Any, ask: Ask) -> None:
    index.get_parent().add_child(
        instance=models.ContentPage(
            title="À propos",
            slug="a-propos",
            body=[("paragraph", {"text": f"<p>Un{note('Note.')}</p>"})],
        )
    )
    answer = ask(PAGE)["data"]["page"]["body"][0]["content"]
    assert answer["html"] == "<p>Un [Note.]</p>"
