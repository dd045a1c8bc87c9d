"""Deep parts of the gate, and the paths whose change calls for each.

`make deep` runs them all. `.ci/run` runs those that `python -m tests.deep_parts` prints: the parts
called for by what changed since the commit that `.ci/deep` names, in which all of them were run.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LAST_RUN = ROOT / ".ci" / "deep"


@dataclass(frozen=True)
class Part:
    """Tests below `places` in `tests/`, run by a target of the Makefile, or by `make test`."""

    name: str
    summary: str
    places: tuple[str, ...]
    target: str = ""


# The tests of `tests/browser/` that stand in neither list are run each time.
DESK = (
    "body budget_totals charts clipboard_fixtures column_units comments converting deleting facts"
    " grid inserting keys link_picker links narrow notes outline pasted_screenshot pasting records"
    " replacing rich_text rollforward row_records suggestions terms together undo widgets"
)
PAGES = "accordion comparison embed example example_fields pages paper preview reading"

PARTS = (
    Part("production", "two nodes behind nginx, a slow database", ("production/",), "production"),
    Part("firefox", "typing, pasting and dragging in Firefox", ("browser/",), "firefox"),
    Part("clients", "Apollo, codegen, gql and Next.js", ("clients/",), "clients"),
    Part("html", "every page through the HTML validator", ("validator/",), "html"),
    Part("upgrades", "databases of released versions", ("upgrades/",)),
    Part("replica", "a copy that is kept by the feed alone", ("reports_graphql/replica/",)),
    Part(
        "histories",
        "cached answers after random changes",
        ("reports_graphql/http/test_random_histories.py",),
    ),
    Part("damage", "damaged files", ("reports/exchange/importing/test_damage.py",)),
    Part("wheel", "the package as it is installed", ("cms/operations/test_wheel.py",)),
    Part("backup", "saving and restoring a service", ("cms/operations/backup/",)),
    Part("threads", "what many get at the same moment", ("threads/",)),
    Part(
        "twins",
        "databases that differ in what is hidden alone",
        (
            "reports_graphql/secrecy/test_open_gate.py",
            "reports_graphql/secrecy/test_paired_databases.py",
            "reports_graphql/secrecy/test_rows.py",
            "reports_graphql/secrecy/test_short_ways.py",
        ),
    ),
    Part("attacks", "documents made to cost much", ("reports_graphql/adversarial/",)),
    Part(
        "exports",
        "whole reports that leave and come back",
        (
            "reports/authoring/revisions/test_old_shapes.py",
            "reports/exchange/archives/test_engines.py",
            "reports/exchange/archives/test_every_variant.py",
            "reports/exchange/archives/test_replacing.py",
            "reports/exchange/archives/test_round_trip.py",
            "reports/exchange/exporting/test_every_variant.py",
            "reports/exchange/exporting/test_hostile.py",
            "reports/exchange/exporting/test_reports.py",
        ),
    ),
    Part(
        "processes",
        "commands and runners, each in a process of its own",
        (
            "cms/operations/test_command_line.py",
            "cms/operations/test_production.py",
            "production/test_killing.py",
            "production/test_run_outbox.py",
            "reports/publishing/test_scheduled.py",
        ),
    ),
    # Tests of Wagtail's views, forms and permissions, where its versions differ. The whole suite,
    # which `make wagtail8 AT=tests` runs, would take as long again as on 7.4.
    Part(
        "wagtail8",
        "Wagtail 8: its views, forms and permissions",
        (
            "cms/test_admin.py",
            "reports/authoring/pages/",
            "reports/authoring/roles/",
            "reports/authoring/test_french.py",
            "reports/authoring/test_refusals.py",
            "reports/content/media/",
            "reports/content/wagtail_patches/",
            "reports/publishing/previews/",
            "reports/publishing/releases/",
        ),
        "wagtail8",
    ),
    Part(
        "desk",
        "writing in Chromium: blocks, tables, texts, undo, records",
        tuple(f"browser/test_{name}.py" for name in DESK.split()),
        "browser",
    ),
    Part(
        "pages",
        "reading in Chromium: every public page, embeds and examples",
        tuple(f"browser/test_{name}.py" for name in PAGES.split()),
        "browser",
    ),
)
NAMES = tuple(part.name for part in PARTS)
EVERY = " ".join(NAMES)

# The longest path that a file begins with decides. The tests of a part call for it in any case.
CALLS = {
    ".ci/": EVERY,
    ".ci/deep": "",
    "Makefile": EVERY,
    "manage.py": EVERY,
    "pyproject.toml": EVERY,
    "requirements/": EVERY,
    "reports/": EVERY,
    "reports/accounts/": "production upgrades threads",
    "reports/authoring/": "production firefox upgrades threads exports wagtail8 desk",
    "reports/checks/": "threads",
    "reports/content/": (
        "production firefox clients html upgrades replica histories backup "
        "threads twins attacks exports processes wagtail8 desk pages"
    ),
    "reports/core/": "firefox clients html upgrades damage threads exports desk pages",
    "reports/demo/": "production clients html threads wagtail8 desk pages",
    "reports/editorial/": "upgrades",
    "reports/exchange/": "production firefox upgrades damage threads exports desk",
    "reports/locale/": "",
    "reports/publishing/": (
        "production clients upgrades replica histories backup threads twins exports processes "
        "wagtail8 pages"
    ),
    "reports/sign_in/": "upgrades",
    "graphql/": (
        "production clients html upgrades replica histories wheel"
        " threads twins attacks exports pages"
    ),
    "cms/": EVERY,
    "cms/data/": "html twins",
    "cms/frontend/": "html twins pages",
    "cms/http/": "production clients html histories threads twins attacks processes pages",
    "cms/operations/": "production wheel backup processes",
    "cms/pdf/": "pages",
    "cms/static/": "html desk pages",
    "cms/templates/": "html desk pages",
    "demo/": "clients html wheel pages",
    "docs/": "wheel",
    "docs/adr/": "",
    "docs/deployment/": "production",
    "docs/frontend.md": "clients wheel",
    "examples/": "clients pages",
    "benchmarks/": "",
    "media/": "",
    "tests/": EVERY,
    "tests/browser/": "desk pages",
    "tests/clients/": "",
    "tests/cms/": "",
    "tests/docs/": "",
    "tests/guards/": "",
    "tests/patterns/": "",
    "tests/production/": "",
    "tests/reports/": "",
    "tests/reports_graphql/": "",
    "tests/threads/": "",
    "tests/upgrades/": "",
    "tests/validator/": "",
    "tests/test_deep_parts.py": "",
    "tests/test_late_indexing.py": "",
    "tests/test_layout.py": "",
    "CHANGELOG.md": "",
    "CONTRIBUTING.md": "",
    "LICENSE": "wheel",
    "README.md": "wheel",
    "SECURITY.md": "",
    "publiccode.yml": "",
    ".dockerignore": "",
    ".gitattributes": "",
    ".gitignore": "wheel",
    ".pre-commit-config.yaml": "",
    "Dockerfile": "",
    "Procfile": "",
}


def find_row(path: str) -> str | None:
    """Return the longest path of the table that this one is or lies below."""
    rows = [row for row in CALLS if path == row or (row.endswith("/") and path.startswith(row))]
    return max(rows, key=len, default=None)


def list_called_by(path: str) -> set[str]:
    """Return the parts that a change of a file calls for: all, if the table does not know it."""
    row = find_row(path)
    called = set(NAMES if row is None else CALLS[row].split())
    places = ((part.name, f"tests/{place}") for part in PARTS for place in part.places)
    return called | {name for name, place in places if path.startswith(place)}


def list_called(paths: Iterable[str] | None) -> list[str]:
    """Return the parts that these changes call for, in their order: all, if changes are unknown."""
    if paths is None:
        return list(NAMES)
    called = {name for path in paths for name in list_called_by(path)}
    return [name for name in NAMES if name in called]


def list_changes(root: Path, commit: str) -> list[str] | None:
    """Return the files that differ from those of a commit; None, if this clone does not have it."""
    known = run_git(root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    changed = run_git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--")
    new = run_git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if not commit or known is None or changed is None or new is None:
        return None
    return [path for path in (changed + new).split("\0") if path]


def run_git(root: Path, *arguments: str) -> str | None:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    return None if done.returncode else done.stdout


def read_last_run(file: Path) -> str:
    """Return the commit of the last deep run: the first word that is not in a comment."""
    lines = file.read_text().splitlines() if file.exists() else []
    return next((line.split()[0] for line in lines if line.strip() and line[0] != "#"), "")


def name_part(path: str) -> str:
    """Return the part that a test belongs to; empty for one that is run each time."""
    for part in PARTS:
        if part.target != part.name and path.startswith(
            tuple(f"tests/{place}" for place in part.places)
        ):
            return part.name
    return ""


def list_wanted() -> list[str]:
    """Return the parts that DEEP names, whose tests are run with the others."""
    wanted = os.environ.get("DEEP", "").split()
    unknown = set(wanted) - set(NAMES)
    assert not unknown, f"DEEP names no parts: {unknown}"
    return wanted


def describe() -> str:
    """Return the table of CONTRIBUTING.md: each path, and the parts that its change calls for."""
    lines = ["| part | what it runs |", "|---|---|"]
    lines += [f"| `{part.name}` | {part.summary} |" for part in PARTS]
    lines += ["", "| a change below | calls for |", "|---|---|"]
    rows: dict[str, list[str]] = {}
    for path in sorted(CALLS):
        rows.setdefault(CALLS[path], []).append(f"`{path}`")
    for called, paths in sorted(rows.items(), key=lambda row: (-len(row[0].split()), row[1])):
        words = "every part" if called == EVERY else ", ".join(f"`{n}`" for n in called.split())
        lines.append(f"| {' '.join(paths)} | {words or 'none'} |")
    return "\n".join(lines)


def main(words: list[str]) -> str:
    if words == ["table"]:
        return describe()
    if words == ["all"]:
        return EVERY
    if words[:1] == ["places"]:
        part = next(part for part in PARTS if part.name == words[1])
        return " ".join(f"tests/{place}" for place in part.places)
    return " ".join(list_called(list_changes(ROOT, read_last_run(LAST_RUN))))


if __name__ == "__main__":
    sys.stdout.write(f"{main(sys.argv[1:])}\n")
