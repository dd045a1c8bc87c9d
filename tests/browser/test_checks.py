"""What the checks find, where editors and approvers look: beside blocks, in the panel, in lists."""

import json
import os
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.checks.models import Acknowledgement, SilencedFinding
from reports.content.models import AnnualReportPage

from .conftest import open_actions, unfold, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CAPTIONS = re.compile(r"tableaux n’ont pas de légende\s: «\sIndicateurs, ")
CAPTION = re.compile(r"Le tableau «\sIndicateurs, .* n’a pas de légende")
KEYS = 40

SignIn = Callable[[str], Page]


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"checks-{name}.png")


def edit(page: Page, report: AnnualReportPage) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(page)
    expect(summary(page)).not_to_have_text("Contrôles en cours…")


def summary(page: Page) -> Locator:
    return page.locator(".bilan-checks__summary")


def warnings(page: Page) -> Locator:
    """The list of warnings, unfolded."""
    group = page.locator(".bilan-checks__group").filter(has_text="À corriger ou à assumer").first
    if group.get_attribute("open") is None:
        group.locator("> summary").click()
    return group


def block_of(report: AnnualReportPage, kind: str) -> str:
    return next(b["id"] for b in report.body.raw_data if b["type"] == kind)


def top(place: Locator) -> float:
    found: float = place.evaluate("one => one.getBoundingClientRect().top")
    return found


def count(page: Page) -> int:
    found = re.search(r"(\d+) avertissement", summary(page).inner_text())
    assert found
    return int(found[1])


def test_checks_that_do_not_answer_are_said(demo: AnnualReportPage, sign_in: SignIn) -> None:
    editor = sign_in("redaction")
    editor.route("**/bilan/controles/**", lambda route: route.abort())
    edit(editor, demo)
    expect(summary(editor)).to_contain_text("Les contrôles n’ont pas répondu")
    editor.unroute("**/bilan/controles/**")
    editor.evaluate("document.dispatchEvent(new CustomEvent('w-autosave:success'))")
    expect(summary(editor)).to_contain_text("avertissements")


def test_a_finding_goes_when_its_block_is_mended(demo: AnnualReportPage, sign_in: SignIn) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    before = count(editor)
    notes = editor.locator(f"[data-bilan-notes='{block_of(demo, 'indicator_table')}']")
    expect(notes).to_contain_text(CAPTIONS)
    found = warnings(editor).locator("li").filter(has_text=CAPTIONS)
    shoot(editor, "panel")
    found.locator("[data-bilan-jump]").first.click()
    section = editor.locator(f"#block-{block_of(demo, 'indicator_table')}-section")
    expect(section).to_be_in_viewport()
    editor.wait_for_timeout(600)
    shoot(editor, "block")

    section.get_by_label("Légende").first.fill("Indicateurs suivis par le Parlement")
    expect(notes).not_to_contain_text("légende")
    expect(summary(editor)).to_contain_text(f"{before} avertissements")  # other tables have none
    demo.refresh_from_db()
    assert "suivis par le Parlement" in json.dumps(
        demo.get_latest_revision().content, ensure_ascii=False
    )


def test_a_warning_is_acknowledged_edited_and_asked_again(
    demo: AnnualReportPage, sign_in: SignIn
) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    before = count(editor)
    item = warnings(editor).locator("li").filter(has_text=CAPTIONS)
    item.get_by_text("Assumer ce constat").click()
    item.get_by_role("button", name="Assumer").click()
    expect(item.get_by_role("alert")).to_contain_text("Donnez une raison")
    item.get_by_label("Raison").fill("Le titre de la partie suffit.")
    shoot(editor, "reason")
    with editor.expect_response(re.compile("/bilan/controles/")):  # told anew meanwhile
        item.get_by_label("Raison").press("Tab")
        editor.evaluate("document.dispatchEvent(new CustomEvent('w-autosave:success'))")
    editor.wait_for_timeout(100)
    expect(item.get_by_label("Raison")).to_have_value("Le titre de la partie suffit.")
    item.get_by_role("button", name="Assumer").click()
    expect(summary(editor)).to_contain_text(f"{before - 1} avertissements, 1 constat assumé")
    expect(summary(editor)).to_be_focused()
    given = Acknowledgement.objects.filter(report=demo).values_list("reason", "by")
    assert set(given) == {("Le titre de la partie suffit.", "redaction")}

    unfold(editor, demo, "indicator_table")
    editor.get_by_label(re.compile("^Résultats 2024, Nombre de nouveaux agents")).fill("219")
    # the block has changed: its caption is asked again, those of the other tables are not
    expect(warnings(editor).locator("li").filter(has_text=CAPTION)).to_have_count(1)
    expect(summary(editor)).to_contain_text(f"{before} avertissements, 1 constat assumé")


def test_the_editor_stays_where_a_warning_was_acknowledged(
    demo: AnnualReportPage, sign_in: SignIn
) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    group = warnings(editor)
    rule = group.locator(".bilan-checks__rule").filter(has_text="Objectif non atteint")
    rule.locator("> summary").click()
    items = rule.locator(".bilan-checks__item")
    second = items.nth(1).get_attribute("data-fingerprint")
    caption = group.locator(".bilan-checks__item").filter(has_text=CAPTIONS)
    next_one = group.locator(f"[data-fingerprint='{second}']")
    for item, focused in ((items.first, next_one), (caption, summary(editor))):
        item.get_by_text("Assumer ce constat").click()
        item.get_by_label("Raison").fill("C’est voulu.")
        send = item.get_by_role("button", name="Assumer")
        send.scroll_into_view_if_needed()
        before = top(group)
        send.click()
        expect(focused).to_be_focused()
        assert top(group) == before
    expect(next_one).to_be_in_viewport()  # though the summary that has the focus is not


def test_a_warning_is_silenced_for_the_programme_and_told_again(
    demo: AnnualReportPage, sign_in: SignIn
) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    before = count(editor)
    item = warnings(editor).locator("li").filter(has_text=CAPTIONS)
    item.get_by_text("Ne plus signaler pour ce programme").click()
    item.get_by_role("button", name="Ne plus signaler").click()
    expect(item.get_by_role("alert").last).to_contain_text("Donnez une raison")
    item.get_by_label("Motif").fill("Le titre de la partie suffit toujours.")
    shoot(editor, "silence")
    item.get_by_role("button", name="Ne plus signaler").click()
    expect(summary(editor)).to_contain_text(f"{before - 1} avertissements, ")
    expect(summary(editor)).to_contain_text("constats en sourdine")
    expect(summary(editor)).to_be_focused()

    editor.goto("/admin/bilan/sourdine/")
    expect(editor.locator("main")).to_contain_text("Le titre de la partie suffit toujours.")
    shoot(editor, "silenced")
    again = editor.get_by_role("button", name="Signaler de nouveau")
    silences = SilencedFinding.objects.count()
    expect(again).to_have_count(silences)
    again.first.click()
    expect(again).to_have_count(silences - 1)
    assert SilencedFinding.objects.count() == silences - 1


def test_f8_leads_from_finding_to_finding(demo: AnnualReportPage, sign_in: SignIn) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    findings = editor.locator("[data-bilan-open]")
    menu = editor.locator("footer [data-w-dropdown-target=toggle]")
    editor.keyboard.press("Shift+F8")
    expect(menu).to_be_focused()
    for key, place in (("Shift+F8", -1), ("Shift+F8", -2), ("F8", -1)):
        editor.keyboard.press(key)
        expect(findings.nth(place)).to_be_focused()
        expect(findings.nth(place)).to_be_in_viewport()
        with editor.expect_response(re.compile("/bilan/controles/")):
            editor.evaluate("document.dispatchEvent(new CustomEvent('w-autosave:success'))")
        editor.wait_for_timeout(100)
        expect(findings.nth(place)).to_be_focused()
    editor.keyboard.press("F8")
    expect(menu).to_be_focused()
    editor.keyboard.press("F8")
    first = editor.locator("[data-bilan-remaining-list] [data-bilan-jump], [data-bilan-open]").first
    assert first.get_attribute("data-bilan-jump") is None
    expect(first).to_be_focused()


def test_the_approver_reads_them_before_approving(demo: AnnualReportPage, sign_in: SignIn) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    open_actions(editor)
    editor.get_by_role("button", name=re.compile("^Soumettre")).click()
    expect(editor.locator(".messages .success").first).to_be_visible()

    approver = sign_in("validation")
    approver.goto(f"/admin/pages/{demo.get_parent().pk}/")
    listed = approver.locator(".listing tbody tr")
    expect(listed.filter(has_text="Bilan 2024")).to_contain_text(re.compile(r"\d+ avertissements"))
    expect(listed.filter(has_text="Bilan 2023")).to_contain_text("constats assumés")
    shoot(approver, "list")
    edit(approver, demo)
    open_actions(approver)
    approver.get_by_role("button", name=re.compile("^Approuver")).first.click()
    modal = approver.locator(".modal-body")
    expect(modal).to_contain_text(re.compile(r"Contrôles\s: \d+ avertissements"))
    expect(modal).to_contain_text("5 869 441, et non « 5 869 442 € »")
    shoot(approver, "approval")
    button = modal.get_by_role("button", name="Approuver")
    expect(button).to_be_in_viewport()
    button.click()
    approver.wait_for_url("**/admin/**")
    expect(approver.locator(".messages .success").first).to_be_visible()


def test_the_panel_violates_no_rule_of_axe(
    demo: AnnualReportPage, sign_in: SignIn, record_property: Callable[[str, object], None]
) -> None:
    editor = sign_in("redaction")
    edit(editor, demo)
    rule = warnings(editor).locator(".bilan-checks__rule > summary").first
    rule.click()
    editor.locator(".bilan-checks__rule[open] li details summary").first.click()
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    editor.locator(".bilan-mark").first.click()
    for context in (".bilan-checks", ".bilan-mark", ".bilan-notes:popover-open"):
        found = Axe().run(editor, context=context, options=options).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    record_property("counted: parts of the checks that axe found nothing wrong with", 3)


def typed(page: Page) -> float:
    """The median of milliseconds that a key takes to be taken."""
    field = page.locator("[name=hero_title]")
    field.click()
    times = []
    for _ in range(KEYS):
        start = time.perf_counter()
        page.keyboard.press("a")
        times.append((time.perf_counter() - start) * 1_000)
    return statistics.median(times)


def test_typing_stays_fluid_beside_findings(
    demo: AnnualReportPage, sign_in: SignIn, record_property: Callable[[str, object], None]
) -> None:
    editor = sign_in("administration")
    edit(editor, demo)
    expect(editor.locator("[data-bilan-notes]").first).to_be_attached()
    field = editor.locator("[name=hero_title]")
    asked: list[str] = []
    editor.on("request", lambda r: asked.append(r.url) if "/bilan/controles/" in r.url else None)

    watched = typed(editor)
    during = len(asked)
    with editor.expect_response(re.compile("/bilan/controles/")):
        field.press("b")
    editor.evaluate(
        "document.querySelectorAll('.bilan-mark, [data-bilan-notes]').forEach(e => e.remove())"
    )
    bare = typed(editor)

    # While keys keep coming nothing is asked; the notes cost a key next to nothing.
    assert during == 0
    record_property(
        "counted",
        f"a key: {watched:.1f} ms beside findings, {bare:.1f} ms without (x{watched / bare:.2f})",
    )
