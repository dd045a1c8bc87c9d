"""Asks the process that sets type."""

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

PATIENCE = 60  # seconds
TEMPLATE = Path(__file__).parent / "template" / "report.typ"
ERROR_CHARACTERS = 2_000


class NotSet(Exception):
    """There is no PDF. `reason` is what Typst says: it may hold words of the report."""

    def __init__(self, reason: str) -> None:
        super().__init__("the report could not be set in type")
        self.reason = reason


@dataclass(frozen=True)
class Typeset:
    """A PDF, and the characters that it has the codes of, because no font has them."""

    data: bytes
    unknown: list[str]


def set_in_type(printout: dict[str, Any], files: dict[str, bytes], theme: str) -> Typeset:
    """Return the PDF of a printout and the files that it names. Raises `NotSet`."""
    with tempfile.TemporaryDirectory(prefix="bilan-pdf-") as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        said = json.dumps(printout, ensure_ascii=False)
        (folder / "report.json").write_text(said, encoding="utf-8")
        (folder / "fonts.json").write_text(json.dumps(find_folders(theme)), encoding="utf-8")
        shutil.copy(TEMPLATE, folder)
        run_compiler(folder)
        unknown = folder / "unknown.json"
        listed = json.loads(unknown.read_text(encoding="utf-8")) if unknown.exists() else []
        return Typeset((folder / "report.pdf").read_bytes(), listed)


def run_compiler(folder: Path) -> None:
    try:
        subprocess.run(
            [sys.executable, "-m", "cms.pdf.compiler", str(folder)],
            capture_output=True,
            cwd=settings.ROOT,
            env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(settings.ROOT)},
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise NotSet(f"nothing after {PATIENCE} seconds") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace")[-ERROR_CHARACTERS:]
        raise NotSet(said or f"the process ended with {error.returncode}") from None
    except OSError as error:
        raise NotSet(type(error).__name__) from None
