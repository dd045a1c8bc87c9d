"""Starts the drawing process of `draw`, sends it specifications, and returns the drawings."""

import base64
import json
import subprocess
import sys
from typing import Any

from django.conf import settings

TIMEOUT_SECONDS = 20
COMMAND = [sys.executable, "-m", "reports.content.charts.draw"]


class NotDrawn(Exception):
    """Raised when there is no drawing for now; the message contains nothing of the chart."""


class Undrawable(NotDrawn):
    """Raised when a chart can never be drawn."""


def check_installed() -> None:
    """Raise `NotDrawn` where nothing draws."""
    if "charts" not in settings.EXTRAS:
        raise NotDrawn("the extra charts is not installed")


def start_process() -> "subprocess.Popen[bytes]":
    """The process, for whoever asks it a line at a time. Raises `NotDrawn`."""
    check_installed()
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=nowhere, cwd=settings.ROOT)
    except OSError as error:
        raise NotDrawn(type(error).__name__) from None


def draw_in_process(format: str, specs: list[dict[str, Any]]) -> list[bytes | None]:
    """The drawings of all specifications by one process; None for each that cannot be drawn."""
    check_installed()
    try:
        done = subprocess.run(
            COMMAND,
            input=json.dumps({"format": format, "specs": specs}).encode(),
            capture_output=True,
            cwd=settings.ROOT,
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
        drawn = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise NotDrawn(f"nothing after {TIMEOUT_SECONDS} seconds") from None
    except subprocess.CalledProcessError as error:
        raise NotDrawn(f"the process ended with {error.returncode}") from None
    except (OSError, ValueError) as error:
        raise NotDrawn(type(error).__name__) from None
    return [one and base64.b64decode(one) for one in drawn]
