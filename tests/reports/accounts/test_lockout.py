"""Wrong passwords for one account, from whatever addresses, make it wait, and nobody for ever."""

import itertools
import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from reports.accounts import second_factor
from reports.accounts.forms import LOCKED
from reports.accounts.models import SignInAttempts
from reports.content.models import AuditEntry, User
from tests.identity_provider import IdentityProvider

from .conftest import is_signed_in
from .test_second_factor import read_code

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe assez long"
SENTENCE = LOCKED.format(15)
TOKEN = re.compile(r"\w{64}")  # against forgery: another each time
NUMBERS = itertools.count()


@pytest.fixture
def user(account: User, settings: Any) -> User:
    settings.SIGN_IN_ATTEMPTS = 3
    account.set_password(PASSWORD)
    account.save()
    return account


def log_in(name: str = "lectrice", password: str = PASSWORD, code: str = "") -> Client:
    """Try to sign in, each time from an address that nobody has seen before."""
    client = Client(REMOTE_ADDR=f"198.51.100.{next(NUMBERS) % 256}")
    fields = {"username": name, "password": password, "code": code}
    client.answer = client.post("/admin/login/", fields)  # type: ignore[attr-defined]
    return client


def lock(name: str = "lectrice") -> None:
    for _ in range(3):
        log_in(name, "faux")


def read_errors(client: Any) -> list[str]:
    return [str(error) for error in client.answer.context["form"].non_field_errors()]


def read_log(action: str) -> list[tuple[str, dict[str, str]]]:
    entries = AuditEntry.objects.filter(action=action).order_by("pk")
    return list(entries.values_list("actor", "detail"))


def pass_time(minutes: int) -> None:
    for row in SignInAttempts.objects.all():
        row.since -= timedelta(minutes=minutes)
        row.save()


def test_the_limit_is_of_the_account(user: User) -> None:
    for _ in range(2):
        log_in(password="faux")
    assert is_signed_in(log_in())
    log_in(password="faux")

    locked = log_in()

    assert not is_signed_in(locked)
    assert read_errors(locked) == [SENTENCE]
    assert not is_signed_in(log_in())


def test_what_is_right_does_not_count(user: User) -> None:
    assert all(is_signed_in(log_in()) for _ in range(5))


def test_another_account_does_not_wait(user: User) -> None:
    User.objects.create_superuser("autre", password=PASSWORD)
    lock()
    assert is_signed_in(log_in("autre"))


def test_a_name_that_nobody_has_is_answered_alike(user: User) -> None:
    def answers(name: str) -> list[tuple[int, str]]:
        clients = [log_in(name, "faux") for _ in range(4)]
        pages = [client.answer.content.decode().replace(name, "") for client in clients]
        codes = [client.answer.status_code for client in clients]
        return list(zip(codes, [TOKEN.sub("", page) for page in pages], strict=True))

    assert answers("lectrice") == answers("inconnue")


def test_the_password_of_a_locked_account_is_not_looked_at(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock()
    lock("inconnue")
    monkeypatch.setattr("django.contrib.auth.forms.authenticate", lambda *_, **__: 1 / 0)
    for name in ("lectrice", "inconnue"):
        assert read_errors(log_in(name)) == [SENTENCE]


def test_it_ends_by_itself(user: User) -> None:
    lock()
    pass_time(14)
    assert not is_signed_in(log_in())  # which does not make it longer
    pass_time(1)
    assert is_signed_in(log_in())


def test_wrong_codes_count(user: User) -> None:
    second_factor.begin(user)
    codes = second_factor.confirm(user, read_code(user))
    for _ in range(3):
        log_in(code="000000")
        second_factor.forget_wrong_codes(user)
    assert read_errors(log_in(code=codes[0])) == [SENTENCE]


def test_the_log(user: User) -> None:
    lock()
    lock("mon-mot-de-passe")
    log_in()
    assert read_log("account_locked") == [("lectrice", {}), ("", {})]
    assert read_log("sign_in_failed")[-1] == ("lectrice", {"reason": "LOCKED"})
    assert "mon-mot-de-passe" not in str(list(SignInAttempts.objects.values()))


def test_old_rows_go(user: User) -> None:
    lock()
    lock("inconnue")
    pass_time(16)
    log_in(password="faux")
    call_command("publish_scheduled")
    assert [row.count for row in SignInAttempts.objects.all()] == [1]


class TestUnlocking:
    @pytest.fixture
    def admin(self, user: User) -> Client:
        User.objects.create_superuser("administratrice", password=PASSWORD)
        return log_in("administratrice")

    def test_by_an_administrator(self, user: User, admin: Client) -> None:
        page = f"/admin/comptes/{user.pk}/deblocage/"
        assert page in admin.get("/admin/users/").content.decode()
        assert "n’est pas bloqué" in admin.get(page).content.decode()
        lock()
        assert "est bloqué jusqu’à" in admin.get(page).content.decode()

        answer = admin.post(page)

        assert "n’est plus bloqué" in answer.content.decode()
        assert is_signed_in(log_in())
        assert read_log("account_unlocked") == [("administratrice", {})]

    def test_a_superuser_by_superusers_alone(self, user: User, admin: Client) -> None:
        superuser = User.objects.get(username="administratrice")
        client = Client()
        client.force_login(user)
        assert client.post(f"/admin/comptes/{superuser.pk}/deblocage/").status_code != 200
        assert not read_log("account_unlocked")

    def test_by_a_command(self, user: User, capsys: pytest.CaptureFixture[str]) -> None:
        lock()
        call_command("unlock_account", "lectrice")
        assert is_signed_in(log_in())
        assert "/admin/connexion/essais/" in capsys.readouterr().out
        assert read_log("account_unlocked") == [("unlock_account", {})]

    def test_a_command_for_nobody(self, user: User) -> None:
        with pytest.raises(CommandError, match="inconnue"):
            call_command("unlock_account", "inconnue")

    def test_the_wait_for_codes_ends_too(self, user: User) -> None:
        second_factor.begin(user)
        codes = second_factor.confirm(user, read_code(user))
        log_in(code="0000000")
        call_command("unlock_account", "lectrice")
        assert is_signed_in(log_in(code=codes[0]))


class TestPass:
    """What lets one browser try while strangers go on."""

    @pytest.fixture
    def path(self, user: User, capsys: pytest.CaptureFixture[str]) -> str:
        call_command("unlock_account", "lectrice")
        address = capsys.readouterr().out.split()[-1]
        assert address.startswith("http://127.0.0.1:8000/admin/")
        return address.removeprefix("http://127.0.0.1:8000")

    def enter(self, path: str, name: str = "lectrice", password: str = PASSWORD) -> Client:
        client = Client()
        assert client.get(path)["Location"] == "/admin/login/"
        client.post("/admin/login/", {"username": name, "password": password})
        return client

    def test_opens_while_strangers_go_on(self, path: str) -> None:
        lock()
        assert not is_signed_in(log_in())
        assert is_signed_in(self.enter(path))
        assert not is_signed_in(log_in())

    def test_opens_nothing_by_itself(self, path: str) -> None:
        lock()
        assert not is_signed_in(self.enter(path, password="faux"))

    def test_has_a_limit_of_its_own(self, path: str) -> None:
        for _ in range(3):
            self.enter(path, password="faux")
        assert not is_signed_in(self.enter(path))
        assert is_signed_in(log_in())

    def test_is_of_one_account(self, path: str) -> None:
        User.objects.create_superuser("autre", password=PASSWORD)
        lock("autre")
        assert not is_signed_in(self.enter(path, "autre"))

    def test_ends(self, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
        lock()
        later = time.time() + 16 * 60
        monkeypatch.setattr("django.core.signing.time.time", lambda: later)
        assert not is_signed_in(self.enter(path))

    @pytest.mark.parametrize("token", ["x", "é", "a:b:c"])
    def test_of_nobody(self, user: User, token: str) -> None:
        client = Client()
        client.get(f"/admin/connexion/essais/{token}/")
        assert not client.cookies

    def test_its_cookie(self, path: str) -> None:
        client = Client()
        client.get(path)
        cookie = client.cookies["sign_in_pass"]
        assert cookie["httponly"]
        assert (cookie["path"], cookie["samesite"]) == ("/admin/login/", "Strict")


class TestBreakGlass:
    """The one account with a password where there is a provider."""

    @pytest.fixture(autouse=True)
    def _account(self, user: User, provider: IdentityProvider, settings: Any) -> None:
        settings.BREAK_GLASS_ACCOUNT = "secours"
        group = Group.objects.get(name="Administration")
        User.objects.create_user("secours", password=PASSWORD).groups.add(group)

    def test_waits_as_others_do(self) -> None:
        lock("secours")
        assert read_errors(log_in("secours")) == [SENTENCE]

    def test_cannot_be_locked_out(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("unlock_account", "secours")
        lock("secours")
        client = Client()
        client.get(capsys.readouterr().out.split()[-1].removeprefix("http://127.0.0.1:8000"))
        client.post("/admin/login/", {"username": "secours", "password": PASSWORD})
        assert is_signed_in(client)

    def test_its_name_takes_no_longer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        hashed = []
        hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
        monkeypatch.setattr(hasher, lambda *args: hashed.append(args[1]) or "md5$s$x")
        for name in ("secours", "lectrice", "inconnue"):
            log_in(name, "faux")
        assert hashed == ["faux"] * 3


def test_timezone_is_that_of_readers(user: User) -> None:
    """The hour at which a lock ends is the one on the wall."""
    User.objects.create_superuser("administratrice", password=PASSWORD)
    admin = log_in("administratrice")
    lock()
    since = SignInAttempts.objects.get(count=3).since
    end = timezone.localtime(since + timedelta(minutes=15))
    page = admin.get(f"/admin/comptes/{user.pk}/deblocage/").content.decode()
    assert f"jusqu’à {end:%H:%M}" in page
