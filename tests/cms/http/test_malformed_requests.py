"""No address fails for whoever sends it nothing, or something else than it expects.

The addresses are read from the URL configuration, so that one that an upgrade adds is tried too.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests.depth import take
from tests.reports.content.media.test_hidden_in_admin import (
    SIGNED_OUT,
    Hidden,
    admin_patterns,
    hidden,
)

__all__ = ["hidden"]
pytestmark = pytest.mark.django_db

NAMES = (
    *("id", "ids", "page", "p", "position", "parent", "next", "action", "page_type", "days"),
    *("revision", "reason", "fingerprint", "title", "name", "slug", "url", "collection", "tags"),
    *("q", "term", "ordering", "apres", "annee", "nature", "avec", "format", "variables"),
)
GARBAGE = dict.fromkeys(NAMES, "zz")
SENT: dict[str, Callable[[Client, str], HttpResponse]] = {
    "nothing": lambda client, path: client.post(path, {}),
    "garbage": lambda client, path: client.post(f"{path}?position=zz", GARBAGE),
    "garbage in the address": lambda client, path: client.get(path, GARBAGE),
}


def fill(hidden: Hidden, path: str) -> Iterator[str]:
    """Yield an address of a path, with one value for each of its parameters; and of the root."""
    names = re.findall(r"{(\w+)}", path)
    if any(not hidden.candidates(name, path) for name in names):
        return
    yield "/" + path.format(**{name: hidden.candidates(name, path)[0] for name in names})
    if path.startswith("admin/pages/{page") and len(names) == 1:
        yield "/" + path.format(**{names[0]: 1})


def list_admin(hidden: Hidden) -> list[str]:
    paths = dict.fromkeys(admin_patterns())
    tried = [path for path in paths if not any(word in path for word in SIGNED_OUT)]
    return [address for path in tried if "*" not in path for address in fill(hidden, path)]


def list_public(resolver: Any = None, prefix: str = "") -> Iterator[str]:
    """Yield the other addresses, with words and numbers that nothing has."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            yield from list_public(pattern, path)
        elif not path.startswith("admin/"):
            key = "00000000-0000-4000-8000-000000000000"
            path = re.sub(r"<uuid:\w+>", key, path)
            path = re.sub(r"<int:\w+>", "9", re.sub(r"<(?:\w+:)?\w+>", "zz", path))
            yield "/" + re.sub(r"\(\?P<\w+>.*?\)|\(.*?\)|[$^\\]", "zz", path)


def find_failures(client: Client, addresses: list[str]) -> list[str]:
    found = []
    for address in addresses:
        for how, send in SENT.items():
            with transaction.atomic():
                status = send(client, address).status_code
                transaction.set_rollback(True)
            if status == 500:
                found.append(f"{status} {how}: {address}")
    return found


def test_in_the_admin(hidden: Hidden) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(hidden.owner)
    addresses = list_admin(hidden)
    assert len(addresses) > 250
    assert find_failures(client, addresses[:: take(1, 5)]) == []


def test_elsewhere(hidden: Hidden) -> None:
    addresses = list(dict.fromkeys(list_public()))
    assert len(addresses) > 30
    assert find_failures(Client(raise_request_exception=False), addresses) == []


@pytest.mark.parametrize(
    "path",
    [
        *("/admin/pages/{page}/copy/", "/admin/pages/1/set_position/?position=0"),
        *("/admin/snippets/choose/reports/service/create/", "/admin/redirects/import/process/"),
        *("/admin/pages/{page}/edit/", "/admin/choose-external-link/"),
    ],
)
def test_what_is_answered_to_nothing(hidden: Hidden, path: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(hidden.owner)
    answer = client.post(path.format(page=hidden.page.pk), {})
    assert answer.status_code == 400
    assert "Demande illisible" in answer.content.decode()
