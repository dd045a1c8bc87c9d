"""Editors who work at the same time in one process get what each would get alone.

Threads switch every microsecond here, so that whatever two of them share is met by both.
"""

import json
import os
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from reports.content.models import AnnualReportPage, User

from .operations import OPERATIONS
from .parallel import run_in_threads, switch_interval
from .states import build_state, shorten

THREADS = 8
STATES = int(os.environ.get("STATES", "5"))  # 25 take two minutes of processor
REPORTS = [("demo_reports", STATES), ("imported_reports", 5)]
INTERVAL = 1e-6  # seconds

Draft = tuple[AnnualReportPage, str]


def build_drafts(page: AnnualReportPage, count: int) -> list[Draft]:
    body = shorten(list(page.body.raw_data))
    states = [build_state(body, f"{page.year}-{number}", number) for number in range(count)]
    return [(page, json.dumps(state)) for state in states]


def outcome(operation: Callable[[Any, User], str], draft: Draft, user: User) -> str:
    """Return what an operation gives for a draft, or the error that it raises."""
    page = AnnualReportPage.objects.get(pk=draft[0].pk)
    page.body = draft[1]
    try:
        return operation(page, user)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(("reports", "states"), REPORTS)
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_threads_get_what_one_gets(
    reports: str, states: int, editor: User, request: Any, record_property: Any
) -> None:
    """Each thread takes all drafts of one report; all operations are under way at any time."""
    both = [build_drafts(page, states) for page in request.getfixturevalue(reports)]
    alone = [
        [[outcome(operation, draft, editor) for operation in OPERATIONS] for draft in drafts]
        for drafts in both
    ]

    def work(number: int) -> Counter[str]:
        different: Counter[str] = Counter()
        for turn in range(states * len(OPERATIONS)):
            state, rank = divmod(turn, len(OPERATIONS))
            state, rank = (state + 3 * number) % states, (rank + number) % len(OPERATIONS)
            operation, report = OPERATIONS[rank], number % len(both)
            found = outcome(operation, both[report][state], editor)
            different[operation.__name__] += found != alone[report][state][rank]
        return different

    with switch_interval(INTERVAL):
        different = sum(run_in_threads(THREADS, work), Counter[str]())
    assert different == {}
    for operation in OPERATIONS:
        record_property(f"counted: results of {operation.__name__} in threads", THREADS * states)
