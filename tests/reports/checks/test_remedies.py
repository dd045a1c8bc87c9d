"""A finding leads whoever may settle its cause to the form that does."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.checks.admin.remedies import Remedy, list_remedies
from reports.checks.context import build_context
from reports.checks.fullness import Fullness
from reports.content.models import AnnualReportPage, Service, User
from reports.content.models.page_reading import read_page

pytestmark = pytest.mark.django_db
FINDING: Any = SimpleNamespace(code="record-unpublished")


@pytest.fixture
def page(draft: Any) -> AnnualReportPage:
    """A draft that refers to two services which nobody has published, to one of them twice."""
    page: AnnualReportPage = draft()
    services = [Service.objects.create(name=name, slug=name.lower()) for name in ("Un", "Deux")]
    Service.objects.update(live=False)
    cards = [
        {
            "type": "impact_cards",
            "id": f"c{number}",
            "value": {"cards": [{"type": "item", "id": f"i{number}", "value": value}]},
        }
        for number, value in enumerate(
            {"service": services[n].pk, "name": "S", "facts": []} for n in (0, 1, 1)
        )
    ]
    page.body = json.dumps(cards)
    page.save_revision()
    return page


def test_drafts_are_published_from_their_finding(
    page: AnnualReportPage, people: dict[str, User], client: Client
) -> None:
    (remedy,) = list_remedies(page, FINDING, people["administration"])
    client.force_login(people["administration"])
    answer = client.post(remedy.url)

    assert remedy.label == "Publier 2 services"
    assert answer.url.endswith(f"/admin/pages/{page.pk}/edit/")
    assert Service.objects.filter(live=True).count() == 2
    assert list_remedies(page, FINDING, people["administration"]) == []


def test_whoever_may_not_publish_is_led_nowhere(
    page: AnnualReportPage, people: dict[str, User]
) -> None:
    assert list_remedies(page, FINDING, people["redaction"]) == []
    assert list_remedies(page, FINDING, None) == []


def test_paths_are_declared_in_a_setting(page: AnnualReportPage, people: dict[str, User]) -> None:
    found = list_remedies(page, SimpleNamespace(code="absent-path"), people["administration"])  # type: ignore[arg-type]
    assert [type(each) for each in found] == [Remedy]
    assert "outsidepaths" in found[0].url


def read_duplicates(page: AnnualReportPage) -> Any:
    """Return what rules know of the records that may exist twice."""
    return build_context(read_page(page), page, Fullness()).duplicates


def test_records_that_exist_twice_are_merged_from_their_finding(
    page: AnnualReportPage, people: dict[str, User], client: Client
) -> None:
    other = Service.objects.create(name="D E U X", slug="deux-bis", live=False)
    pair = "« Deux » (deux)", "« D E U X » (deux-bis)"
    assert read_duplicates(page) == (("c1", *pair),)
    finding: Any = SimpleNamespace(code="record-twice")
    for user in people["redaction"], people["administration"]:  # two drafts
        (remedy,) = list_remedies(page, finding, user)
    Service.objects.filter(pk=other.pk).update(live=True)  # the public one stays
    (kept,) = list_remedies(page, finding, people["administration"])
    assert (kept.label, kept.url != remedy.url) == ("Fusionner « Deux »", True)
    Service.objects.filter(pk=other.pk).update(live=False)
    client.force_login(people["administration"])
    asked = client.get(remedy.url)
    assert asked.status_code == 200
    back = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert asked.context["next"] == back
    record = Service.objects.get(slug="deux")
    sent = {"fiche": other.pk, "garder": record.pk, "next": back}
    assert client.post(remedy.url.partition("?")[0], sent)["Location"] == back
    other.refresh_from_db()
    assert other.merged_into == record
    assert read_duplicates(page) == ()
    assert list_remedies(page, finding, people["administration"]) == []


def test_a_draft_that_leads_to_a_public_record_is_no_draft(
    page: AnnualReportPage, people: dict[str, User]
) -> None:
    public = Service.objects.create(name="Trois", slug="trois")
    draft = Service.objects.get(slug="deux")
    draft.merged_into = public
    draft.save(update_fields={"merged_into"})

    (remedy,) = list_remedies(page, FINDING, people["administration"])
    assert remedy.label == "Publier 1 service"
