"""Production settings demand what is secret or local, and refuse development's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {"SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "bilan.example.org"}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "ERROR"],
        cwd=ROOT,
        env={**kept, "DJANGO_SETTINGS_MODULE": "cms.settings.production", **environment},
        capture_output=True,
        text=True,
    )


def test_it_starts_with_what_it_needs():
    run = start(**GOOD)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("missing", GOOD)
def test_it_refuses_to_start_without(missing):
    run = start(**{**GOOD, missing: ""})
    assert run.returncode != 0
    assert f"Set the environment variable {missing}" in run.stderr


@pytest.mark.parametrize("key", ["short", "a-key-for-development-only-that-production-refuses"])
def test_it_refuses_a_weak_key_without_printing_it(key):
    run = start(**{**GOOD, "SECRET_KEY": key})
    assert run.returncode != 0
    assert "SECRET_KEY is a development key" in run.stderr.splitlines()[-1]
