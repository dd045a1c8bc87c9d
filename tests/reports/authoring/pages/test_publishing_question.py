"""Before something is published or scheduled, its hour and what is open are said, once."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from reports.content.models import AnnualReportPage, User

Draft = Callable[..., AnnualReportPage]


def ask(user: User, page: AnnualReportPage) -> tuple[str, str]:
    """Return the step of the dialog, and what it says."""
    client = Client()
    client.force_login(user)
    address = reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[page.pk])
    answer = client.get(address).json()
    return answer["step"], answer.get("html") or ""


def test_nothing_is_asked_where_nothing_is_open(draft: Draft, people: dict[str, User]) -> None:
    assert ask(people["validation"], draft("Au début."))[0] == "no_confirmation_needed"


def test_the_day_and_the_hour_are_said(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Au début.")
    page.go_live_at = timezone.make_aware(datetime(2099, 1, 1, 10, 0))
    page.save_revision(clean=False)
    step, text = ask(people["validation"], page)
    assert step == "confirm"
    assert "1er janvier 2099 à 10:00" in text
    assert "Programmer" in text


def test_what_is_open_is_counted(draft: Draft, people: dict[str, User]) -> None:
    page = draft("DOUTE")
    Comment.objects.create(page=page, user=people["redaction"], text="Ici", contentpath="title")
    page.get_workflow().start(page, people["redaction"])
    step, text = ask(people["validation"], page)
    assert step == "confirm"
    assert "1 commentaire ouvert" in text
    assert "La relecture en cours" in text
    assert "1 avertissement que personne n’a assumé" in text


def test_only_who_may_publish_is_told(draft: Draft, people: dict[str, User]) -> None:
    client = Client()
    client.force_login(people["redaction"])
    address = reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[draft("Ici.").pk])
    assert client.get(address).status_code in (302, 403)
