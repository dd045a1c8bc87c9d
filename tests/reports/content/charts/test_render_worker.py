"""One process draws for all who type, stays for the next, and is waited for only so long."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.content.charts import process
from reports.content.charts.admin import render_worker as room
from reports.content.charts.admin.render_worker import Busy, RenderWorker, TooLong
from reports.content.charts.process import NotDrawn
from reports.content.charts.spec import build_spec

from .tables import one


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[RenderWorker]:
    monkeypatch.setattr(room, "MAX_WAIT_SECONDS", 60)  # the machine may be busy
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


@pytest.mark.parametrize("code", ["", "print(end='[')"])
def test_a_process_that_ends_is_not_asked_again_and_again(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(process, "COMMAND", [sys.executable, "-c", code])
    with pytest.raises(NotDrawn):
        worker.get_or_draw(chart("59"))
    assert worker.process is None


def test_a_drawing_that_is_waited_for_too_long_is_found_by_whoever_asks_again(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A busy machine is no reason to say that a drawing is too long."""
    monkeypatch.setattr(room, "MAX_WAIT_SECONDS", 0)
    for values in (["59"], ["59"], ["60"]):
        with pytest.raises(Busy):
            worker.get_or_draw(chart(*values))
    before = pid(worker)

    monkeypatch.setattr(room, "MAX_WAIT_SECONDS", 60)
    assert ">60</text>" in worker.get_or_draw(chart("60"))
    assert ">59</text>" in worker.get_or_draw(chart("59"))
    assert pid(worker) == before


def test_a_process_that_says_nothing_is_given_up(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "COMMAND", [sys.executable, "-c", "import time; time.sleep(60)"])
    for name in ("MAX_WAIT_SECONDS", "MAX_DRAWING_SECONDS"):
        monkeypatch.setattr(room, name, 0)
    with pytest.raises(NotDrawn, match="nothing after"):
        worker.get_or_draw(chart("59"))
    assert worker.process is None


def test_a_drawing_that_takes_the_processor_too_long_costs_the_others_nothing(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.get_or_draw(chart("59"))
    endless = {**chart("60"), "data": {"sequence": {"start": 0, "stop": 100_000_000}}}
    monkeypatch.setattr(room, "MAX_PROCESSOR_SECONDS", 0)
    for _ in range(2):
        with pytest.raises(TooLong):
            worker.get_or_draw(endless)
        monkeypatch.setattr(room, "MAX_PROCESSOR_SECONDS", 60)  # it is not tried again

    assert ">61</text>" in worker.get_or_draw(chart("61"))


def test_nobody_waits_long_for_another_s_drawing(
    worker: RenderWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MAX_TURN_SECONDS", 0.01)
    with worker.turn, pytest.raises(Busy):
        worker.get_or_draw(chart("59"))
