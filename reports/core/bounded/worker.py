"""The worker process: `python -m reports.core.bounded.worker MODULE MEMORY PROCESSOR`.

It loads the module and calls its functions one after another. It ends when no call has come for a
while, or after a call that used much memory. A function that exceeds its memory gets an
exception; one that exceeds its processor time ends the process.
"""

import importlib
import os
import select
import sys
from typing import IO, Any

from reports.core.bounded.frames import read_frame, write_frame
from reports.core.bounded.limits import limit_memory, limit_processor, measure_peak

MAX_IDLE_SECONDS = 600  # seconds: a paste is seldom alone, and starting takes seconds
MAX_KEPT_BYTES = 400_000_000  # bytes: a process that has held them gives them back by its end
RETURNED, RAISED, EXHAUSTED = "returned", "raised", "exhausted"


def serve(module: Any, processor: int, asked: IO[bytes], answers: IO[bytes]) -> None:
    while select.select([asked], [], [], MAX_IDLE_SECONDS)[0]:
        try:
            name, given = read_frame(asked)
        except EOFError:
            return
        limit_processor(processor)
        outcome = call(getattr(module, name), given)
        is_last = outcome[0] == EXHAUSTED or measure_peak() > MAX_KEPT_BYTES
        try:
            write_frame(answers, (*outcome, is_last))
        except MemoryError:  # the answer itself is too large
            write_frame(answers, (EXHAUSTED, None, True))
            return
        except Exception as error:  # it is too deep, or no answer that can be sent
            write_frame(answers, (RAISED, RuntimeError(type(error).__name__), is_last))
        if is_last:
            return


def call(function: Any, given: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return RETURNED, function(*given)
    except MemoryError:
        return EXHAUSTED, None
    except Exception as error:
        return RAISED, error.with_traceback(None)


def set_up_django() -> None:
    """Load the settings and the models, and no database: Django then refuses each statement."""
    importlib.import_module("django.conf").settings.DATABASES = {}
    importlib.import_module("django").setup()


def main() -> None:
    name, memory, processor = sys.argv[1:]
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        set_up_django()
    module = importlib.import_module(name)
    limit_memory(int(memory))
    serve(module, int(processor), sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
