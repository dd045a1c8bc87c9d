"""A mail server that is down costs a message and nobody's work."""

import logging

import pytest
from django.core.mail import send_mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, PageSubscription

from reports.demo.accounts import ensure_accounts
from reports.editorial.set_up import set_up
from reports.importing.tree import report_index
from reports.models import AnnualReportPage, User
from tests.reports.checks.edit_form import build_form

DEAD = "cms.mail.PatientBackend"
NEW = {"text": "À revoir.", "contentpath": "hero_title", "position": "", "id": "", "DELETE": ""}
REPLIES = {"replies-TOTAL_FORMS": "0", "replies-INITIAL_FORMS": "0"}


@pytest.fixture
def dead(settings) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = DEAD, "127.0.0.1", 1


def test_what_cannot_be_sent_is_told_to_the_log(
    dead: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert send_mail("Bonjour", "Texte", None, ["a@bilan.example"]) == 0
    assert "The mail server does not answer." in caplog.text


@pytest.mark.django_db
def test_a_comment_is_saved_although_nobody_can_be_told(dead: None) -> None:
    set_up()
    ensure_accounts()
    page = AnnualReportPage(title="Bilan 2024", year=2024, slug="2024")
    report_index().add_child(instance=page)
    User.objects.update(email="a@bilan.example")
    PageSubscription.objects.create(
        page=page, user=User.objects.get(username="validation"), comment_notifications=True
    )
    client = Client()
    client.force_login(User.objects.get(username="redaction"))
    data = build_form("Un.") | {"comments-TOTAL_FORMS": "1"}
    data |= {f"comments-0-{name}": value for name, value in (NEW | REPLIES).items()}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert answer.status_code == 302
    assert Comment.objects.filter(text="À revoir.").exists()
