"""Runs every pattern against its attacks; the system ends this process where one takes too long.

The name of the last pattern that began is the last line of the output.
"""

import os
import re
import resource
import sys
import time
from typing import Any

import django

from tests.patterns.attacks import attacks, is_bounded
from tests.patterns.collection import ANCHORED, collect

# Seconds of processor for one pattern against one text: a linear one takes a fraction.
TIMEOUT_SECONDS = 10


def allow(seconds: int) -> None:
    """Ends this process after so many more seconds of processor time."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, hard))


def run(pattern: re.Pattern[Any], methods: frozenset[str], length: int) -> None:
    """Uses a pattern as the project does, and goes on to its last match."""
    for attack in attacks(pattern, length):
        text: Any = attack.encode("latin-1", "ignore") if is_binary(pattern) else attack
        allow(TIMEOUT_SECONDS)
        for method in methods & ANCHORED:
            getattr(pattern, method)(text)
        if methods - ANCHORED:
            for _ in pattern.finditer(text):
                pass


def is_binary(pattern: re.Pattern[Any]) -> bool:
    """Say whether a pattern reads bytes: those of uploaded files."""
    return isinstance(pattern.pattern, bytes)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(longest: int, words: list[str]) -> None:
    for module, pattern, methods in collect()[0]:
        if is_bounded(pattern) or not all(word in module for word in words):
            continue
        say(f"{module} {pattern.pattern!r}")
        run(pattern, methods, longest)
    say("done")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    main(int(sys.argv[1]), sys.argv[2:])
