"""The admin at work: copying, uploading, comparing."""

import re

import pytest
from django.urls import reverse

from reports.content.models import AnnualReportPage, User

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


@pytest.mark.parametrize("name", ["redaction", "validation"])
@pytest.mark.parametrize("address", ["wagtailimages:add", "wagtaildocs:add"])
def test_editors_and_approvers_may_upload(client, db, name, address):
    from reports.authoring.roles.set_up import set_up
    from reports.demo.accounts import ensure_accounts

    set_up()
    ensure_accounts()
    client.force_login(User.objects.get(username=name))
    assert client.get(reverse(address)).status_code == 200


def test_revisions_of_a_whole_report_can_be_compared(client, real_reports, import_file):
    folder = real_reports / "2024"
    import_file(folder / "2024.md", assets=folder, publish=True)
    page = AnnualReportPage.objects.get()
    chart = next(block for block in page.body if block.block_type == "chart")
    chart.value["picture"] = None
    picture = next(block for block in page.body if block.block_type == "picture")
    picture.value["alt"] = "Autre description"
    cards = next(block for block in page.body if block.block_type == "impact_cards")
    cards.value["cards"][0]["facts"][0]["figure"] = "Plus de 400 000"
    page.save_revision()
    client.force_login(User.objects.create_superuser("admin"))

    answer = client.get(
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    )

    assert answer.status_code == 200
    html = answer.content.decode()
    assert re.search(r"<del>.*325\s000</del>", html)
    assert re.search(r"<ins>.*400\s000</ins>", html)
    assert "Figure(" not in html
    assert "Reference" not in html
