"""Nothing about mail is half configured without a word."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.checks import Tags, run_checks
from django.utils import timezone

from cms.operations.mail_checks import check_mail, check_waiting
from reports.publishing.models import OutboxEntry
from tests.cms.operations.test_production import GOOD, start

WHOLE = {
    "EMAIL_HOST": "mail.example",
    "EMAIL_HOST_USER": "bilan",
    "EMAIL_HOST_PASSWORD": "secret-word",
    "DEFAULT_FROM_EMAIL": "bilan@bilan.example",
    "EMAIL_USE_TLS": True,
    "EMAIL_USE_SSL": False,
    "EMAIL_PORT": 587,
    "OUTBOX_LEASE_SECONDS": 300,
    "DEMO_ACCOUNTS_ALLOWED": False,
}


@pytest.mark.parametrize(
    ("changes", "ids"),
    [
        ({}, []),
        ({"EMAIL_HOST_USER": "", "EMAIL_HOST_PASSWORD": ""}, []),
        ({"EMAIL_HOST": "", "EMAIL_HOST_USER": "", "EMAIL_HOST_PASSWORD": ""}, []),
        ({"EMAIL_HOST": ""}, ["cms.W010"]),
        ({"EMAIL_HOST_USER": ""}, ["cms.E010"]),
        ({"EMAIL_HOST_PASSWORD": ""}, ["cms.E010"]),
        ({"EMAIL_USE_TLS": False}, ["cms.W011"]),
        ({"EMAIL_USE_TLS": False, "EMAIL_HOST": "127.0.0.1"}, []),
        ({"EMAIL_USE_TLS": False, "EMAIL_USE_SSL": True}, []),
        ({"EMAIL_USE_TLS": False, "EMAIL_PORT": 465}, ["cms.W011", "cms.E011"]),
        ({"EMAIL_USE_TLS": False, "EMAIL_USE_SSL": True, "EMAIL_PORT": 465}, []),
        ({"OUTBOX_LEASE_SECONDS": 99}, ["cms.W014"]),
        ({"OUTBOX_LEASE_SECONDS": 100}, []),
        ({"DEFAULT_FROM_EMAIL": "bilan@localhost"}, ["cms.W012"]),
        ({"EMAIL_HOST_USER": "", "DEMO_ACCOUNTS_ALLOWED": True}, []),
    ],
)
def test_variables_that_contradict_each_other(
    settings: Any, changes: dict[str, Any], ids: list[str]
) -> None:
    for name, value in (WHOLE | changes).items():
        setattr(settings, name, value)
    problems = check_mail()
    assert [problem.id for problem in problems] == ids
    assert "secret-word" not in str(problems)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "True 25 True False EmailBackend"),
        ({"EMAIL_HOST": "mail.example"}, "True 587 True False OutboxBackend"),
        ({"EMAIL_HOST": "mail.example", "EMAIL_PORT": "465"}, "True 465 False True OutboxBackend"),
        (
            {"EMAIL_HOST": "mail.example", "EMAIL_USE_TLS": "0", "OUTBOX_IN_SERVER": "0"},
            "False 587 False False OutboxBackend",
        ),
    ],
)
def test_who_names_a_mail_server_has_nothing_else_to_run(
    variables: dict[str, str], expected: str
) -> None:
    show = (
        "from django.conf import settings as s; print(s.OUTBOX_IN_SERVER, s.EMAIL_PORT,"
        "s.EMAIL_USE_TLS, s.EMAIL_USE_SSL, s.EMAIL_BACKEND.rpartition('.')[2])"
    )
    assert start("-c", show, **GOOD, **variables).stdout.strip() == expected


@pytest.mark.django_db
def test_messages_that_have_waited_for_long_are_named() -> None:
    old = timezone.now() - timedelta(minutes=11)
    OutboxEntry.objects.create(kind="mail", recipient="a", payload={})
    OutboxEntry.objects.create(kind="mail", given_up_at=old, created_at=old)
    assert check_waiting(databases=["default"]) == check_waiting() == []
    OutboxEntry.objects.create(kind="mail", recipient="b", payload={}, created_at=old)
    assert check_waiting() == []
    found = run_checks(tags=[Tags.database], databases=["default"])
    assert "cms.W013" in [problem.id for problem in found]
    OutboxEntry.objects.filter(given_up_at=None).update(kind="webhook")
    (problem,) = check_waiting(databases=["default"])
    assert problem.id == "cms.W015"
    assert problem.msg.startswith("1 webhooks have waited for more than ten minutes: no receiver")
