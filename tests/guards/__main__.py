"""Removes each guard once, in a copy of the committed tree, and shows which test turns red.

`make guards` runs them all, `python -m tests.guards WORD…` those whose name has one of the words. A
row is one textual change; the text must occur, so that a guard that moved away is noticed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .acting import ACTING
from .archives import ARCHIVES
from .bounded import BOUNDED
from .checks import CHECKS
from .citations import CITATIONS
from .clipboard import PASTED
from .conversions import CONVERTED
from .corrections import CORRECTED
from .drafts import DRAFTS
from .exchanges import EXCHANGED
from .execution import STEPS
from .figure_addresses import ADDRESSED
from .folding import FOLDED
from .gate import GATES
from .graph import GRAPH
from .guard import Guard
from .holes import HOLES
from .importing import IMPORTING
from .keeping import KEEPING
from .lockout import LOCKED_OUT
from .media import MEDIA
from .merging import MERGES
from .operation import OPERATION
from .outbox import OUTBOX
from .pdf import PRINTED
from .publication import PUBLICATION
from .query_limits import DOCUMENTS
from .records import RECORDS
from .references import REFERENCES
from .releases import RELEASED
from .requests import REQUESTS
from .rollforward import ROLLFORWARD
from .sharing import SHARING
from .shown import SHOWN
from .sign_in import SIGNED_IN
from .storage import STORAGE
from .texts import TEXTS
from .wire import WIRE

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_SECONDS = 300  # seconds
GUARDS = [
    *GATES,
    *ADDRESSED,
    *CONVERTED,
    *CITATIONS,
    *GRAPH,
    *DOCUMENTS,
    *REQUESTS,
    *KEEPING,
    *STEPS,
    *DRAFTS,
    *CHECKS,
    *RECORDS,
    *REFERENCES,
    *FOLDED,
    *ROLLFORWARD,
    *ACTING,
    *TEXTS,
    *SHARING,
    *SHOWN,
    *SIGNED_IN,
    *EXCHANGED,
    *LOCKED_OUT,
    *IMPORTING,
    *PASTED,
    *HOLES,
    *MEDIA,
    *MERGES,
    *OPERATION,
    *OUTBOX,
    *PRINTED,
    *PUBLICATION,
    *CORRECTED,
    *RELEASED,
    *STORAGE,
    *ARCHIVES,
    *BOUNDED,
    *WIRE,
]


def copy(to: Path) -> None:
    """The committed tree, beside what the tests expect beside it."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True)
    subprocess.run(["tar", "-x", "-C", str(to)], input=archive.stdout, check=True)


def run(guard: Guard) -> tuple[str, str]:
    """Whether the suite noticed that a guard is gone, and by which test."""
    with tempfile.TemporaryDirectory(prefix="guard-") as folder:
        tree = Path(folder) / "tree"
        tree.mkdir()
        copy(tree)
        source = tree / guard.file
        text = source.read_text()
        if guard.old not in text:
            return "MOVED", f"the text is not in {guard.file}"
        source.write_text(text.replace(guard.old, guard.new))
        command = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=short", "-n", "2", guard.tests]
        options = [
            "-m",
            "not browser and not production and not validator",
            *(["-k", guard.only] if guard.only else []),
        ]
        try:
            done = subprocess.run(
                [*command, *options],
                cwd=tree,
                capture_output=True,
                text=True,
                timeout=TIMEOUT_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return ("red" if guard.stalls else "STALLED"), "the tests do not come to an end"
        shutil.rmtree(tree)
    failed = re.findall(
        r"^(?:FAILED|ERROR) \S*?([\w.]+::.*?)(?: - .*)?$", done.stdout, re.MULTILINE
    )
    if "INTERNAL_ERROR" in done.stdout and not guard.breaks:
        return "BROKEN", "the change makes the code fail, which shows nothing"
    if failed:
        return "red", failed[0]
    return ("SURVIVED", "") if done.returncode == 0 else ("BROKEN", done.stdout[-300:])


def main(words: list[str]) -> int:
    chosen = [g for g in GUARDS if not words or any(word in g.name for word in words)]
    bad = 0
    for guard in chosen:
        verdict, test = run(guard)
        bad += verdict != "red"
        sys.stdout.write(f"{verdict:8} | {guard.name:45} | {test}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - bad} of {len(chosen)} guards are missed when they are gone\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
