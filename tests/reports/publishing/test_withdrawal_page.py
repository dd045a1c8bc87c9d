"""The page where a version is withdrawn says where its words stay, and it is right."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, User
from reports.publishing.models import ReportVersion
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db
WORDS = "Untel, 12 rue Haute"


def test_the_page_says_where_words_stay_and_they_do(import_file: Any, report_text: Any) -> None:
    import_file(report_text(f"## Titre\n\n{WORDS}"), publish=True)
    page = AnnualReportPage.objects.get()
    page.body = []
    publish_answered(page.save_revision(clean=False))
    first = ReportVersion.objects.get(number=1)
    client = Client()
    client.force_login(User.objects.create_superuser("chef", "chef@bilan.example", None))
    address = reverse("report_version_withdraw", args=[first.pk])
    shown = client.get(address).content.decode()

    assert client.post(address, {"reason": "Vie privée."}).status_code == 302
    first.refresh_from_db()
    assert first.content is None
    assert "Ce qui ne sera pas effacé" in shown
    assert "Les brouillons de la page" in shown
    drafts = [str(revision.content) for revision in Revision.objects.for_instance(page)]
    assert any(WORDS in draft for draft in drafts)
