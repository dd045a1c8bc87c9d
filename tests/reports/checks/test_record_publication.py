"""A report becomes public with the draft records that it needs, whichever way it is published."""

import datetime
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import ModelLogEntry, Revision
from wagtail.test.utils.form_data import querydict_from_html

from reports.content.models import AnnualReportPage, Service, User
from reports.publishing.models import Release
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import Candidate, choose_items

Draft = Callable[..., AnnualReportPage]
BARRED = "1 fiche reste en brouillon, car vous n’avez pas le droit de la publier\u202f: Mano."


@pytest.fixture
def mano(db: None) -> Service:
    service: Service = Service.objects.create(name="Mano", slug="mano", live=False)
    return service


@pytest.fixture
def page(draft: Draft, mano: Service, people: dict[str, User]) -> AnnualReportPage:
    """A draft with a card of a service that is a draft too."""
    page = draft("Tout va bien.")
    card = {"service": mano.pk, "name": "Mano", "facts": []}
    cards = [{"type": "item", "id": "i", "value": card}]
    page.body = json.dumps([{"type": "impact_cards", "id": "c", "value": {"cards": cards}}])
    page.save_revision(user=people["redaction"])
    return AnnualReportPage.objects.get(pk=page.pk)


@pytest.fixture
def approver(people: dict[str, User], client: Client) -> Client:
    client.force_login(people["validation"])
    return client


def publish_from_form(client: Client, page: AnnualReportPage, **fields: str) -> str:
    """Send the edit form as it is shown, with « Publier », and return the messages."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    card = build_card(Service.objects.get().pk)
    data = form.dict() | card | fields | {"action-publish": "action-publish"}
    return read_messages(client.post(url, data, follow=True))


def build_card(service: int) -> dict[str, str]:
    """Return what a browser posts of a body with one card: scripts draw these fields."""
    value = "body-0-value-cards-0-value"
    names = ("url", "mission_heading", "mission", "status")
    fields = {f"{value}-{name}": "" for name in names}
    fields |= {f"{value}-name": "Mano", f"{value}-reference_name": "Mano"}
    fields |= {f"{value}-service": str(service), f"{value}-facts-count": "0"}
    fields |= {f"{value}-facts_heading": "Son impact", "body-0-value-cards-count": "1"}
    for place, key in (("body-0", "c"), ("body-0-value-cards-0", "i")):
        fields |= {f"{place}-id": key, f"{place}-order": "0", f"{place}-deleted": ""}
    return fields | {"body-count": "1", "body-0-type": "impact_cards"}


def read_messages(response: Any) -> str:
    return " ".join(strip_tags(str(message)) for message in response.context["messages"])


def ask_before(client: Client, page: AnnualReportPage) -> str:
    """Return what the dialog of « Publier » says."""
    url = reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[page.pk])
    return str(client.get(url).json().get("html", ""))


def are_public(page: AnnualReportPage) -> tuple[bool, bool]:
    """Return whether the report is public, and whether its record is."""
    return AnnualReportPage.objects.get(pk=page.pk).live, Service.objects.get().live


def forbid_records(user: User) -> User:
    """Let nobody of the user's groups publish a service any more."""
    permission = Permission.objects.get(codename="publish_service")
    for group in user.groups.all():
        group.permissions.remove(permission)
    return User.objects.get(pk=user.pk)


def test_a_record_is_published_with_its_report_which_is_said_before_and_after(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    assert "1 fiche paraîtra avec le bilan\u202f: Mano." in ask_before(approver, page)
    told = publish_from_form(approver, page)

    assert "1 fiche a paru avec le bilan\u202f: Mano." in told
    assert "en brouillon" not in told
    assert are_public(page) == (True, True)
    entry = ModelLogEntry.objects.get(action="wagtail.publish")
    assert entry.user == people["validation"]


def test_who_may_not_publish_records_publishes_the_report_alone(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    forbid_records(people["validation"])
    assert BARRED in ask_before(approver, page)
    told = publish_from_form(approver, page)

    assert BARRED in told
    assert "a paru" not in told
    assert are_public(page) == (True, False)


@pytest.mark.parametrize(
    "decision",
    [
        {"first_published_at": timezone.now()},
        {"go_live_at": timezone.now() + datetime.timedelta(days=1)},
    ],
    ids=["withdrawn", "own-hour"],
)
def test_what_was_decided_about_a_record_stays(
    page: AnnualReportPage, approver: Client, decision: dict[str, Any]
) -> None:
    Service.objects.update(**decision)
    told = publish_from_form(approver, page)

    assert "1 fiche reste en brouillon, car elle a été retirée" in told
    assert are_public(page) == (True, False)


@contextmanager
def failing_save() -> Iterator[list[bool]]:
    """Let reports fail when their row is saved as public; yields whether records were by then."""
    seen: list[bool] = []

    def fail(instance: AnnualReportPage, **kwargs: Any) -> None:
        if instance.live:
            seen.append(Service.objects.get().live)
            raise RuntimeError("no room")

    pre_save.connect(fail, sender=AnnualReportPage)
    try:
        yield seen
    finally:
        pre_save.disconnect(fail, sender=AnnualReportPage)


def test_a_failure_after_the_records_and_before_the_page_publishes_neither(
    page: AnnualReportPage, approver: Client
) -> None:
    with failing_save() as seen, pytest.raises(RuntimeError):
        publish_from_form(approver, page)
    assert seen == [True]
    assert are_public(page) == (False, False)
    assert not ModelLogEntry.objects.filter(action="wagtail.publish").exists()


def test_code_without_a_user_leaves_records_as_they_are(page: AnnualReportPage) -> None:
    page.get_latest_revision().publish()
    assert are_public(page) == (True, False)


def test_saving_a_public_report_publishes_no_record(
    page: AnnualReportPage, approver: Client
) -> None:
    page.get_latest_revision().publish()
    public = AnnualReportPage.objects.get(pk=page.pk)
    public.search_description = "Un an."
    public.save()
    assert are_public(page) == (True, False)


def test_no_record_comes_before_the_hour_of_its_report(
    page: AnnualReportPage, approver: Client
) -> None:
    told = schedule_from_form(approver, page)
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert "1 fiche paraîtra avec le bilan\u202f: Mano." in told
    assert are_public(page) == (False, False)


def publish_at_its_hour(page: AnnualReportPage) -> None:
    """Let the hour of a scheduled report come, and run what publishes it."""
    revision = AnnualReportPage.objects.get(pk=page.pk).scheduled_revision
    assert revision is not None
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled")


def schedule_from_form(client: Client, page: AnnualReportPage) -> str:
    hour = timezone.localtime() + datetime.timedelta(days=1)
    return publish_from_form(client, page, go_live_at=hour.strftime("%Y-%m-%d %H:%M"))


def test_at_its_hour_a_report_takes_its_records_along(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    schedule_from_form(approver, page)
    publish_at_its_hour(page)
    assert are_public(page) == (True, True)
    entry = ModelLogEntry.objects.get(action="wagtail.publish")
    assert entry.user == people["validation"]


@pytest.mark.parametrize("change", ["right", "deletion"])
def test_at_its_hour_the_rights_of_that_day_decide(
    page: AnnualReportPage, approver: Client, people: dict[str, User], change: str
) -> None:
    schedule_from_form(approver, page)
    if change == "right":
        forbid_records(people["validation"])
    else:
        people["validation"].delete()
    publish_at_its_hour(page)
    assert are_public(page) == (True, False)


def test_a_failure_at_the_hour_publishes_neither(page: AnnualReportPage, approver: Client) -> None:
    schedule_from_form(approver, page)
    with failing_save(), pytest.raises(CommandError):
        publish_at_its_hour(page)
    assert are_public(page) == (False, False)
    call_command("publish_scheduled")  # it is tried again
    assert are_public(page) == (True, True)


@pytest.fixture
def make_release(people: dict[str, User]) -> Callable[..., Release]:
    """Makes an approved release of these drafts."""

    def make(*subjects: Any) -> Release:
        hour = timezone.now() + datetime.timedelta(hours=1)
        release: Release = Release.objects.create(name="Sortie", goes_public_at=hour)
        choose_items(release, [Candidate(subject) for subject in subjects])
        approve(release, people["administration"])
        return release

    return make


def test_a_record_that_a_release_holds_waits_for_it(
    page: AnnualReportPage, mano: Service, approver: Client, make_release: Callable[..., Release]
) -> None:
    make_release(mano)
    told = publish_from_form(approver, page)
    assert "1 fiche reste en brouillon, car elle a été retirée ou a son heure" in told
    assert are_public(page) == (True, False)


def test_a_release_publishes_what_it_names(
    page: AnnualReportPage, mano: Service, make_release: Callable[..., Release]
) -> None:
    release = make_release(page, mano)
    mano.name = "Mano 2"
    mano.save_revision()  # withdraws it
    past = timezone.now() - datetime.timedelta(minutes=1)
    Release.objects.filter(pk=release.pk).update(goes_public_at=past)
    call_command("publish_scheduled")
    assert are_public(page) == (True, False)
