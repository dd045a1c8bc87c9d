"""One process draws for all who type, stays for the next, and is waited for only so long."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.content.charts import process
from reports.content.charts.admin import render_worker as room
from reports.content.charts.admin.render_worker import Busy, Late, RenderWorker
from reports.content.charts.process import NotDrawn
from reports.content.charts.spec import build_spec

from .tables import one


@pytest.fixture
def worker() -> Iterator[RenderWorker]:
    worker = RenderWorker()
    yield worker
    worker.close()


def chart(*values: str) -> dict[str, Any]:
    found = build_spec("Titre", "bar", one(*values))
    assert found
    return found


def pid(worker: RenderWorker) -> int:
    assert worker.process
    return worker.process.pid


def test_the_process_stays_and_nothing_is_stored(worker: RenderWorker, media: Path) -> None:
    first = worker.get_or_draw(chart("59"))
    before = pid(worker)

    assert ">59</text>" in first
    assert ">60</text>" in worker.get_or_draw(chart("60"))
    assert pid(worker) == before
    assert not list(media.rglob("*"))


def test_what_was_drawn_is_remembered(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = worker.get_or_draw(chart("59"))
    monkeypatch.setattr(worker, "begin", None)
    assert worker.get_or_draw(chart("59")) == first


def test_a_process_that_has_left_is_replaced(worker: RenderWorker) -> None:
    worker.get_or_draw(chart("59"))
    before = pid(worker)
    os.kill(before, 9)

    assert worker.get_or_draw(chart("60"))
    assert pid(worker) != before


def test_a_specification_that_cannot_be_drawn_costs_the_others_nothing(
    worker: RenderWorker,
) -> None:
    with pytest.raises(NotDrawn):
        worker.get_or_draw({"description": "", "mark": {"type": "no such"}})
    before = pid(worker)

    assert worker.get_or_draw(chart("59"))
    assert pid(worker) == before


@pytest.mark.parametrize(
    ("code", "said"),
    [("import time; time.sleep(60)", "nothing after"), ("", "ended"), ("print(end='[')", "ended")],
)
def test_a_process_that_hangs_or_ends_is_not_waited_for(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setattr(process, "COMMAND", [sys.executable, "-c", code])
    monkeypatch.setattr(room, "PATIENCE", 1 if code.startswith("import") else 60)

    with pytest.raises(NotDrawn, match=said) as refused:
        worker.get_or_draw(chart("59"))
    assert isinstance(refused.value, Late) is (said == "nothing after")
    assert worker.process is None


def test_nobody_waits_long_for_another_s_drawing(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "TURN", 0.01)
    with worker.turn, pytest.raises(Busy):
        worker.get_or_draw(chart("59"))
