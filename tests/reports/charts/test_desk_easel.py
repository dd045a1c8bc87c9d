"""One process draws for all who type, stays for the next, and is waited for only so long."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.charts import process
from reports.charts.desk import easel as room
from reports.charts.desk.easel import Busy, Easel, Late
from reports.charts.process import NotDrawn
from reports.charts.spec import spec

from .tables import one


@pytest.fixture
def easel() -> Iterator[Easel]:
    easel = Easel()
    yield easel
    easel.close()


def chart(*values: str) -> dict[str, Any]:
    found = spec("Titre", "bar", one(*values))
    assert found
    return found


def pid(easel: Easel) -> int:
    assert easel.process
    return easel.process.pid


def test_the_process_stays_and_nothing_is_stored(easel: Easel, media: Path) -> None:
    first = easel.drawn(chart("59"))
    before = pid(easel)

    assert ">59</text>" in first
    assert ">60</text>" in easel.drawn(chart("60"))
    assert pid(easel) == before
    assert not list(media.rglob("*"))


def test_what_was_drawn_is_remembered(easel: Easel, monkeypatch: pytest.MonkeyPatch) -> None:
    first = easel.drawn(chart("59"))
    monkeypatch.setattr(easel, "draw", None)
    assert easel.drawn(chart("59")) == first


def test_a_process_that_has_left_is_replaced(easel: Easel) -> None:
    easel.drawn(chart("59"))
    before = pid(easel)
    os.kill(before, 9)

    assert easel.drawn(chart("60"))
    assert pid(easel) != before


def test_a_specification_that_cannot_be_drawn_costs_the_others_nothing(easel: Easel) -> None:
    with pytest.raises(NotDrawn):
        easel.drawn({"description": "", "mark": {"type": "no such"}})
    before = pid(easel)

    assert easel.drawn(chart("59"))
    assert pid(easel) == before


@pytest.mark.parametrize(
    ("code", "said"),
    [("import time; time.sleep(60)", "nothing after"), ("", "ended"), ("print(end='[')", "ended")],
)
def test_a_process_that_hangs_or_ends_is_not_waited_for(
    easel: Easel, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setattr(process, "COMMAND", [sys.executable, "-c", code])
    monkeypatch.setattr(room, "PATIENCE", 1 if code.startswith("import") else 60)

    with pytest.raises(NotDrawn, match=said) as refused:
        easel.drawn(chart("59"))
    assert isinstance(refused.value, Late) is (said == "nothing after")
    assert easel.process is None


def test_nobody_waits_long_for_another_s_drawing(
    easel: Easel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "TURN", 0.01)
    with easel.turn, pytest.raises(Busy):
        easel.drawn(chart("59"))
