"""Two editors who save one page at the same moment over HTTP: one is stored, the other is told.

The suite takes few of them; `PAIRS=16 ROUNDS=13` takes minutes.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.settings import dev
from reports.content.models import AnnualReportPage, User

from .editor import Editor, Form
from .parallel import run_in_threads
from .test_over_http import add_page, mark, open_session, server

PAIRS = int(os.environ.get("PAIRS", "3"))
ROUNDS = int(os.environ.get("ROUNDS", "4"))
BY_HAND, BY_ITSELF = "text/html", "application/json"
# how each of the two saves, one round after the other
WAYS = [(BY_HAND, BY_HAND), (BY_HAND, BY_ITSELF), (BY_ITSELF, BY_HAND), (BY_ITSELF, BY_ITSELF)]
TOLD = "a enregistré une autre version"

Pair = list[Editor]


@pytest.fixture
def pairs(
    demo_reports: list[AnnualReportPage], tmp_path: Path, settings: Any
) -> Iterator[list[Pair]]:
    """Two people for each page, whose texts say the number of its pair."""
    settings.SECRET_KEY = dev.SECRET_KEY
    stream = demo_reports[0].body.stream_block
    users = [User.objects.create_user(f"editor-{number}") for number in range(2 * PAIRS)]
    pages = [add_page(demo_reports[0], number, users[2 * number]) for number in range(PAIRS)]
    sessions = [open_session(user) for user in users]
    with server(tmp_path) as address:
        yield [
            [Editor(address, page.pk, sessions[2 * number + side], stream) for side in (0, 1)]
            for number, page in enumerate(pages)
        ]


def save_at_once(pair: Pair, ways: tuple[str, str], before: str, turn: int) -> tuple[str, str]:
    """Let both replace the mark `before` by one of their own in every text, and save.

    Return what came of it, and the mark that is stored now.
    """
    forms = [open_form(editor) for editor in pair]
    marks = [f"tour-{turn}-{side}-" for side in (0, 1)]

    def save(side: int) -> tuple[int, str]:
        data = {name: text.replace(before, marks[side]) for name, text in forms[side].data.items()}
        return pair[side].request("POST", pair[side].path, data, ways[side])

    answers = run_in_threads(2, save)
    stored = [
        status == (302 if way == BY_HAND else 200) and TOLD not in text
        for way, (status, text) in zip(ways, answers, strict=True)
    ]
    if stored not in ([True, False], [False, True]):
        kept = next(mark for mark in (*marks, before) if mark in pair[0].load().answer)
        return ("both stored" if all(stored) else f"none stored: {answers}"), kept
    winner, loser = (0, 1) if stored[0] else (1, 0)
    status, text = answers[loser]
    if ways[loser] == BY_HAND:  # a server that is too busy shows the words again as well
        is_told = (TOLD in text or status == 503) and marks[loser] in text
    else:
        is_told = status == 503 or (status == 400 and "invalid_revision" in text)
    if not is_told:
        return f"not told: {status} {text[:500]}", marks[winner]
    latest = open_form(pair[0]).answer
    is_kept = marks[winner] in latest and marks[loser] not in latest
    outcome = "one stored, one told" if is_kept else f"not kept: {count_marks(latest, marks)}"
    return outcome, marks[winner]


def open_form(editor: Editor) -> Form:
    """Return the form with the latest revision, also if the server is busy for a while."""
    for _ in range(5):
        form = editor.load()
        if form.data:
            return form
    raise AssertionError(f"the form was not read: {form.answer[:500]}")


def count_marks(text: str, marks: list[str]) -> str:
    return ", ".join(f"{text.count(mark)} of {mark}" for mark in marks)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_save_one_page_at_once_nobody_is_overwritten(
    pairs: list[Pair], record_property: Any
) -> None:
    def work(number: int) -> Counter[str]:
        outcomes: Counter[str] = Counter()
        kept = mark(number, 0)
        for turn in range(ROUNDS):
            outcome, kept = save_at_once(pairs[number], WAYS[turn % len(WAYS)], kept, turn)
            outcomes[outcome] += 1
        return outcomes

    outcomes = sum(run_in_threads(PAIRS, work), Counter[str]())
    record_property("counted: pairs of saves of one page at the same moment", PAIRS * ROUNDS)
    assert outcomes == {"one stored, one told": PAIRS * ROUNDS}
