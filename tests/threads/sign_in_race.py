"""What several clients do at the same moment: they sign in, or they leave as administrators.

It is a program of its own, on the database that it gets. It prints as JSON what each of them got.
"""

import json
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import django

django.setup()

from django.core.exceptions import ValidationError  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from reports.accounts import second_factor  # noqa: E402
from reports.accounts.identities import take_invitation  # noqa: E402
from reports.accounts.refusals import SignInRefused  # noqa: E402
from reports.authoring.roles.last_administrator import NobodyLeft, keep_administrator  # noqa: E402
from reports.content.models import User  # noqa: E402
from tests.threads.parallel import run_in_threads  # noqa: E402

ATTEMPTS = 60  # a second apart


def send_password(number: int, name: str, password: str) -> bool:
    """Send a password over the form, from an address of its own; return whether it opens.

    A process that is too busy to look at it says 503, and is asked again.
    """
    client = Client(REMOTE_ADDR=f"198.51.100.{number}", SERVER_NAME="localhost")
    for _ in range(ATTEMPTS):
        response = client.post("/admin/login/", {"username": name, "password": password})
        if response.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
            break
        time.sleep(1)
    return client.get("/admin/").status_code == 200


def send_code(number: int, name: str, code: str) -> bool:
    try:
        second_factor.check_code(User.objects.get(username=name), code)
    except ValidationError:
        return False
    return True


def send_invitation(number: int, digest: str, same: str) -> str:
    """Take an invitation, as one identity or as many; return why not, or nothing."""
    subject = "one" if same == "same" else f"subject-{number}"
    try:
        take_invitation(digest, "https://identite.example", subject, timezone.now())
    except SignInRefused as refusal:
        return refusal.reason.name
    return ""


def leave(number: int, name: str) -> bool:
    """Take one of several accounts out of its groups; return whether that was allowed."""
    try:
        with keep_administrator():
            User.objects.get(username=f"{name}-{number}").groups.clear()
    except NobodyLeft:
        return False
    return True


SENDERS: dict[str, Callable[..., Any]] = {
    "password": send_password,
    "code": send_code,
    "invitation": send_invitation,
    "leave": leave,
}


def main(kind: str, count: str, *values: str) -> None:
    results = run_in_threads(int(count), lambda number: SENDERS[kind](number, *values))
    sys.stdout.write(f"{json.dumps(results)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
