"""The body of a long report in the editor: folded blocks, and blocks copied between reports."""

import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from PIL import Image
from playwright.sync_api import Locator, Page, Request, expect
from wagtail.models import Comment

from reports.content.models import AnnualReportPage, Picture, ReportDocument, Service, User
from reports.core.document.block_ids import derive_new_ids, list_ids
from reports.core.text.rich_text import plain

from . import variants
from .conftest import press_publish, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STAY_AT_TOP = """async () => {
    const main = document.querySelector("#main"); // the window itself does not scroll
    for (let frames = 0; frames < 20; frames = main.scrollTop ? 0 : frames + 1) {
        main.scrollTo({ top: 0, behavior: "instant" });
        await new Promise(requestAnimationFrame);
    }
}"""
Body = list[Any]
Save = Callable[[], Body]

SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """Every kind of block, in every variant."""
    picture = io.BytesIO()
    Image.new("RGB", (60, 30), "navy").save(picture, "PNG")
    file = ContentFile(picture.getvalue(), "carte.png")
    keys = {
        "picture": Picture.objects.create(title="carte", file=file).pk,
        "document": ReportDocument.objects.create(title="B", file=ContentFile(b"x", "b.txt")).pk,
        "service": Service.objects.create(name="Mano", slug="mano").pk,
    }
    body = [derive_new_ids(block, place) for place, block in enumerate(variants.body(keys))]
    report.body = json.dumps(body)
    report.save_revision(clean=False)
    return report


@pytest.fixture
def expected(report: AnnualReportPage) -> Body:
    return stored(report)


@pytest.fixture
def other(report: AnnualReportPage) -> AnnualReportPage:
    """Another report, whose first heading is the same."""
    other = AnnualReportPage(title="Bilan 2023", slug="2023", year=2023, live=False)
    report.get_parent().add_child(instance=other)
    other.body = json.dumps([variants.heading("Textes")])
    other.save()
    return other


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"body-{name}.png")


def first(body: Body, kind: str) -> dict[str, Any]:
    return next(block for block in body if block["type"] == kind)


def panel(editor: Page, block: dict[str, Any]) -> Locator:
    return editor.locator(f"#block-{block['id']}-section")


def toggle(editor: Page, block: dict[str, Any]) -> Locator:
    return panel(editor, block).locator("> .w-panel__header .w-panel__toggle")


def title(editor: Page, block: dict[str, Any]) -> str | None:
    return panel(editor, block).locator("> .w-panel__header .c-sf-block__title").text_content()


def go(editor: Page, page: AnnualReportPage, fragment: str = "") -> None:
    editor.goto("about:blank")
    editor.goto(f"/admin/pages/{page.pk}/edit/{fragment}")
    wait_until_watched(editor)


def stored(page: AnnualReportPage) -> Body:
    return json.loads(page.revisions.order_by("-pk").first().content["body"])


def save(editor: Page) -> None:
    editor.get_by_role("button", name="Enregistrer le brouillon").click()
    editor.locator(".messages .success").first.wait_for()


def press(editor: Page, name: str | re.Pattern[str], block: dict[str, Any]) -> None:
    panel(editor, block).locator("> .w-panel__header").get_by_role("button", name=name).click()


def choose(editor: Page, name: str | re.Pattern[str], block: dict[str, Any]) -> None:
    """Choose an entry of the menu at the head of a block."""
    press(editor, "Autres actions", block)
    editor.get_by_role("menuitem", name=name).click()


def paste(editor: Page, behind: bool = False) -> None:
    """Before the first block, or behind the last."""
    editor.locator(".c-sf-add-button").nth(-1 if behind else 0).click()
    editor.get_by_role("option", name=re.compile("^Coller")).click()


def test_a_long_body_has_few_fields_until_it_is_opened(
    editor: Page, expected: Body, saved: Save
) -> None:
    assert editor.locator("[name^=body-]").count() == 1  # the number of blocks
    expect(editor.locator("[data-streamfield-child]")).to_have_count(len(expected))
    shoot(editor, "folded")
    assert saved() == expected


def test_folded_blocks_come_into_the_page_together(editor: Page, report: AnnualReportPage) -> None:
    editor.add_init_script("""
        window.additions = 0;
        const isBlock = (node) => node.matches?.("[data-streamfield-child]");
        new MutationObserver((records) => {
            const adds = ({ addedNodes }) => [...addedNodes].some(isBlock);
            window.additions += records.filter(adds).length;
        }).observe(document, { childList: true, subtree: true });
    """)
    go(editor, report)
    assert editor.evaluate("window.additions") == 1


def test_heads_out_of_sight_are_passed_over(editor: Page, expected: Body) -> None:
    is_drawn = "(head) => head.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
    first, last = (
        panel(editor, block).locator("> .w-panel__header")
        for block in expected[:: len(expected) - 1]
    )
    assert not last.evaluate(is_drawn)
    last.scroll_into_view_if_needed()
    editor.wait_for_function(is_drawn, arg=last.element_handle())
    assert not first.evaluate(is_drawn)


def test_looking_into_blocks_is_no_edit(editor: Page, expected: Body, saved: Save) -> None:
    posted: list[Request] = []
    editor.on("request", lambda request: request.method == "POST" and posted.append(request))
    for kind in ("paragraph", "indicator_table", "impact_cards", "picture", "chart"):
        toggle(editor, first(expected, kind)).click()
    expect(panel(editor, first(expected, "paragraph")).locator("[role=textbox]")).to_be_visible()
    editor.wait_for_timeout(2000)
    assert [request.url for request in posted if "/edit/" in request.url] == []
    shoot(editor, "opened")
    assert saved() == expected


def test_only_the_edited_block_changes(editor: Page, expected: Body, saved: Save) -> None:
    block = first(expected, "heading")
    toggle(editor, block).click()
    panel(editor, block).get_by_label("Titre*", exact=True).fill("Des textes")
    expect(panel(editor, block).locator(".c-sf-block__title")).to_have_text("Partie · Des textes")
    block["value"]["text"] = "Des textes"
    assert saved() == expected


def test_an_opened_block_says_what_it_said_folded(editor: Page, expected: Body) -> None:
    folded = [title(editor, block) for block in expected]
    for block in expected:
        toggle(editor, block).dispatch_event("click")
    opened = [title(editor, block) for block in expected]
    assert opened == folded


def test_keys_move_copy_and_delete_folded_blocks(editor: Page, expected: Body, saved: Save) -> None:
    block = expected[1]
    toggle(editor, block).focus()
    for _ in range(2):
        editor.keyboard.press("Tab")
    expect(panel(editor, block).get_by_role("button", name="Descendre")).to_be_focused()
    editor.keyboard.press("Enter")
    expect(panel(editor, block).get_by_role("button", name="Descendre")).to_be_focused()
    press(editor, "Supprimer", expected[0])
    expect(toggle(editor, expected[2])).to_be_focused()
    choose(editor, "Dupliquer", first(expected, "indicator_table"))
    editor.wait_for_timeout(500)
    body = saved()
    place = [found["id"] for found in body].index(first(expected, "indicator_table")["id"])
    copy = body.pop(place + 1)
    assert copy["value"]["caption"] == body[place]["value"]["caption"]
    assert not set(list_ids(copy)) & set(list_ids(body))
    del expected[0]
    expected[0], expected[1] = expected[1], expected[0]
    assert body == expected


def test_an_error_unfolds_its_block(editor: Page, report: AnnualReportPage, expected: Body) -> None:
    bare = next(b for b in expected if b["type"] == "download" and b["value"]["title"])
    bare["value"]["title"] = ""
    report.body = json.dumps(expected)
    report.save_revision(clean=False)
    go(editor, report)
    publish(editor)
    expect(panel(editor, bare).locator(".error-message").first).to_be_visible()
    expect(toggle(editor, bare)).to_have_attribute("aria-expanded", "true")
    expect(toggle(editor, expected[0])).to_have_attribute("aria-expanded", "false")
    shoot(editor, "error")
    assert stored(report) == expected


def publish(editor: Page) -> None:
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    press_publish(editor.get_by_role("button", name=re.compile("^Publier")).first)


def test_what_was_refused_is_posted_as_it_is_seen(editor: Page, report: AnnualReportPage) -> None:
    table = variants.table(["Enquête", "Note"], ["Agents", "12"], ["Équipes"])
    ragged = variants.block("data_table", caption="Enquête de 2024", table=table)
    words = [variants.block("paragraph", text="<p>Quelques mots.</p>") for _ in range(10)]
    report.body = json.dumps([variants.heading("Enquête"), *words, ragged])
    report.save_revision(clean=False)
    go(editor, report)
    publish(editor)
    expect(panel(editor, ragged).locator(".error-message")).to_contain_text("nombre de cellules")
    publish(editor)
    editor.get_by_role("button", name="Publier", exact=True).click()  # why it changes, answered
    editor.locator(".messages .success").first.wait_for()
    assert [len(row["cells"]) for row in stored(report)[-1]["value"]["table"]["rows"]] == [2, 2]


def test_a_comment_unfolds_its_block(
    editor: Page, report: AnnualReportPage, expected: Body
) -> None:
    block = first(expected, "quote")
    Comment.objects.create(
        page=report,
        user=User.objects.get(),
        text="Est-ce exact ?",
        contentpath=f"body.{block['id']}.attribution",
    )
    go(editor, report)
    expect(toggle(editor, block)).to_have_attribute("aria-expanded", "true")
    expect(panel(editor, block).locator("[data-annotation]")).to_have_count(1)
    editor.wait_for_timeout(500)
    save(editor)
    assert stored(report) == expected
    assert Comment.objects.count() == 1


def test_an_address_unfolds_its_block(
    editor: Page, report: AnnualReportPage, expected: Body
) -> None:
    block = first(expected, "impact_cards")
    inner = block["value"]["cards"][0]
    for target in (block["id"], inner["id"]):
        go(editor, report, f"#block-{target}-section")
        expect(editor.locator(f"#block-{target}-section")).to_be_in_viewport()
        expect(toggle(editor, block)).to_have_attribute("aria-expanded", "true")


def test_all_are_unfolded_without_an_edit(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_role("button", name="Tout déplier").click()
    expect(panel(editor, expected[-1]).locator("input").first).to_be_attached()
    save(editor)
    assert saved() == expected


def test_a_block_is_copied_to_another_report(
    editor: Page, other: AnnualReportPage, expected: Body
) -> None:
    table = first(expected, "indicator_table")
    choose(editor, "Copier", table)
    expect(editor.get_by_role("status").filter(has_text="Copié : Tableau d’indi")).to_be_visible()
    go(editor, other)
    editor.locator(".c-sf-add-button").last.click()
    option = editor.get_by_role("option", name=re.compile("^Coller"))
    expect(option).to_have_text(re.compile("le bloc\\s+Tableau d’indicateurs : Avec légende"))
    shoot(editor, "paste")
    option.click()
    expect(editor.locator(".bilan-table")).to_be_visible()
    editor.wait_for_timeout(800)
    save(editor)
    copy = stored(other)[1]
    assert copy["type"] == "indicator_table"
    assert texts(copy) == texts(table)
    assert not set(list_ids(copy)) & set(list_ids(expected))


def texts(block: dict[str, Any]) -> list[str]:
    table = block["value"]["table"]
    return [column["heading"] for column in table["columns"]] + [
        cell for row in table["rows"] for cell in row["cells"]
    ]


def test_a_section_is_copied_with_what_was_typed_in_it(
    editor: Page, other: AnnualReportPage, expected: Body
) -> None:
    heading = first(expected, "heading")
    quote = first(expected, "quote")
    toggle(editor, quote).click()
    panel(editor, quote).get_by_label("Auteur").fill("Un agent")
    choose(editor, "Copier la section", heading)
    go(editor, other)
    paste(editor, behind=True)
    editor.wait_for_timeout(800)
    save(editor)
    copied = stored(other)[1:]
    end = [b["value"].get("text") for b in expected].index("Chiffres")
    section = expected[expected.index(heading) : end]
    assert [block["type"] for block in copied] == [block["type"] for block in section]
    assert first(copied, "quote")["value"]["attribution"] == "Un agent"
    assert plain(first(copied, "callout")["value"]["text"]) == plain(variants.WORDS)
    assert len(set(list_ids(copied))) == len(list_ids(copied))
    assert not set(list_ids(copied)) & set(list_ids(expected))


def test_an_address_of_a_heading_is_not_copied_where_it_is_taken(
    editor: Page, report: AnnualReportPage, other: AnnualReportPage, expected: Body
) -> None:
    heading = first(expected, "heading")
    heading["value"]["anchor"] = "textes"
    for page, body in ((report, expected), (other, [variants.heading("Autre")])):
        page.body = json.dumps(body)
        page.save_revision(clean=False)
    go(editor, report)
    choose(editor, re.compile("^Copier, "), heading)
    for page in (report, other):
        go(editor, page)
        paste(editor)
        editor.wait_for_timeout(800)
        save(editor)
    assert stored(report)[0]["value"]["anchor"] == ""
    assert stored(other)[0]["value"]["anchor"] == "textes"


GARBAGE = [
    "nothing readable",
    "null",
    '{"version": 0, "blocks": []}',
    '{"version": 1, "name": "x", "blocks": [{"type": "gallery", "value": {}}]}',
    '{"version": 1, "name": "x", "blocks": [{"type": "heading", "value": {"text": "x"}}]}',
    '{"version": 1, "name": "x", "blocks": [{"type": "links", "value": {"items": 3}}]}',
]

LEAVE = """left => {
    const { bilanClipboard } = document.querySelector("[data-bilan-clipboard]").dataset;
    localStorage.setItem(`bilan:blocks:${bilanClipboard}`, left);
}"""


def test_a_clipboard_of_another_shape_is_refused_in_words(
    editor: Page, expected: Body, saved: Save
) -> None:
    refusal = editor.get_by_role("status").filter(has_text="copiez-le de nouveau")
    for left in GARBAGE:
        editor.evaluate(LEAVE, left)
        paste(editor)
        expect(refusal).to_be_visible()
        editor.evaluate("document.querySelector('.bilan-said').textContent = ''")
    assert saved() == expected


def test_the_picker_says_what_each_block_is_for(editor: Page) -> None:
    editor.locator(".c-sf-add-button").first.click()
    groups = editor.locator(".w-combobox__optgroup-label")
    expect(groups).to_have_text(["Texte", "Chiffres", "Services", "Médias"])
    chart = editor.get_by_role("option", name=re.compile("^Graphique"))
    expect(chart).to_contain_text("Des données dessinées, avec leur transcription.")
    shoot(editor, "picker")
    editor.keyboard.type("cartes d’im")
    expect(editor.get_by_role("option").first).to_contain_text("Cartes d’impact")
    editor.keyboard.press("Enter")
    expect(editor.locator("[data-streamfield-child]").first).to_contain_text("Cartes d’impact")


def test_axe_finds_nothing_wrong_with_the_form_folded_and_unfolded(
    editor: Page, expected: Body, record_property: Callable[[str, object], None]
) -> None:
    choose(editor, "Copier la section", first(expected, "heading"))
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    for unfolded in (False, True):
        if unfolded:
            editor.get_by_role("button", name="Tout déplier").click()
            expect(toggle(editor, expected[-1])).to_have_attribute("aria-expanded", "true")
        # A target that a bar covers by half is a small one, and Wagtail scrolls smoothly, later.
        editor.evaluate(STAY_AT_TOP)
        found = Axe().run(editor, options=options).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    record_property("counted: states of the edit view that axe found nothing wrong with", 2)
