"""After a scheduled publication is cancelled, « Publier » publishes."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, User
from tests.reports.publishing.answering import publish_answered

Draft = Callable[..., AnnualReportPage]


def list_waiting(page: AnnualReportPage) -> QuerySet[Revision]:
    return page.revisions.filter(approved_go_live_at__isnull=False)


def schedule(draft: Draft) -> tuple[AnnualReportPage, Revision]:
    """Return a report whose publication is scheduled, and the revision that waits."""
    page = draft("Au début.")
    page.go_live_at = timezone.now() + timedelta(days=2)
    waiting = page.save_revision(clean=False)
    publish_answered(waiting)
    page.refresh_from_db()
    return page, waiting


def cancel(user: User, waiting: Revision) -> int:
    """Return the status of the answer to somebody who cancels a scheduled publication."""
    client = Client()
    client.force_login(user)
    args = [waiting.object_id, waiting.pk]
    return client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=args)).status_code


def test_a_cancelled_hour_is_in_no_draft(draft: Draft, people: dict[str, User]) -> None:
    page, waiting = schedule(draft)
    assert list(list_waiting(page)) == [waiting]
    page.save_revision(clean=False)  # a later draft has the hour too

    assert cancel(people["validation"], waiting) == 302
    page.refresh_from_db()
    assert list(list_waiting(page)) == []
    assert page.go_live_at is None
    assert {each.as_object().go_live_at for each in page.revisions.all()} == {None}
    publish_answered(page.latest_revision)
    page.refresh_from_db()
    assert page.live


def test_only_who_may_publish_may_cancel(draft: Draft, people: dict[str, User]) -> None:
    page, waiting = schedule(draft)

    assert cancel(people["redaction"], waiting) == 302  # to the home of the admin, with a message
    page.refresh_from_db()
    assert list(list_waiting(page)) == [waiting]


def test_the_review_that_is_not_resumed_is_said(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Au début.")
    page.get_workflow().start(page, people["redaction"])
    page.go_live_at = timezone.now() + timedelta(days=2)
    waiting = page.save_revision(clean=False)
    publish_answered(waiting)
    client = Client()
    client.force_login(people["validation"])
    args = [waiting.object_id, waiting.pk]
    answer = client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=args), follow=True)
    assert "n’est pas reprise" in answer.content.decode()
