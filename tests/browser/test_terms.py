"""The terms of the glossary: marked in what is written, defined where one points or writes."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage, Term
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TEXT = "<p>Les incubateurs et l’ANCT lancent des <b>startups</b> d’État ; l’anct non.</p>"
MARKED = "() => [...CSS.highlights.get('bilan-term')].map(String)"
WHERE = """([text, word]) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const place = node.data.indexOf(word);
        if (place < 0) continue;
        const range = new Range();
        range.setStart(node, place);
        range.setEnd(node, place + word.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    }
}"""


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    for slug, name, definition in (
        ("incubateur", "Incubateur", "Équipe qui lance des services."),
        ("startup", "Startup d'Etat", "Petite équipe autonome."),
        ("anct", "ANCT", "Agence de la cohésion des territoires."),
        ("vide", "Service", ""),
    ):
        Term.objects.create(slug=slug, name=name, definition=definition)
    blocks = [build.prose(TEXT), build.key_figures(("", "12", "incubateurs ouverts"))]
    report.body = json.dumps(stored(*blocks))
    report.save()
    report.save_revision()
    return report


def point(page: Page, text: Locator, word: str) -> None:
    """Hold the pointer over a word."""
    x, y = page.evaluate(WHERE, [text.element_handle(), word])
    page.mouse.move(x, y)
    page.mouse.move(x + 1, y)


def marked(page: Page, *words: str) -> None:
    eventually(page, lambda: sorted(page.evaluate(MARKED)) == sorted(words))


def test_terms_are_marked_and_defined_where_one_points(
    report: AnnualReportPage, editor: Page
) -> None:
    text = editor.locator("[data-contentpath=body] .public-DraftEditor-content").first
    note = editor.locator(".bilan-term")
    text.scroll_into_view_if_needed()
    marked(editor, "incubateurs", "ANCT", "startups d’État", "incubateurs")

    point(editor, text, "ANCT")
    expect(note).to_have_text("ANCT\u00a0: Agence de la cohésion des territoires.")
    point(editor, text, "lancent")
    expect(note).to_be_hidden()

    point(editor, editor.locator(".bilan-line__marks").first, "incubateurs")
    expect(note).to_contain_text("Équipe qui lance des services.")
    found = Axe().run(editor, context=".bilan-term", options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
    editor.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_the_caret_shows_a_definition_and_marks_follow_what_is_typed(
    report: AnnualReportPage, editor: Page
) -> None:
    text = editor.locator("[data-contentpath=body] .public-DraftEditor-content").first
    note = editor.locator(".bilan-term")
    text.click()
    editor.keyboard.press("Control+End")
    expect(note).to_be_hidden()
    editor.keyboard.type(" Un incubateur")
    expect(note).to_contain_text("Équipe qui lance des services.")
    marked(editor, "incubateurs", "ANCT", "startups d’État", "incubateur", "incubateurs")
    editor.keyboard.type("x de")
    expect(note).to_be_hidden()

    line = editor.locator(".bilan-line textarea").first
    line.focus()
    line.press("Home")
    expect(note).to_be_hidden()
    for _ in range(len("12 inc")):
        line.press("ArrowRight")
    expect(note).to_contain_text("Équipe qui lance des services.")
