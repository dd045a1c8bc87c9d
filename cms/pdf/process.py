"""Compiles a report to PDF in a process with limits."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from cms.pdf.fonts import find_folders

COMMAND = [sys.executable, "-m", "cms.pdf.compiler"]
TIMEOUT_SECONDS = 90
TEMPLATE = Path(__file__).parent / "template" / "report.typ"
MAX_ERROR_CHARACTERS = 2_000
REFUSAL_STATUS = 3  # as in `compiler`, which is loaded by its process alone


class NotMade(Exception):
    """Raised when no PDF was made. `reason` is for the log, and may quote the report."""

    def __init__(self, reason: str) -> None:
        super().__init__("the PDF was not made")
        self.reason = reason


class NotSet(NotMade):
    """Raised when this report cannot be typeset; another try would change nothing."""


class Interrupted(NotMade):
    """Raised when the compiling process was killed, exceeded a limit, or did not start.

    The report need not be at fault: another try may succeed.
    """


@dataclass(frozen=True)
class Typeset:
    """A PDF, the characters that no font has, and the blocks that are plain text in it.

    Characters without a font are shown by their codes; blocks become plain text if they cannot be
    typeset.
    """

    data: bytes
    unknown: list[str]
    plain: list[str]


def set_in_type(printout: dict[str, Any], files: dict[str, bytes], theme: str) -> Typeset:
    """Return the PDF of a printout with its files. Raises `NotSet` or `Interrupted`."""
    with tempfile.TemporaryDirectory(prefix="bilan-pdf-") as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        said = json.dumps(printout, ensure_ascii=False)
        (folder / "report.json").write_text(said, encoding="utf-8")
        (folder / "fonts.json").write_text(json.dumps(find_folders(theme)), encoding="utf-8")
        shutil.copy(TEMPLATE, folder)
        run_compiler(folder)
        outcome = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
        return Typeset((folder / "report.pdf").read_bytes(), **outcome)


def run_compiler(folder: Path) -> None:
    try:
        subprocess.run(
            [*COMMAND, str(folder)],
            capture_output=True,
            cwd=settings.ROOT,
            env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(settings.ROOT)},
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise Interrupted(f"nothing after {TIMEOUT_SECONDS} seconds") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace")[-MAX_ERROR_CHARACTERS:]
        reason = said or f"the process ended with {error.returncode}"
        raise (NotSet if error.returncode == REFUSAL_STATUS else Interrupted)(reason) from None
    except OSError as error:
        raise Interrupted(type(error).__name__) from None
