"""One client may guess a password a few times a minute, and no more."""

import pytest
from django.test import Client

from tests.addresses import draw_address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["/admin/login/", "/admin/password_reset/"])
def test_the_third_guess(client: Client, settings: object, form: str) -> None:
    settings.LOGIN_RATE = "2/minute"  # type: ignore[attr-defined]
    address = draw_address()
    guess = {"username": "redaction", "password": "non", "email": "a@example.org"}

    answers = [client.post(form, guess, REMOTE_ADDR=address) for _ in range(3)]

    assert [answer.status_code == 429 for answer in answers] == [False, False, True]
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60
    assert "Trop de demandes" in answers[-1].content.decode()
    assert client.get(form, REMOTE_ADDR=address).status_code == 200
    assert client.post(form, guess, REMOTE_ADDR="192.0.2.1").status_code != 429


def test_a_forged_form_uses_nothing_up(settings: object) -> None:
    """A page of another site could send it from each browser that opens that page."""
    settings.LOGIN_RATE = "1/minute"  # type: ignore[attr-defined]
    address = draw_address()
    forged, own = Client(enforce_csrf_checks=True), Client()
    guess = {"username": "redaction", "password": "non"}

    answers = [forged.post("/admin/login/", guess, REMOTE_ADDR=address) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert own.post("/admin/login/", guess, REMOTE_ADDR=address).status_code == 200
    assert own.post("/admin/login/", guess, REMOTE_ADDR=address).status_code == 429
