"""An old form saves its text and does nothing else; whose version it covers is told."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from reports.models import AnnualReportPage, User
from tests.reports.checks.conftest import save_draft
from tests.reports.checks.edit_form import build_form

Draft = Callable[..., AnnualReportPage]


def send(client: Client, page: AnnualReportPage, **more: str) -> str:
    """The form as it was when `page` was opened; returns what is told."""
    began = page.latest_revision
    loaded = {
        "loaded_revision_id": str(began.pk),
        "loaded_revision_created_at": began.created_at.isoformat(),
    }
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(url, build_form("Le mien.") | loaded | more, follow=True)
    return " ".join(str(message) for message in answer.context["messages"])


@pytest.fixture
def approver(people: dict[str, User]) -> Client:
    client = Client()
    client.force_login(people["validation"])
    return client


@pytest.mark.parametrize(
    ("action", "told"),
    [("action-publish", "rien n’est publié"), ("action-submit", "rien n’est soumis")],
)
def test_what_is_older_than_a_colleagues_version_is_only_saved(
    draft: Draft, people: dict[str, User], approver: Client, action: str, told: str
) -> None:
    page = draft("Au début.")
    save_draft(page, "Le sien.").latest_revision.user = people["redaction"]
    said = send(approver, page, **{action: "1"})

    assert "une autre version à" in said
    assert told in said
    page.refresh_from_db()
    assert not page.live
    assert not page.workflow_in_progress
    bodies = [str(r.as_object().body) for r in page.revisions.order_by("-created_at")[:2]]
    assert ["Le mien." in bodies[0], "Le sien." in bodies[1]] == [True, True]


def test_a_version_that_was_saved_over_itself_counts_as_another(
    draft: Draft, people: dict[str, User], approver: Client
) -> None:
    """As Wagtail does while somebody types."""
    page = draft("Au début.")
    page.revisions.update(user=people["redaction"])
    assert page.latest_revision  # as the approver has it
    revision = page.revisions.get()
    revision.as_object().save_revision(user=people["redaction"], overwrite_revision=revision)

    assert "une autre version" in send(approver, page, **{"action-publish": "1"})


def test_what_nobody_has_changed_is_published(draft: Draft, approver: Client) -> None:
    page = draft("Au début.")

    assert "une autre version" not in send(approver, page, **{"action-publish": "1"})
    page.refresh_from_db()
    assert page.live


def test_ones_own_version_is_no_other(
    draft: Draft, people: dict[str, User], approver: Client
) -> None:
    """It may be the one that was saved while the button was being pressed."""
    page = draft("Au début.")
    page.get_latest_revision_as_object().save_revision(user=people["validation"])

    assert "une autre version" not in send(approver, page, **{"action-publish": "1"})
    page.refresh_from_db()
    assert page.live
