"""What an app adds to the admin and to the commands is there with it, and gone without it."""

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.core.management import get_commands
from django.test import Client
from django.urls import NoReverseMatch, reverse

from cms.operations.app_checks import check_provider
from reports.content.models import AnnualReportPage, AuditEntry, User
from reports.content.site_tree import report_index
from tests.optional_apps import list_missing
from tests.places import OPTIONAL

IMPORT, SESSIONS = "Importer un document", "Mes sessions"
# By an app: a command and an address that it brings.
BROUGHT = {
    "reports.accounts": ("unlock_account", "sign_in_begin"),
    "reports.exchange": ("import_report", "bilan_paste_new"),
}
PASSWORD = "un mot de passe assez long"


def has_address(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True


@pytest.mark.parametrize("app", OPTIONAL)
def test_commands_and_addresses_come_with_an_app(app: str) -> None:
    is_there = apps.is_installed(app)
    command, address = BROUGHT[app]

    assert is_there is (app not in list_missing())
    assert (command in get_commands()) is is_there
    assert has_address(address) is is_there


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


@pytest.mark.django_db
def test_one_signs_in_and_out_with_and_without_accounts(client: Client) -> None:
    account = User.objects.create_superuser("admin", password=PASSWORD)
    door = client.get(reverse("wagtailadmin_login")).content.decode()
    fields = {"username": "admin", "password": PASSWORD}
    entered = client.post(reverse("wagtailadmin_login"), fields, follow=True)
    menu = client.get(reverse("wagtailadmin_account")).content.decode()
    client.post(reverse("wagtailadmin_logout"))

    assert "Se connecter à Bilan" in door
    assert ("Code à usage unique" in door) is apps.is_installed("reports.accounts")
    assert (entered.status_code, entered.context["user"]) == (200, account)
    assert (SESSIONS in menu) is apps.is_installed("reports.accounts")
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
    kept = AuditEntry.objects.filter(actor="admin").order_by("pk").values_list("action", flat=True)
    assert [each for each in kept if each.startswith("sign_")] == ["sign_in", "sign_out"]
    account.delete()  # nothing that is left in the database holds it


@pytest.mark.django_db
def test_a_session_of_a_provider_is_signed_in_by_nothing_else(client: Client) -> None:
    account = User.objects.create_superuser("admin", password=PASSWORD)
    client.force_login(account, "reports.sign_in.provider.ProviderBackend")
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_checks_say_what_a_service_without_accounts_lacks(settings: object) -> None:
    found = {each.id for each in run_checks(include_deployment_checks=True)}
    settings.OIDC_ISSUER = "https://identite.example"  # type: ignore[attr-defined]
    refused = [each.id for each in check_provider()]

    is_missing = not apps.is_installed("reports.accounts")
    assert ("cms.W031" in found) is is_missing
    assert refused == (["cms.E031"] if is_missing else [])
