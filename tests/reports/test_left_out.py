"""What an app adds to the admin and to the commands is there with it, and gone without it."""

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.test import Client
from django.urls import NoReverseMatch, reverse

from reports.content.models import AnnualReportPage, User
from reports.content.site_tree import report_index
from tests.optional_apps import list_missing

IMPORT = "Importer un document"


def has_address(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True


def test_commands_and_addresses_come_with_exchange() -> None:
    is_there = apps.is_installed("reports.exchange")

    assert is_there is ("reports.exchange" not in list_missing())
    assert ("import_report" in get_commands()) is is_there
    assert has_address("bilan_paste_new") is is_there


@pytest.mark.django_db
def test_the_admin_opens_with_and_without_exchange(client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin"))
    index = report_index()
    page = index.add_child(instance=AnnualReportPage(title="Bilan 2024", slug="2024", year=2024))
    listed = client.get(reverse("wagtailadmin_explore", args=[index.pk]))
    edited = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert (listed.status_code, edited.status_code) == (200, 200)
    assert (IMPORT in listed.content.decode()) is apps.is_installed("reports.exchange")
    page.delete()  # nothing that is left in the database holds it
    home = client.get(reverse("wagtailadmin_home"))
    assert home.status_code == 200
    assert (IMPORT in home.content.decode()) is apps.is_installed("reports.exchange")
