"""A report that is not filled in is not published; all that has nothing to say can be closed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from django.test import Client
from playwright.sync_api import Locator, Page, expect
from wagtail.images.tests.utils import get_test_image_file

from reports.authoring.rollforward.new_report import roll_forward
from reports.content.models import AnnualReportPage, FundingRound, Picture, ReportDocument, User
from tests.reports.checks import build
from tests.reports.publishing.answering import publish_answered

from . import last_year
from .conftest import PASSWORDS, open_actions, unfold, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOLES = ("En 2025 : utilisateurs actifs", "indisponible", "En 2025 :", "<dd></dd>", "<li></li>")
TAKEN_OUT = ("équipes", "sessions", "Mano", "Lauréats", "Ancien graphique", "Télécharger le bilan")
CHART = "Graphique « Ancien graphique »"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WAYS = {"fill", "remove", "clear", "keep", "reread"}


@pytest.fixture
def source(transactional_db: None, tree: None) -> AnnualReportPage:
    """Last year's report, with one of each thing that a year empties."""
    page = last_year.published()
    pdf = ContentFile(b"%PDF-1.4", name="bilan.pdf")
    document = ReportDocument.objects.create(title="Bilan en PDF", file=pdf)
    picture = Picture.objects.create(title="Carte", file=get_test_image_file())
    round_ = FundingRound.objects.create(name="Promotion 2024", slug="promotion-2024", year=2024)
    awards = build.awards(("Mano", "", "100 000 €"))
    awards[1]["funding_round"] = round_.pk
    drawn = {"picture": picture.pk, "alt": "Une courbe", "transcription": "<p>12 puis 14.</p>"}
    chart = build.chart("Ancien graphique", kind="picture")
    chart[1].update({**drawn, "data": {"columns": [], "rows": []}})
    more = [
        build.heading("Chiffres", anchor="chiffres"),
        build.key_figures(("", "35", "équipes"), ("", "279", "agents")),
        build.fact_list(("En 2024 : ", "12", "sessions")),
        build.comparison_cards(
            build.compared(
                "Docs",
                {
                    "En 2023": [("", "19", "utilisateurs actifs")],
                    "En 2024": [("", "27", "utilisateurs actifs")],
                },
                growth=("", "+42 %", "d’usage"),
            )
        ),
        build.budget(("Animation", "12 000 €", "3,7 ETPT")),
        awards,
        chart,
        build.picture("Une carte", picture=picture.pk),
        build.download("Télécharger le bilan 2024", document.pk),
    ]
    stream = page.body.stream_block
    raw = list(page.body.raw_data) + [{"type": kind, "value": value} for kind, value in more]
    value = stream.to_python(raw)
    assert all(child.value for child in value)
    page.body = json.dumps(stream.get_prep_value(value))
    page.source_document = document
    publish_answered(page.save_revision())
    return AnnualReportPage.objects.get(pk=page.pk)


def edit(page: Page, report: AnnualReportPage) -> None:
    page.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(page)


def sign_in(page: Page, name: str) -> None:
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORDS[name])
    page.locator("button[type=submit]").click()
    page.wait_for_url("**/admin/")


def summary(page: Page) -> Locator:
    return page.locator("[data-bilan-remaining-summary]")


def lines(page: Page) -> Locator:
    return page.locator("[data-bilan-remaining-list] [data-bilan-line]")


def violations(page: Page, context: str) -> list[str]:
    """The rules of axe that a part of the page breaks."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [violation["id"] for violation in found]


def close(page: Page, name: str) -> None:
    """By mouse, the first line that has this in it."""
    line = lines(page).filter(has_text=name).first
    if not line.is_visible():
        line.locator("xpath=ancestor::details/summary").click()
    line.get_by_role("button", name="Sans objet").click()
    expect(page.locator("[data-bilan-last]")).to_contain_text("Clos")


def test_a_hollow_report_is_submitted_and_refused_then_closed_and_published(
    source: AnnualReportPage,
    people: Callable[[], Page],
    client: Client,
    shots: Path,
) -> None:
    report = roll_forward(source, 2025).report
    page = people()
    sign_in(page, "redaction")
    edit(page, report)
    unfold(page, report, "indicator_table")
    page.get_by_label(f"Résultats 2025, {last_year.INDICATORS[0][0]}", exact=True).fill("14")
    expect(summary(page)).to_have_text(re.compile(r"^\d+\s% rempli, \d+ éléments"))
    total = lines(page).count()
    assert total > 20

    # what no form lets through is taken out; it comes back when it is undone
    for name in ("› Lauréats", f"{CHART} › Image"):
        close(page, name)
    page.locator("[data-bilan-undo]").click()
    expect(page.locator("[data-bilan-last]")).to_contain_text("Rouvert")
    expect(lines(page).filter(has_text=f"{CHART} › Image")).to_have_count(1)
    close(page, f"{CHART} › Image")
    expect(lines(page).filter(has_text=f"{CHART} › Transcription")).to_have_count(0)
    left = lines(page).count()

    # submitting says how full it is, and leads to what is left
    open_actions(page)
    page.get_by_role("button", name="Soumettre à").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"% rempli, {left} éléments à remplir ou à relire")
    page.screenshot(path=shots / "incomplet.png")
    assert violations(page, "dialog") == []
    dialog.get_by_role("button", name="Soumettre quand même").click()
    expect(page.locator(".messages")).to_contain_text("soumis")

    # approving is refused with the list
    other = people()
    sign_in(other, "validation")
    edit(other, report)
    open_actions(other)
    other.get_by_role("button", name="Approuver", exact=True).click()
    modal = other.locator(".modal-body")
    expect(modal).to_contain_text(f"% rempli, {left} éléments à remplir ou à relire")
    expect(modal.get_by_role("button", name="Approuver")).to_have_count(0)
    other.screenshot(path=shots / "approuver-incomplet.png")
    assert violations(other, ".modal-body .bilan-remaining") == []
    modal.locator("summary").first.click()
    modal.locator("a[data-bilan-jump]").first.click()
    expect(modal).not_to_be_visible()
    assert not AnnualReportPage.objects.get(pk=report.pk).live

    # all of it is closed by the buttons, by keyboard
    edit(page, report)
    page.screenshot(path=shots / "a-clore.png")
    used = set()
    page.locator("[data-bilan-remaining-list] summary").first.click()
    page.locator("[data-bilan-remaining-list] [data-bilan-close]").first.focus()
    for _ in range(left):
        focused = page.locator("[data-bilan-close]:focus")
        if not focused.count():
            break
        used.add(focused.get_attribute("data-bilan-close"))
        before = lines(page).count()
        page.keyboard.press("Enter")
        expect(lines(page)).not_to_have_count(before)
    assert used == WAYS
    expect(lines(page)).to_have_count(0)
    expect(summary(page)).to_contain_text("100 %")
    page.screenshot(path=shots / "clos.png")

    # and then it is published, without a hole
    latest = AnnualReportPage.objects.get(pk=report.pk).get_latest_revision()
    latest.publish(user=User.objects.get(username="validation"))
    html = client.get("/bilan/2025/").content.decode()
    assert "Bilan 2025" in html
    assert [hole for hole in HOLES if hole in html] == []
    main = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
    assert "N/A" in main
    assert [name for name in TAKEN_OUT if name in main] == []
