"""Log lines for machines and for people: who asked, what failed, and no word of any draft."""

import json
import logging
import sys
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from cms.http.request_id import CURRENT, HEADER, RequestIdMiddleware
from cms.operations.logs import JsonFormatter, RepetitionFilter, ReviewLinkFilter, TextFormatter

SECRET = "la phrase d’un brouillon"


@pytest.fixture
def request_id() -> Iterator[str]:
    token = CURRENT.set("0123456789abcdef")
    yield "0123456789abcdef"
    CURRENT.reset(token)


def record(message: str, *args: object, error: bool = False) -> logging.LogRecord:
    info = sys.exc_info() if error else None
    return logging.LogRecord("cms.test", logging.ERROR, __file__, 1, message, args, info)


def raise_with_words() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as cause:
        raise ValueError(f"{SECRET} n’est pas un nombre") from cause


def test_a_line_is_one_json_object(request_id: str) -> None:
    line = JsonFormatter().format(record("deux\nlignes %s", "é"))
    assert "\n" not in line
    fields = json.loads(line)
    assert fields.pop("time").endswith("+00:00")
    assert fields == {
        "level": "ERROR",
        "logger": "cms.test",
        "message": "deux\nlignes é",
        "request": request_id,
    }


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_an_error_is_told_without_its_words(formatter: logging.Formatter) -> None:
    try:
        raise_with_words()
    except ValueError:
        line = formatter.format(record("incident %s", "12", error=True))
    assert SECRET not in line
    assert "builtins.ValueError < builtins.KeyError" in line
    assert "raise_with_words" in line
    assert "test_logs.py:" in line


def test_a_line_for_people_has_the_request(request_id: str) -> None:
    assert TextFormatter().format(record("a")).endswith(" ERROR [01234567] a")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/relecture/jeton-secret/", "/relecture/…/"),
        ("/relecture/jeton-secret/rapport.pdf", "/relecture/…"),
        ("/admin/password_reset/confirm/MQ/jeton-secret/", "/admin/password_reset/confirm/…/"),
        ("/admin/connexion/essais/jeton-secret/", "/admin/connexion/essais/…/"),
        ("/admin/relecture/", "/admin/relecture/"),
    ],
)
def test_a_link_keeps_its_token(path: str, shown: str) -> None:
    each = record("Not Found: %s", path)
    assert ReviewLinkFilter().filter(each)
    assert json.loads(JsonFormatter().format(each))["message"] == f"Not Found: {shown}"


@pytest.mark.parametrize(
    ("given", "taken"),
    [("abc-123.DEF_4", True), ("court", False), ("a" * 65, False), ("ligne\nforgée", False)],
)
def test_only_a_plain_number_is_taken_from_outside(given: str, taken: bool) -> None:
    seen = []

    def respond(request: HttpRequest) -> HttpResponse:
        seen.append(CURRENT.get())
        return HttpResponse()

    request = HttpRequest()
    request.META["HTTP_X_REQUEST_ID"] = given
    response = RequestIdMiddleware(respond)(request)
    assert (seen == [given]) is taken
    assert (response.headers.get(HEADER) == given) is taken


@pytest.mark.django_db
def test_a_failing_request_is_logged_with_its_number(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise ValueError(SECRET)

    lines: list[str] = []
    handler = logging.Handler()
    monkeypatch.setattr(handler, "emit", lambda each: lines.append(JsonFormatter().format(each)))
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    monkeypatch.setattr("cms.operations.health.report_readiness", fail)
    client.raise_request_exception = False
    try:
        client.get("/health/ready", headers={"X-Request-ID": "numero-du-proxy"})
        client.get("/nulle-part/", headers={"X-Request-ID": "un-autre-numero"})
    finally:
        logger.removeHandler(handler)
    assert SECRET not in "".join(lines)
    numbers = [json.loads(line)["request"] for line in lines]
    assert numbers == ["numero-du-proxy", "un-autre-numero"]


def test_an_outage_does_not_fill_the_log() -> None:
    repetitions = RepetitionFilter()
    lines = [record("error connecting: %s", number) for number in range(3)]
    lines.insert(1, record("discarding closed connection"))
    lines[3].created += RepetitionFilter.INTERVAL_SECONDS + 1
    assert [repetitions.filter(line) for line in lines] == [True, True, False, True]
