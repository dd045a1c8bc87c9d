"""Calls functions in a worker process with limits, which is started when there is none.

The import of report files and the check of uploaded PDFs use it.
"""

import importlib
import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from pickle import UnpicklingError
from threading import Lock
from typing import Any

from django.conf import settings

from reports.core.bounded.frames import read_frame, write_frame
from reports.core.bounded.worker import EXHAUSTED, RAISED

SETTINGS = "DJANGO_SETTINGS_MODULE"
START_SECONDS = 30  # seconds more for a process that is new, on a busy machine


class Exhausted(Exception):
    """Raised when a call exceeds its limit of time, processor or memory, or its process dies.

    The message never quotes the input.
    """


class BoundedProcess:
    """A worker process that calls functions of one module, for one thread at a time.

    `processor_seconds` limits the processor time of a call, `timeout_seconds` the time until its
    answer. A worker starts in a quarter of a second if its module needs no Django, otherwise in two
    or three; it then stays for a while.
    """

    def __init__(
        self,
        module: str,
        *,
        memory_bytes: int,
        processor_seconds: int,
        timeout_seconds: int,
        needs_django: bool = True,
    ) -> None:
        self.module, self.timeout_seconds = module, timeout_seconds
        self.needs_django = needs_django
        self.bounds = [str(memory_bytes), str(processor_seconds)]
        self.lock = Lock()
        self.process: subprocess.Popen[bytes] | None = None

    def call(self, name: str, *given: Any) -> Any:
        """Return what a function of the module returns, or raise what it raises.

        Raises `Exhausted`. The arguments and the result are copied.
        """
        if not settings.BOUNDED_PROCESSES:
            return getattr(importlib.import_module(self.module), name)(*given)
        with self.lock:
            for _ in range(2):
                is_new = self.process is None or self.process.poll() is not None
                process = self.start() if is_new else self.process
                assert process is not None
                try:
                    seconds = self.timeout_seconds + START_SECONDS * is_new
                    return self.ask(process, (name, given), seconds)
                except (EOFError, OSError, UnpicklingError):
                    self.end()
                    # One that had waited long enough ends without a fault of this call.
                    if is_new or process.returncode != 0:
                        raise Exhausted(f"the process ended with {process.returncode}") from None
            raise Exhausted("the process ended again")

    def ask(self, process: "subprocess.Popen[bytes]", question: Any, seconds: float) -> Any:
        assert process.stdin
        assert process.stdout
        until = time.monotonic() + seconds
        write_frame(process.stdin, question)
        if not select.select([process.stdout], [], [], max(0, until - time.monotonic()))[0]:
            self.end()
            raise Exhausted(f"nothing after {seconds} seconds")
        kind, value, is_last = read_frame(process.stdout)
        if is_last:
            self.end()
        if kind == EXHAUSTED:
            raise Exhausted("more memory than it may have")
        if kind == RAISED:
            raise value
        return value

    def start(self) -> "subprocess.Popen[bytes]":
        self.end()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        if self.needs_django:
            environment.setdefault(SETTINGS, "cms.settings.production")
        else:
            environment.pop(SETTINGS, None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reports.core.bounded.worker", self.module, *self.bounds],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        return self.process

    def end(self) -> None:
        """End the process, if there is one, and wait until it is gone."""
        if self.process is None:
            return
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self.process.wait()
        self.process = None
