"""Drawings of charts that are being typed: by a process that stays for the next, never stored."""

import atexit
import base64
import json
import subprocess
from contextlib import suppress
from threading import Lock, Timer
from time import monotonic

from cachetools import LRUCache

from reports.content.charts import drawing, process
from reports.content.charts.drawing import Spec
from reports.content.charts.process import NotDrawn

PATIENCE = 5  # seconds for one drawing
TURN = 3  # seconds until somebody else's is done
KEPT = 64  # drawings, of some 10 KB


class Busy(Exception):
    """Others are drawing: ask again."""


class Late(NotDrawn):
    """It would take too long to wait for."""


class RenderWorker:
    """One process, which takes memory, for all who ask this one; a drawing at a time."""

    def __init__(self) -> None:
        self.turn = Lock()
        self.drawings: LRUCache[str, str] = LRUCache(KEPT)
        self.process: subprocess.Popen[bytes] | None = None

    def get_or_draw(self, spec: Spec) -> str:
        """The markup of an SVG. Raises `NotDrawn` or `Busy`."""
        name = drawing.name(spec, "svg")
        if not self.turn.acquire(timeout=TURN):
            raise Busy
        try:
            if name not in self.drawings:
                self.drawings[name] = drawing.normalize_svg(name, self.draw(spec)).decode()
            return self.drawings[name]
        finally:
            self.turn.release()

    def draw(self, spec: Spec) -> bytes | None:
        order = json.dumps({"format": "svg", "specs": [spec]}).encode() + b"\n"
        answer = self.ask(order) or self.ask(order)  # the first may have left meanwhile
        if not answer:
            raise NotDrawn("the process ended")
        (drawn,) = json.loads(answer)
        return drawn and base64.b64decode(drawn)

    def ask(self, order: bytes) -> bytes:
        """A line for a line; nothing from a process that has ended. Raises `Late`."""
        if self.process is None:
            self.process = process.start_process()
        late, begun = Timer(PATIENCE, self.process.kill), monotonic()
        late.start()
        try:
            self.process.stdin.write(order)  # type: ignore[union-attr]
            self.process.stdin.flush()  # type: ignore[union-attr]
            answer: bytes = self.process.stdout.readline()  # type: ignore[union-attr]
        except OSError:
            answer = b""
        late.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            if monotonic() - begun >= PATIENCE:
                raise Late(f"nothing after {PATIENCE} seconds")
            return b""
        return answer

    def close(self) -> None:
        """Ends the process; the next drawing begins another."""
        one, self.process = self.process, None
        if one:
            one.kill()
            one.wait()
            for pipe in (one.stdin, one.stdout):
                with suppress(OSError):  # what was not written goes nowhere
                    pipe.close()  # type: ignore[union-attr]


worker = RenderWorker()
atexit.register(worker.close)
