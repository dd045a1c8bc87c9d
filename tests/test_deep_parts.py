"""The table of deep parts fits the tree, and unknown changes call for all of them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import deep_parts
from tests.deep_parts import CALLS, NAMES, PARTS, Part, list_called, list_changes

ROOT = deep_parts.ROOT
MAKEFILE = (ROOT / "Makefile").read_text()
GATE = (ROOT / ".ci" / "run").read_text()


def git(folder: Path, *arguments: str) -> str:
    author = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    command = ["git", *author, "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with a commit in which a rule and a view have not changed yet."""
    folder = tmp_path / "clone"
    for path in ("reports/checks/rule.py", "cms/http/view.py", "cms/data/series.py"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"# {path}, as it was\n")
    git(tmp_path, "init", "--quiet", str(folder))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "First")
    return folder


@pytest.fixture
def first(clone: Path) -> str:
    return git(clone, "rev-parse", "HEAD").strip()


def test_nothing_is_called_for_where_nothing_changed(clone: Path, first: str) -> None:
    assert list_changes(clone, first) == []
    assert list_called([]) == []


def test_a_change_calls_for_the_parts_of_its_app(clone: Path, first: str) -> None:
    (clone / "reports/checks/rule.py").write_text("# changed\n")
    assert list_called(list_changes(clone, first)) == ["threads"]
    git(clone, "commit", "--quiet", "--all", "--message", "Second")
    (clone / "cms/data/series.py").write_text("# changed\n")
    assert list_called(list_changes(clone, first)) == ["html", "threads", "twins"]


def test_a_file_that_moves_is_a_change_of_both_places(clone: Path, first: str) -> None:
    git(clone, "mv", "cms/http/view.py", "reports/checks/view.py")
    git(clone, "commit", "--quiet", "--message", "Second")
    changes = list_changes(clone, first)
    assert changes == ["cms/http/view.py", "reports/checks/view.py"]
    called = f"{CALLS['cms/http/']} {CALLS['reports/checks/']}"
    assert set(list_called(changes)) == set(called.split())


def test_a_file_that_is_new_or_deleted_is_a_change(clone: Path, first: str) -> None:
    (clone / "cms/data/é.py").write_text("# new\n")
    (clone / "cms/http/view.py").unlink()
    assert list_changes(clone, first) == ["cms/http/view.py", "cms/data/é.py"]


@pytest.mark.parametrize("commit", ["", "never", "0" * 40, "HEAD~1"])
def test_all_are_called_for_where_the_commit_is_unknown(clone: Path, commit: str) -> None:
    assert list_changes(clone, commit) is None
    assert list_called(None) == list(NAMES)


def test_all_are_called_for_in_a_shallow_clone(tmp_path: Path, clone: Path, first: str) -> None:
    git(clone, "commit", "--quiet", "--allow-empty", "--message", "Second")
    git(tmp_path, "clone", "--quiet", "--depth=1", clone.as_uri(), "shallow")
    assert list_changes(tmp_path / "shallow", first) is None


@pytest.mark.parametrize(
    "path", ["new/module.py", "Makefile.local", "reports/new_app/rule.py", "cms/wsgi.py"]
)
def test_all_are_called_for_by_a_path_that_has_no_row_of_its_own(path: str) -> None:
    assert list_called(["reports/checks/rule.py", path]) == list(NAMES)


def test_the_last_run_is_the_first_word_that_is_no_comment(tmp_path: Path) -> None:
    file = tmp_path / "deep"
    assert deep_parts.read_last_run(file) == ""
    file.write_text("# The commit\n\nabc123 on a quiet machine\n")
    assert deep_parts.read_last_run(file) == "abc123"
    assert deep_parts.read_last_run(deep_parts.LAST_RUN)


def test_parts_that_do_not_exist_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEP", "wheel weel")
    with pytest.raises(AssertionError, match="weel"):
        deep_parts.list_wanted()


def test_every_file_has_a_row_and_every_row_a_file() -> None:
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard")
    files = [path for path in listed.splitlines() if (ROOT / path).exists()]
    assert len(files) > 2000
    assert {path for path in files if deep_parts.find_row(path) is None} == set()
    assert set(CALLS) - {deep_parts.find_row(path) for path in files} == set()


def test_every_app_has_a_row_of_its_own() -> None:
    """The rows of whole roots are for what connects the apps."""
    rooms = [room for root in ("reports", "cms") for room in (ROOT / root).glob("*/__init__.py")]
    apps = {f"{room.parent.relative_to(ROOT)}/" for room in rooms}
    assert len(apps) > 12
    shared = {"reports/migrations/", "cms/settings/", "cms/management/", "cms/templatetags/"}
    assert apps - set(CALLS) == shared
    assert all(set(names.split()) <= set(NAMES) for names in CALLS.values())


@pytest.mark.parametrize("part", PARTS, ids=NAMES)
def test_a_part_is_called_for_by_its_tests_and_by_what_they_import(part: Part) -> None:
    tests = list(list_tests(part))
    assert tests
    for test in tests:
        for path in [test, *list_imported(test)]:
            name = path.relative_to(ROOT).as_posix()
            assert part.name in deep_parts.list_called_by(name), name


def list_tests(part: Part) -> Iterator[Path]:
    for place in part.places:
        path = ROOT / "tests" / place
        assert path.exists()
        for test in [path] if path.is_file() else path.rglob("*.py"):
            if part.name != "firefox" or "mark.firefox" in test.read_text():
                yield test


def list_imported(test: Path) -> Iterator[Path]:
    """Yield the modules of the product that a test imports by their names."""
    for node in ast.walk(ast.parse(test.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found = [find_module(f"{node.module}.{alias.name}") for alias in node.names]
            yield from (path or find_module(node.module) or test for path in found)
        elif isinstance(node, ast.Import):
            yield from (find_module(alias.name) or test for alias in node.names)


def find_module(name: str) -> Path | None:
    path = Path(*name.split("."))
    for root in (ROOT, ROOT / "graphql"):
        for file in (root / path.with_suffix(".py"), root / path / "__init__.py"):
            if file.exists() and "tests" not in path.parts:
                return file
    return None


@pytest.mark.parametrize("part", PARTS, ids=NAMES)
def test_make_deep_and_the_gate_run_each_part(part: Part) -> None:
    deep = MAKEFILE.partition("\ndeep:")[2].partition("\n\n")[0]
    if part.target == "browser":
        assert "$(MAKE) --no-print-directory browser ONLY=deep DEEP=\n" in deep
        assert 'make -s browser ONLY="not deep" DEEP="$parts"\n' in GATE
    elif part.target:
        assert f"\n{part.target}:" in MAKEFILE
        assert f"$(MAKE) --no-print-directory {part.target}\n" in f"{deep}\n"
        assert f"if is_called {part.name}; then" in GATE
        assert f"make -s {part.target}" in GATE
    else:
        assert '-m "deep and not browser' in deep
        assert 'make -s test DEEP="$parts"' in GATE


def test_the_guide_has_the_table() -> None:
    """`python -m tests.deep_parts table` prints it."""
    assert f"\n{deep_parts.describe()}\n" in (ROOT / "CONTRIBUTING.md").read_text()
