"""Whatever starts a server tells Django of the threads that it has.

A process keeps some of its threads free for what is cached: it has to know how many there are.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAUNCHERS = ["Makefile", "Procfile", "Dockerfile", "docs/deployment/bilan@.service"]


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_granian_and_django_know_the_same_number(launcher: str) -> None:
    text = (ROOT / launcher).read_text()
    given = re.findall(r'--blocking-threads"?,?\s+"?\$*(\{WEB_THREADS:-\d+\}|\d+)', text)
    told = re.findall(r"WEB_THREADS=\$*(\{WEB_THREADS:-\d+\}|\d+)", text)
    assert given
    assert told == given
