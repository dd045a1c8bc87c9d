"""What a draft lacks is one number, in one sentence, wherever somebody reads it."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.authoring.rollforward.new_report import roll_forward
from reports.checks.fullness import measure_fullness
from reports.content.blocks.draft_problems import find_problems
from reports.content.models import AnnualReportPage, User
from reports.publishing.models import Release
from reports.publishing.previews import links
from reports.publishing.releases.contents import Candidate, choose_items
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = pytest.mark.django_db

REMAINING = "7 éléments à remplir ou à relire"
SENTENCE = f"0\u00a0% rempli, {REMAINING}"
ASKED = "{ report(year: 2025) { openTaskCount openTaskSummary } }"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor")


@pytest.fixture
def draft(publish: Any) -> AnnualReportPage:
    """Next year's report, to which a title without words and a download without a file were added
    since: neither is asked for by the roll-forward, and only one stops a publication.
    """
    facts = build.key_figures(("En 2024 :", "12 345", "agents"), ("", "35", "équipes"))
    table = build.data_table(("Enquête", "Moyenne 2024"), ("Usage", "17"), ("Accueil", "16"))
    source = publish(2024, stored(facts, table, build.prose("En 2024, tout va bien.")))
    page = AnnualReportPage.objects.get(pk=roll_forward(source, 2025).report_id)
    added = stored(build.heading(""), build.download("Le bilan en PDF"))
    ids = ("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002")
    body = [{**block, "id": id} for block, id in zip(added, ids, strict=True)]
    page.body = json.dumps([*page.body.raw_data, *body])
    page.save_revision()
    return page


def read_text(html: Any) -> str:
    """Return the visible words, as a browser spaces them."""
    return BeautifulSoup(html, "lxml").get_text(" ", strip=True)


def release(page: AnnualReportPage) -> Release:
    hour = timezone.now() + datetime.timedelta(hours=1)
    made = Release.objects.create(name="Sortie", goes_public_at=hour)
    choose_items(made, [Candidate(page)])
    return made


def read_everywhere(page: AnnualReportPage, editor: User) -> Iterator[tuple[str, str]]:
    """Yield the words of each place that says what a draft lacks, the form first, as it is read."""
    client = Client()
    client.force_login(editor)
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    yield "form", BeautifulSoup(edit, "lxml").select_one("[data-bilan-remaining-summary]").string
    yield "checks", client.get(reverse("bilan_checks", args=[page.pk])).json()["html"]
    yield "saved form", client.get(reverse("bilan_remaining", args=[page.pk])).json()["summary"]
    explorer = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    yield "list", read_text(client.get(explorer).content)
    yield "home", read_text(client.get(reverse("wagtailadmin_home")).content)
    url = reverse("bilan_release", args=[release(page).pk])
    yield "release", read_text(client.get(url).content)
    token = links.build_token(links.make_review(editor, page, 7, ""))
    yield "preview", read_text(Client().get(f"/relecture/{token}/").content)
    yield "graph", ask(token)["openTaskSummary"]


def ask(token: str = "") -> dict[str, Any]:
    headers = {"X-Preview-Token": token} if token else {}
    asked = {"query": ASKED}
    answer = Client().post("/graphql/", asked, content_type="application/json", headers=headers)
    found: dict[str, Any] = answer.json()["data"]["report"]
    return found


def test_every_place_says_the_same(draft: AnnualReportPage, editor: User) -> None:
    fullness = measure_fullness(draft)
    assert (fullness.remaining, len(fullness.unfilled), len(find_problems(draft))) == (7, 5, 1)
    words = dict(read_everywhere(draft, editor))
    short = {"checks", "release"}  # counts of errors stand beside it, not the share
    assert {name: REMAINING if name in short else SENTENCE for name in words} == {
        name: next((each for each in (SENTENCE, REMAINING) if each in text), text)
        for name, text in words.items()
    }


def test_the_list_of_the_form_has_as_many_lines(draft: AnnualReportPage, editor: User) -> None:
    client = Client()
    client.force_login(editor)
    html = client.get(reverse("bilan_remaining", args=[draft.pk])).json()["html"]
    assert len(BeautifulSoup(html, "lxml").select("[data-bilan-line]")) == 7
    token = links.build_token(links.make_review(editor, draft, 7, ""))
    assert ask(token)["openTaskCount"] == 7


def test_what_is_public_lacks_nothing(draft: AnnualReportPage) -> None:
    AnnualReportPage.objects.filter(pk=draft.pk).update(live=True, has_unpublished_changes=False)
    assert ask() == {"openTaskCount": 0, "openTaskSummary": ""}
