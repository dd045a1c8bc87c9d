"""Draws charts that are being typed, in a worker process that is kept for the next one.

Drawings are kept in memory and never stored.
"""

import atexit
import base64
import json
import select
import signal
import subprocess
from contextlib import suppress
from threading import Lock
from time import monotonic

from cachetools import LRUCache

from reports.content.charts import drawing, process
from reports.content.charts.drawing import Spec
from reports.content.charts.process import NotDrawn

MAX_PROCESSOR_SECONDS = 10  # seconds of the processor for one drawing, however busy the machine is
MAX_WAIT_SECONDS = 5  # seconds that a request waits for its drawing; whoever asks again finds it
MAX_TURN_SECONDS = 3  # seconds until somebody else's is done
MAX_DRAWING_SECONDS = 120  # seconds after which a process that says nothing is given up
MAX_CACHED_DRAWINGS = 64  # drawings, of some 10 KB


class Busy(Exception):
    """Raised when a drawing is not ready in time, because the machine is busy: ask again."""


class TooLong(NotDrawn):
    """Raised when a drawing takes more processor time than it may."""


class RenderWorker:
    """One worker process that draws for all requests of this process, one drawing at a time."""

    def __init__(self) -> None:
        self.turn = Lock()
        self.drawings: LRUCache[str, str | type[NotDrawn]] = LRUCache(MAX_CACHED_DRAWINGS)
        self.process: subprocess.Popen[bytes] | None = None
        self.pending = ""
        """The name of the drawing that the process is at, since `begun`."""
        self.begun = 0.0

    def get_or_draw(self, spec: Spec) -> str:
        """The markup of an SVG. Raises `NotDrawn` or `Busy`."""
        name = drawing.name(spec, "svg")
        if not self.turn.acquire(timeout=MAX_TURN_SECONDS):
            raise Busy
        try:
            if self.pending:
                self.finish()
            for _ in range(2):  # a process that nobody asked for a while may have left
                if name not in self.drawings:
                    self.begin(name, spec)
                    self.finish()
            drawn = self.drawings.get(name, NotDrawn)
        finally:
            self.turn.release()
        if isinstance(drawn, str):
            return drawn
        raise drawn("see the log")

    def begin(self, name: str, spec: Spec) -> None:
        if self.process is None:
            self.process = process.start_process()
        self.pending, self.begun = name, monotonic()
        order = {"format": "svg", "specs": [spec], "processor": MAX_PROCESSOR_SECONDS}
        with suppress(OSError):  # it has left: `finish` finds its end
            self.process.stdin.write(json.dumps(order).encode() + b"\n")  # type: ignore[union-attr]
            self.process.stdin.flush()  # type: ignore[union-attr]

    def finish(self) -> None:
        """Remember the drawing that the process is at, or that it takes too long. Nothing is
        remembered where the process has ended otherwise. Raises `Busy`, and `NotDrawn` of a process
        that hangs.
        """
        assert self.process
        assert self.process.stdout
        pipe, name = self.process.stdout, self.pending
        if not select.select([pipe], [], [], MAX_WAIT_SECONDS)[0]:
            if monotonic() - self.begun < MAX_DRAWING_SECONDS:
                raise Busy
            self.close()
            raise NotDrawn(f"nothing after {MAX_DRAWING_SECONDS} seconds")
        answer = pipe.readline()
        if answer.endswith(b"\n"):
            self.pending = ""
            (drawn,) = json.loads(answer)
            self.drawings[name] = decode_drawing(name, drawn)
        elif self.close() == -signal.SIGXCPU:
            self.drawings[name] = TooLong

    def close(self) -> int | None:
        """End the process, and return with what it ended; the next drawing begins another."""
        one, self.process, self.pending = self.process, None, ""
        if one is None:
            return None
        one.kill()
        code = one.wait()
        for pipe in (one.stdin, one.stdout):
            with suppress(OSError):  # what was not written goes nowhere
                pipe.close()  # type: ignore[union-attr]
        return code


def decode_drawing(name: str, drawn: str | None) -> str | type[NotDrawn]:
    """Return the markup of what the process answers, or why there is none."""
    content = base64.b64decode(drawn) if drawn else None
    try:
        return drawing.normalize_svg(name, content).decode()
    except NotDrawn as reason:
        return type(reason)


worker = RenderWorker()
atexit.register(worker.close)
