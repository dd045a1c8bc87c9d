"""Editors at once, each with a page of their own, get over HTTP what each of them gets alone.

The suite takes few of them; `EDITORS=16 ROUNDS=10` takes minutes.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore

from cms.settings import dev
from reports.content.models import AnnualReportPage, User
from reports.content.models.roles import EDITORS
from tests.clients.server import Demonstration
from tests.shared_database import shared_database

from .editor import Editor, Round
from .parallel import run_in_threads
from .states import build_state, shorten

COUNT = int(os.environ.get("EDITORS", "6"))
ROUNDS = int(os.environ.get("ROUNDS", "2"))


@pytest.fixture
def editors(
    demo_reports: list[AnnualReportPage], tmp_path: Path, settings: Any
) -> Iterator[list[Editor]]:
    """People, each with a report that says in every text whose it is."""
    settings.SECRET_KEY = dev.SECRET_KEY
    stream = demo_reports[0].body.stream_block
    users = [User.objects.create_user(f"editor-{number}") for number in range(COUNT)]
    pages = [add_page(demo_reports[number % 2], number, user) for number, user in enumerate(users)]
    sessions = [open_session(user) for user in users]
    with server(tmp_path) as address:
        yield [
            Editor(address, page.pk, session, stream)
            for page, session in zip(pages, sessions, strict=True)
        ]


def add_page(report: AnnualReportPage, number: int, user: User) -> AnnualReportPage:
    year, text = 2050 + number, mark(number, 0)
    body = build_state(shorten(list(report.body.raw_data)), text, number)
    page = AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year, live=False)
    page.introduction = f"<p>{text}</p>"
    page.body = json.dumps(body)
    report.get_parent().add_child(instance=page)
    page.save_revision(user=user, clean=False)
    return page


def mark(number: int, turn: int) -> str:
    return f"auteur-{number}-{turn % 2}-"


def open_session(user: User) -> str:
    user.groups.add(Group.objects.get(name=EDITORS))
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "reports.editorial.authentication.AccountBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Serve the database of the test, or a copy of one that is in memory."""
    with shared_database(folder) as url, Demonstration(folder).served(DATABASE_URL=url) as address:
        yield address


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_each_editor_gets_what_one_gets_alone(editors: list[Editor], record_property: Any) -> None:
    """Each editor puts another of two marks into every text in each round."""

    def work(number: int, turns: range) -> list[Round]:
        editor = editors[number]
        return [editor.edit(mark(number, turn), mark(number, turn + 1)) for turn in turns]

    for number in range(COUNT):
        work(number, range(1))  # a page that was never saved says so
    alone = [work(number, range(1, 3)) for number in range(COUNT)]
    together = run_in_threads(COUNT, lambda number: work(number, range(1, ROUNDS + 1)))

    different = dict.fromkeys((field.name for field in fields(Round)), 0)
    for number, rounds in enumerate(together):
        for turn, found in enumerate(rounds):
            expected = asdict(alone[number][turn % 2])
            for name, text in asdict(found).items():
                different[name] += text != expected[name]
    assert different == {"form": 0, "preview": 0, "preview_page": 0, "saved": 0}
    for number, (first, _) in enumerate(alone):
        assert first.saved == "302", first.form[:1500]
        assert mark(number, 1) in first.form
        assert mark(number, 2) in first.preview_page
    record_property(
        "counted: forms that editors opened, previewed and saved at once", COUNT * ROUNDS
    )
