"""What is sent to Sentry: where something failed, and no word that was in it."""

from collections.abc import Iterator
from typing import Any

import pytest
import sentry_sdk
from django.test import Client

from cms.operations import error_reports

SECRET = "une phrase de brouillon"


@pytest.fixture
def sent(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Collect the envelopes that would leave."""
    envelopes: list[Any] = []
    settings.SENTRY_DSN = "http://cle@127.0.0.1:1/1"
    init = sentry_sdk.init

    class Transport(sentry_sdk.transport.Transport):
        def capture_envelope(self, envelope: Any) -> None:
            envelopes.append(envelope)

    monkeypatch.setattr(sentry_sdk, "init", lambda **options: init(**options, transport=Transport))
    error_reports.start()
    yield envelopes
    monkeypatch.undo()
    sentry_sdk.init()


def test_an_event_has_no_words(
    client: Client, sent: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        local_words = SECRET
        raise ValueError(local_words)

    monkeypatch.setattr("cms.operations.health.report_readiness", fail)
    client.raise_request_exception = False
    client.get(f"/health/ready?mots={SECRET}", headers={"cookie": f"a={SECRET}"})
    sentry_sdk.flush()

    (event,) = [item.payload.json for each in sent for item in each.items if item.type == "event"]
    assert event["exception"]["values"][-1]["type"] == "ValueError"
    assert SECRET not in str(event)
    assert "brouillon" not in str([item.payload.json for each in sent for item in each.items])


def test_a_review_link_keeps_its_token() -> None:
    event = {"request": {"url": "https://bilan.example/relecture/secret/", "headers": {"a": "b"}}}
    assert error_reports.scrub_event(event, {})["request"] == {
        "method": "",
        "url": "https://bilan.example/relecture/…/",
    }


@pytest.mark.parametrize("name", error_reports.PACKAGES)
def test_a_package_that_is_missing_is_named(
    settings: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert error_reports.check_packages() == []
    setattr(settings, name, "https://errors.bilan.example/1")
    monkeypatch.setattr(error_reports, "is_installed", lambda module: False)
    (error,) = error_reports.check_packages()
    assert error.msg.startswith(f"{name} is set, but ")
    error_reports.start()  # it starts all the same


def test_what_is_installed() -> None:
    assert error_reports.is_installed("sentry_sdk")
    assert not error_reports.is_installed("sentry_sdk_of_nobody.part")
