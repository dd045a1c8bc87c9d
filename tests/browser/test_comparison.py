"""What changed, in front of somebody's eyes: between two revisions, and between two years."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from wagtail.models import Revision

from reports.content.models import AnnualReportPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

SignIn = Callable[[str], Page]


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.set_viewport_size({"width": 1280, "height": 1800})
        page.screenshot(path=Path(SHOTS) / f"comparison-{name}.png")


SETTLED = """context => Promise.all(document.querySelector(context)
  .getAnimations({subtree: true}).map(animation => animation.finished))"""


def violations(page: Page, context: str) -> list[Any]:
    # a message that fades in has other colours on its way
    page.evaluate(SETTLED, context)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def changed(report: AnnualReportPage, change: Callable[[list[Any]], None]) -> tuple[int, int]:
    """The latest revision of a report, and one with another body."""
    before = report.get_latest_revision() or report.save_revision()
    body = json.loads(before.content["body"])
    change(body)
    after = report.save_revision()
    Revision.objects.filter(pk=after.pk).update(
        content={**before.content, "body": json.dumps(body)}
    )
    return before.pk, after.pk


def rewrite(body: list[Any]) -> None:
    """One of everything that may change."""
    grid = next(b["value"] for b in body if b["type"] == "indicator_table")["table"]
    grid["rows"][0]["cells"][-1] = "220"
    grid["rows"].append({"id": "new", "cells": ["Un indicateur", "1", "2", "3"]})
    cards = next(b["value"] for b in body if b["type"] == "impact_cards")["cards"]
    cards[0]["value"]["facts"][0]["value"]["figure"] = "1 234"
    cards.pop()
    prose = next(b["value"] for b in body if b["type"] == "paragraph")
    prose["text"] = prose["text"].replace(" et ", " et aussi ", 1)
    body.append(body.pop(2))
    body.insert(1, {"type": "quote", "id": "q", "value": {"text": "<p>Un mot.</p>"}})
    body.insert(2, {"type": "timeline", "id": "t", "value": {"text": "<p>Un ancien bloc.</p>"}})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_revisions_are_read_side_by_side(
    demo: AnnualReportPage, sign_in: SignIn, scheme: Literal["light", "dark"]
) -> None:
    before, after = changed(demo, rewrite)
    page = sign_in("redaction")
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/admin/pages/{demo.pk}/revisions/compare/{before}...{after}/")

    line = page.locator(".bilan-changes li").filter(has_text="→").filter(has_text="220")
    expect(line.locator("ins")).to_have_text("après : 220")
    expect(line.locator("del")).to_have_css("text-decoration-line", "line-through")
    expect(page.locator(".bilan-changes")).to_contain_text("Bloc d’un ancien modèle « timeline »")
    shoot(page, f"revisions-{scheme}")
    assert violations(page, ".bilan-changes") == []


def test_the_editor_is_told_what_is_not_taken_up(demo: AnnualReportPage, sign_in: SignIn) -> None:
    changed(demo, rewrite)
    page = sign_in("redaction")
    page.goto(f"/admin/pages/{demo.pk}/edit/")

    expect(page.locator(".messages")).to_contain_text("« timeline » : Un ancien bloc.")
    shoot(page, "told")
    assert violations(page, ".messages") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_years_are_read_side_by_side_with_the_keyboard(
    demo: AnnualReportPage, sign_in: SignIn, scheme: Literal["light", "dark"]
) -> None:
    page = sign_in("redaction")
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/admin/pages/{demo.pk}/edit/")
    menu = page.locator("header").get_by_role("button", name="Actions")
    menu.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Comparer avec une autre année")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/bilan/comparer/**")

    rows = page.locator(".bilan-years__table tbody tr")
    everything = rows.count()
    shoot(page, f"years-{scheme}")
    assert violations(page, ".bilan-years") == []

    page.get_by_label("Seulement ce qui a changé").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Comparer").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**seulement=1**")
    expect(page.get_by_label("Seulement ce qui a changé")).to_be_checked()
    assert 0 < rows.count() < everything
    assert rows.filter(has_text="identique").count() == 0
