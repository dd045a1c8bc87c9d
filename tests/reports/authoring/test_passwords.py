"""Every way of setting a password asks the validators."""

import re
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from cms.operations import password_resets
from reports.content.models import User
from reports.publishing.models import OutboxEntry
from reports.publishing.outbox import Delivery

pytestmark = pytest.mark.django_db
# One for each validator: length, resemblance to the account, the list of common ones, digits alone.
REFUSED = ["a", "court-1234", "camille-account", "qwerty123456", "908172635443"]
GOOD = "sept-lampes-bleues"


@pytest.fixture
def superuser(client: Client) -> User:
    user = User.objects.create_superuser("direction", "direction@example.org")
    client.force_login(user)
    return user


def fill_account(password: str) -> dict[str, str]:
    return {
        "username": "camille-account",
        "email": "camille@example.org",
        "first_name": "Camille",
        "last_name": "Essai",
        "is_active": "on",
        "password1": password,
        "password2": password,
    }


@pytest.mark.parametrize("password", REFUSED)
def test_the_form_of_a_new_account(client: Client, superuser: User, password: str) -> None:
    answer = client.post("/admin/users/new/", fill_account(password))
    assert answer.context["form"].errors.keys() == {"password2"}
    assert not User.objects.filter(username="camille-account").exists()


def test_a_good_password_makes_an_account(client: Client, superuser: User) -> None:
    assert client.post("/admin/users/new/", fill_account(GOOD)).status_code == 302
    assert User.objects.get(username="camille-account").check_password(GOOD)


@pytest.mark.parametrize("password", REFUSED[::3])
def test_the_form_of_an_account(client: Client, superuser: User, password: str) -> None:
    user = User.objects.create_user("camille-account", password="old")
    answer = client.post(f"/admin/users/edit/{user.pk}/", fill_account(password))
    assert answer.context["form"].errors.keys() == {"password2"}
    user.refresh_from_db()
    assert user.check_password("old")


ACCOUNT = {
    "password-old_password": "old",
    "name_email-first_name": "Camille",
    "name_email-last_name": "Exemple",
    "name_email-email": "camille@example.org",
    "theme-theme": "system",
    "theme-contrast": "system",
    "theme-density": "default",
    "theme-keyboard_shortcuts": "on",
}


@pytest.mark.parametrize("password", [*REFUSED[::3], GOOD])
def test_ones_own_account(client: Client, password: str) -> None:
    """All else of the form is right: nothing but the password decides."""
    user = User.objects.create_superuser("camille-account", "camille@example.org")
    user.set_password("old")
    user.save()
    client.force_login(user)
    given = ACCOUNT | {f"password-new_password{n}": password for n in (1, 2)}

    client.post("/admin/account/", given)

    user.refresh_from_db()
    assert user.check_password("old") is (password != GOOD)


@pytest.mark.parametrize("password", REFUSED[::3])
def test_a_password_that_was_forgotten(client: Client, settings: Any, password: str) -> None:
    user = User.objects.create_superuser("camille-account", "camille@example.org")
    user.set_password("old")
    user.save()
    client.post("/admin/password_reset/", {"email": "camille@example.org"})
    password_resets.deliver(Delivery("", OutboxEntry.objects.get().payload, 1))
    address = re.search(r"/admin/password_reset/confirm/\S+", str(mail.outbox[0].body))
    assert address
    form = client.get(address[0], follow=True)
    given = {f"new_password{n}": password for n in (1, 2)}

    answer = client.post(form.redirect_chain[-1][0], given)

    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"new_password2"}
    user.refresh_from_db()
    assert user.check_password("old")


@pytest.mark.parametrize("password", REFUSED[::3])
def test_the_command_without_questions(monkeypatch: Any, password: str) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", password)
    with pytest.raises(CommandError):
        call_command(
            "createsuperuser",
            interactive=False,
            username="camille-account",
            email="camille@example.org",
        )
    assert not User.objects.filter(username="camille-account").exists()


def test_the_command_does_not_let_anybody_bypass_them(monkeypatch: Any) -> None:
    monkeypatch.setattr("getpass.getpass", lambda *_: "a")
    monkeypatch.setattr("builtins.input", lambda *_: "y")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    with pytest.raises(CommandError):
        call_command(
            "createsuperuser", username="camille-account", email="c@example.org", stderr=StringIO()
        )
    assert not User.objects.filter(username="camille-account").exists()


@pytest.mark.parametrize("password", REFUSED[::3])
def test_the_command_that_changes_one(monkeypatch: Any, password: str) -> None:
    user = User.objects.create_user("camille-account", password="old")
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: password)
    with pytest.raises(CommandError):
        call_command("changepassword", "camille-account", stdout=StringIO(), stderr=StringIO())
    user.refresh_from_db()
    assert user.check_password("old")


def test_the_accounts_of_the_demonstration_still_open(client: Client) -> None:
    call_command("set_up", stdout=StringIO())
    from reports.demo import accounts

    accounts.ensure_accounts()
    for name, password, _ in accounts.list_accounts():
        assert client.post("/admin/login/", {"username": name, "password": password}).url == (
            "/admin/"
        )
        client.logout()
