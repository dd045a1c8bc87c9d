"""Every regular expression ends within a processor limit, whatever text it is given."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reports.content.validation import lengths
from tests.patterns.collection import Local, collect, modules, takes_names_from_re

ROOT = Path(__file__).resolve().parents[2]

# Patterns that a run makes of other texts, each with why it needs no attack here.
MADE_OF_LOCAL_NAMES = {
    Local(
        "reports.checks.rules.languages",
        r"re.compile(f'(?<![\\w/.@-])(?:{words})s?(?![\\w@]|-\\w)', re.IGNORECASE)",
    ): "made of the words of english.json: nothing in it repeats",
    Local(
        "reports.core.figures.column_unit", "re.compile(pattern, re.VERBOSE | re.IGNORECASE)"
    ): "two patterns, matched with heads of a few hundred characters: nothing in them repeats",
    Local(
        "reports.core.figures.grammar", "re.compile(pattern, re.VERBOSE | re.IGNORECASE)"
    ): "kept in FORMS, which are collected",
    Local(
        "reports.core.figures.units", "re.compile(pattern, re.VERBOSE | re.IGNORECASE)"
    ): "kept in the vocabularies of the two languages, and matched at one place of an expression",
    Local(
        "reports.content.folding.block",
        r"re.compile(f'{re.escape(prefix)}-\\d+(?=-(?:kept|signed|type)$)', re.ASCII)",
    ): "its prefix is the form's own; the names of fields that it sees are few characters long",
    Local(
        "reports.core.text.word_finder",
        "re.compile(f'{first}{rest}')",
    ): "one class of letters is repeated, and nothing follows it",
    Local(
        "reports.content.uploads.containers", "re.match(signature, data, re.DOTALL)"
    ): "the signatures of file formats: nothing in them repeats",
}

ONE_PATTERN = """
import re, sys
from tests.patterns import __main__ as measure
measure.TIMEOUT_SECONDS = 0
measure.run(re.compile(sys.argv[1]), frozenset({"search"}), 200_000)
"""


def test_every_pattern_ends_in_time() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.patterns", str(lengths.MAX_RICH_TEXT_CHARACTERS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}", "PATH": ""},
    )

    lines = run.stdout.splitlines()
    assert lines, run.stderr
    assert lines[-1] == "done", f"this pattern takes too long: {lines[-1]}\n{run.stderr}"
    assert len(lines) > 100


def test_no_pattern_is_forgotten() -> None:
    found, local = collect()

    assert len(found) > 200
    assert set(local) == MADE_OF_LOCAL_NAMES.keys()
    assert not any(map(takes_names_from_re, modules()))


@pytest.mark.parametrize("slow", [r"<[^>]*>", r"\s*x", r"(?:a+)+b", r"<a\b[^>]*>(.*?)</a>"])
def test_the_attacks_find_what_is_slow(slow: str) -> None:
    """A guard of the guard: these patterns of old were quadratic, or worse."""
    run = subprocess.run(
        [sys.executable, "-c", ONE_PATTERN, slow],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}", "PATH": ""},
    )

    assert run.returncode == -signal.SIGXCPU, run.stderr
