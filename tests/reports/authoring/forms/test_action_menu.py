"""The menu beside the button that saves a draft: what a review waits for comes first."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from reports.content.models import AnnualReportPage, Service, User

Draft = Callable[..., AnnualReportPage]


def list_actions(user: User, url: str) -> list[str]:
    client = Client()
    client.force_login(user)
    html = BeautifulSoup(client.get(url).content, "lxml")
    menu = html.select_one("footer [data-w-dropdown-target=content]")
    assert menu
    return [" ".join(each.get_text(" ").split()) for each in menu.select("button, a")]


@pytest.fixture
def page(draft: Draft, people: dict[str, User]) -> AnnualReportPage:
    page = draft("Tout va bien.")
    page.get_latest_revision().publish()
    page.save_revision()
    page.get_workflow().start(page, people["redaction"])
    return page


def test_approval_is_first_where_a_review_waits(
    page: AnnualReportPage, people: dict[str, User]
) -> None:
    actions = list_actions(people["validation"], reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert actions[0] == "Approuver"
    assert actions[1] == "Demander des modifications"
    assert actions[2] == "Publier"
    assert actions[-1] == "Dépublier"


def test_approval_of_a_record_is_first_too(people: dict[str, User]) -> None:
    service = Service.objects.create(slug="mano", name="Mano", live=True)
    service.save_revision(user=people["redaction"])
    service.get_workflow().start(service, people["redaction"])
    url = reverse(service.snippet_viewset.get_url_name("edit"), args=[service.pk])
    actions = list_actions(people["validation"], url)
    assert actions[0].startswith("Approuver")
    assert actions[-1] == "Dépublier"
