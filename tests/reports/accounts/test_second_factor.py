"""A local account with a second factor opens with its code, once each, and with nothing less."""

import time
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from reports.accounts import second_factor
from reports.content.models import AuditEntry, User

from .conftest import is_signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe assez long"
PAGE = "/admin/account/double-authentification/"
ENOUGH = 3_600.0  # seconds after which throttling has passed


class Clock:
    """The time that devices know."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def user(account: User) -> User:
    account.set_password(PASSWORD)
    account.save()
    return account


def read_code(user: User, shift: int = 0) -> str:
    """Return the code that the app of an account shows `shift` steps from now."""
    device = TOTPDevice.objects.get(user=user)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift + shift)
    totp.time = time.time()
    return f"{totp.token():06d}"


def log_in(client: Client, code: str = "", password: str = PASSWORD) -> Any:
    fields = {"username": "lectrice", "password": password, "code": code}
    return client.post("/admin/login/", fields)


def forget_failures(user: User) -> None:
    TOTPDevice.objects.filter(user=user).update(throttling_failure_count=0)


@pytest.fixture
def codes(user: User) -> list[str]:
    """Set the second factor up; return the codes to fall back on."""
    second_factor.begin(user)
    found = second_factor.confirm(user, read_code(user))
    TOTPDevice.objects.filter(user=user).update(last_t=-1)  # that code may be tried again
    return found


@pytest.mark.parametrize("written", ["{}", " {} ", "{:.3} {:.3}"])
def test_the_code_opens(user: User, codes: list[str], client: Client, written: str) -> None:
    code = read_code(user)
    log_in(client, written.format(code, code[3:]))
    assert is_signed_in(client)


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "12345678", "é" * 6, "١٢٣٤٥٦"])
def test_nothing_less_does(user: User, codes: list[str], client: Client, code: str) -> None:
    answer = log_in(client, code)
    assert not is_signed_in(client)
    assert answer.context["form"].errors["code"]
    assert AuditEntry.objects.get(action="sign_in_failed").detail == {"reason": "CODE"}


def test_the_code_alone_does_not(user: User, codes: list[str], client: Client) -> None:
    answer = log_in(client, read_code(user), password="faux")
    assert not is_signed_in(client)
    assert "code" not in answer.context["form"].errors  # nobody learns that there is one


def test_a_code_opens_once(user: User, codes: list[str]) -> None:
    code = read_code(user)
    first, second = Client(), Client()
    log_in(first, code)
    log_in(second, code)
    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_a_code_to_fall_back_on_opens_once(user: User, codes: list[str]) -> None:
    first, second = Client(), Client()
    log_in(first, codes[0])
    log_in(second, codes[0])
    assert is_signed_in(first)
    assert not is_signed_in(second)
    assert len(set(codes)) == 10


def test_guesses_have_to_wait(user: User, codes: list[str], client: Client) -> None:
    log_in(client, "000000")
    assert log_in(client, read_code(user)).context["form"].errors["code"] == [second_factor.WAIT]
    assert not is_signed_in(client)
    forget_failures(user)
    log_in(client, read_code(user))
    assert is_signed_in(client)


def test_the_code_of_somebody_else(user: User, codes: list[str], client: Client) -> None:
    other = User.objects.create_user("autre")
    second_factor.begin(other)
    log_in(client, read_code(other))
    assert not is_signed_in(client)


def test_without_one_a_password_opens(user: User, client: Client) -> None:
    log_in(client)
    assert is_signed_in(client)


class TestThePage:
    def test_sets_up(self, user: User, client: Client) -> None:
        log_in(client)
        shown = client.get(PAGE).context
        assert shown["picture"].startswith("data:image/svg+xml")
        assert shown["secret"] in client.get(PAGE).content.decode()  # the same again

        wrong = client.post(PAGE, {"code": "000000"})
        assert wrong.context["error"] == second_factor.WRONG
        assert not second_factor.has_second_factor(user)

        forget_failures(user)
        right = client.post(PAGE, {"code": read_code(user)})
        assert len(right.context["codes"]) == 10
        assert second_factor.has_second_factor(user)
        assert shown["secret"] not in client.get(PAGE).content.decode()
        assert right.context["codes"][0] not in client.get(PAGE).content.decode()
        assert AuditEntry.objects.filter(action="second_factor_added", actor="lectrice").exists()

    def test_takes_away_by_a_code(self, user: User, codes: list[str], client: Client) -> None:
        log_in(client, codes[0])
        client.post(PAGE, {"code": "000000"})
        assert second_factor.has_second_factor(user)
        client.post(PAGE, {"code": codes[1]})
        assert not second_factor.has_second_factor(user)
        assert AuditEntry.objects.filter(action="second_factor_removed").exists()


class TestWhereItIsRequired:
    @pytest.fixture(autouse=True)
    def _required(self, settings: Any) -> None:
        settings.SECOND_FACTOR_REQUIRED = True

    def test_nothing_else_opens_before(self, user: User, client: Client) -> None:
        log_in(client)
        for path in ("/admin/", "/admin/pages/", "/admin/account/", "/admin/reports/"):
            assert client.get(path)["Location"] == PAGE
        assert "demande la double authentification" in client.get(PAGE).content.decode()
        client.post(PAGE, {"code": read_code(user)})
        assert is_signed_in(client)

    def test_who_has_one_enters(self, user: User, codes: list[str], client: Client) -> None:
        log_in(client, codes[0])
        assert is_signed_in(client)

    def test_who_took_it_away_has_to_set_one_up(
        self, user: User, codes: list[str], client: Client
    ) -> None:
        log_in(client, codes[0])
        client.get("/admin/")
        client.post(PAGE, {"code": codes[1]})
        assert client.get("/admin/")["Location"] == PAGE

    def test_one_may_sign_out(self, user: User, client: Client) -> None:
        log_in(client)
        assert client.post("/admin/logout/")["Location"] == "/admin/login/"


class TestReset:
    """For somebody who has lost the telephone and the codes."""

    def test_takes_away_and_ends_sessions(
        self, user: User, codes: list[str], client: Client
    ) -> None:
        log_in(client, codes[0])
        call_command("reset_second_factor", "lectrice")
        assert not is_signed_in(client)
        log_in(client)
        assert is_signed_in(client)

    @pytest.mark.parametrize("name", ["lectrice", "inconnue"])
    def test_says_what_is_wrong(self, user: User, name: str) -> None:
        with pytest.raises(CommandError):
            call_command("reset_second_factor", name)
