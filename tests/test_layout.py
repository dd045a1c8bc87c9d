"""The house stands as its plan says."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import graphql
import pytest

ROOT = Path(__file__).resolve().parents[1]
OWN = {"reports", "reports_graphql", "cms"}


def test_graphql_is_a_source_root():
    """No module directly inside, and the import name stays graphql-core's."""
    assert not list((ROOT / "graphql").glob("*.py"))
    assert Path(graphql.__file__).parent != ROOT / "graphql"
    assert graphql.version.startswith("3.2")


def test_modules_are_small_and_named_for_a_noun():
    modules = [
        path
        for room in ("cms", "reports", "graphql")
        for path in (ROOT / room).rglob("*.py")
        if "migrations" not in path.parts
    ]
    assert len(modules) > 60
    for path in modules:
        assert path.name not in ("utils.py", "helpers.py"), path
        assert len(path.read_text().splitlines()) <= 300, path


def test_each_decision_has_a_number_of_its_own():
    names = sorted(path.name for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    for name in names:
        title = (ROOT / "docs" / "adr" / name).read_text().splitlines()[0]
        assert title.startswith(f"# {int(name[:4])}. ")


def test_every_make_target_has_a_help_line():
    text = (ROOT / "Makefile").read_text()
    phony = text.split(".PHONY:")[1].split("\n")[0].split()
    shown = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True).stdout
    assert phony
    for target in phony:
        assert f"make {target} " in shown, target


def test_lint_imports_refuses_graphql_in_reports(tmp_path):
    """A planted import of Strawberry in reports/ turns the arrow's guard red."""
    import shutil

    for name in ("cms", "reports", "graphql"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    command = [
        sys.executable,
        "-c",
        "import sys; sys.path[:0] = ['.', 'graphql'];"
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]

    green = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    with (tmp_path / "reports" / "outline.py").open("a") as module:
        module.write("\nimport strawberry\n")
    red = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    assert green.returncode == 0, green.stdout
    assert red.returncode == 1
    assert "reports speaks no GraphQL BROKEN" in red.stdout


def test_every_setting_from_the_environment_is_documented():
    import re

    text = "\n".join(path.read_text() for path in (ROOT / "cms" / "settings").glob("*.py"))
    assert text.count("os.environ.get(") == 1  # the one module that reads it
    assert text.count("os.environ") == 2  # and sets what a library reads
    calls = re.findall(r"environment\.\w+\(([^()]*)", text)
    names = {name for call in calls for name in re.findall(r'"([A-Z_]{4,})"', call)}
    names.remove("TRUSTED_PROXIES")  # only refused
    documented = (ROOT / "docs" / "operators.md").read_text()
    assert len(names) >= 40
    assert [name for name in names if f"`{name}`" not in documented] == []


def test_the_example_asks_the_shipped_documents():
    """Copies, because a static page is served from its own folder."""
    copies = sorted((ROOT / "examples" / "frontend").glob("*.graphql"))
    assert [copy.name for copy in copies] == ["page.graphql", "report.graphql", "site.graphql"]
    for copy in copies:
        shipped = ROOT / "graphql" / "queries" / copy.name
        assert copy.read_bytes() == shipped.read_bytes(), f"cp {shipped} {copy}"


@pytest.mark.parametrize("name", ["peers", "titles"])
def test_the_documents_that_peers_answer_fit_the_schema(name):
    schema = graphql.build_schema((ROOT / "graphql" / "schema.graphql").read_text())
    document = ROOT / "benchmarks" / f"{name}.graphql"
    assert graphql.validate(schema, graphql.parse(document.read_text())) == []


def test_locks_of_node_packages_have_hashes_and_no_addresses():
    """Whoever installs them asks the registry of their own settings."""
    locks = [*ROOT.glob("examples/*/package-lock.json"), *ROOT.glob("tests/*/package-lock.json")]
    assert len(locks) == 3
    for lock in locks:
        packages = json.loads(lock.read_text())["packages"]
        del packages[""]
        assert all("resolved" not in package for package in packages.values()), lock
        assert all(package["integrity"].startswith("sha512-") for package in packages.values())


def function_level_imports(path):
    """Yield the lines on which functions of a module import modules of the project."""
    tree = ast.parse(path.read_text())
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for function in (node for node in ast.walk(tree) if isinstance(node, functions)):
        for found in ast.walk(function):
            names = [found.module or ""] if isinstance(found, ast.ImportFrom) else []
            if isinstance(found, ast.Import):
                names = [alias.name for alias in found.names]
            if any(
                name.partition(".")[0] in ("reports", "reports_graphql", "cms") for name in names
            ):
                yield found.lineno


def test_functions_import_nothing_of_the_project():
    """`AppConfig.ready` is the one place where that is needed: models are not there before."""
    found = {
        path.relative_to(ROOT).as_posix()
        for root in ("reports", "graphql/reports_graphql", "cms")
        for path in (ROOT / root).rglob("*.py")
        if path.name != "apps.py" and list(function_level_imports(path))
    }
    assert found == set()
