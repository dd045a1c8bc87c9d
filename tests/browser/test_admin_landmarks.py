"""The pages of the desk: landmarks with names of their own, and targets that a finger hits."""

import datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from reports.publishing.models import Release
from reports.publishing.releases.contents import Candidate, choose_items

from .test_corrections import RULES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# axe leaves these out unless it is asked for them
ASKED = ["landmark-unique", "target-size"]
# axe takes a section with a name for a landmark, whatever its role is
GROUP = 'role="group"'


def find_faults(page: Page) -> list[Any]:
    rules = {name: {"enabled": True} for name in ASKED}
    options = {"runOnly": {"type": "tag", "values": RULES}, "rules": rules}
    found = Axe().run(page, options=options).response["violations"]
    faults = [(each["id"], node["html"]) for each in found for node in each["nodes"]]
    return [fault for fault in faults if fault[0] != "landmark-unique" or GROUP not in fault[1]]


def make_release(report: AnnualReportPage) -> Release:
    """Return a release with a report that could not be published."""
    draft = report.get_latest_revision_as_object()
    for _ in range(7):
        draft.body.append(("heading", {"text": "", "level": "2"}))
    draft.save_revision(clean=False)
    hour = timezone.now() + datetime.timedelta(days=1)
    release = Release.objects.create(name="Sortie du bilan", goes_public_at=hour)
    choose_items(release, [Candidate(report)])
    return release


def test_the_pages_of_the_desk_have_no_faults(editor: Page, report: AnnualReportPage) -> None:
    release = make_release(report)
    edit = reverse("wagtailadmin_pages:edit", args=[report.pk])
    pages = {
        "home": reverse("wagtailadmin_home"),
        "import": reverse("bilan_import", args=[report.get_parent().pk]),
        "silenced": reverse("bilan_silenced"),
        "release": reverse("bilan_release", args=[release.pk]),
        "releases": reverse("releases:index"),
        "edit": edit,
    }
    faults = {}
    for name, address in pages.items():
        editor.goto(address)
        if name == "edit":
            expect(editor.locator(".bilan-checks__summary")).not_to_be_empty()
        faults[name] = find_faults(editor)
    assert faults == {name: [] for name in pages}
    assert editor.locator("section.w-panel--nested").count() > 1
    assert editor.get_by_role("region").and_(editor.locator(".w-panel--nested")).count() == 0
