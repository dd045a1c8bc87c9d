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
# Wagtail makes a landmark of each block, which has the name of its type where it has none.
ASKED_OF_FORM = ["target-size"]


def find_faults(page: Page, asked: list[str]) -> list[Any]:
    rules = {name: {"enabled": True} for name in asked}
    options = {"runOnly": {"type": "tag", "values": RULES}, "rules": rules}
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], node["html"][:200]) for each in found for node in each["nodes"]]


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
        faults[name] = find_faults(editor, ASKED_OF_FORM if name == "edit" else ASKED)
    assert faults == {name: [] for name in pages}
