"""Copying last year's report in the admin is how a new year begins."""

import pytest
from django.urls import reverse

from reports.models import AnnualReportPage, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(import_file, report_text):
    import_file(report_text("## Résultats\n\n- 12 services"), publish=True)
    return AnnualReportPage.objects.get()


def copy(client, page, slug):
    client.force_login(User.objects.create_superuser("admin"))
    data = {
        "new_title": "Bilan suivant",
        "new_slug": slug,
        "new_parent_page": page.get_parent().pk,
        "copy_subpages": "",
        "publish_copies": "",
    }
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data, follow=True)


def test_a_copied_report_is_a_draft_of_the_next_free_year(client, page):
    answer = copy(client, page, "2025")
    assert answer.status_code == 200
    made = AnnualReportPage.objects.exclude(pk=page.pk).get()
    assert (made.year, made.live, made.title) == (2025, False, "Bilan suivant")
    assert made.get_latest_revision_as_object().year == 2025
