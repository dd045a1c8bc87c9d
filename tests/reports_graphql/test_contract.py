"""Nothing of the released contract changes without a decision."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from graphql import (
    FieldDefinitionNode,
    ListTypeNode,
    NonNullTypeNode,
    TypeNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from reports_graphql import contract
from reports_graphql.contract import DECISIONS, RELEASED, find_changes, find_refusals
from reports_graphql.schema import print_sdl

ROOT = Path(__file__).resolve().parents[2]
SDL = (ROOT / "graphql" / "schema.graphql").read_text(encoding="utf-8")

SMALL = """
type Query { report(year: Int): Report  search(in: Filter, limit: Int = 20): [Hit]  nodes: [Node] }
interface Node { id: ID! }
type Report implements Node { id: ID!  title: String  tags: [String]  rows: [[Int!]] }
type Service implements Node { id: ID!  phase: Phase! }
type Term { word: String! }
union Hit = Report | Service
enum Phase { BUILD SCALE }
input Filter { word: String  limit: Int = 20 }
"""


def altered(text: str, *swaps: tuple[str, str], after: str = "") -> str:
    """`text` with each swap made once, behind the words `after`."""
    head, found, rest = text.partition(after) if after else ("", "", text)
    assert not after or found, after
    for old, new in swaps:
        assert old in rest, old
        rest = rest.replace(old, new, 1)
    return head + found + rest


def decision(what: str, date: str = "2026-11-25", reason: str = '"why"', more: str = "") -> str:
    return f"[[change]]\nwhat = '{what}'\ndate = {date}\nreason = {reason}\n{more}\n"


def test_what_is_served_breaks_nothing_that_was_released_but_by_decision() -> None:
    released, decisions = (file.read_text(encoding="utf-8") for file in (RELEASED, DECISIONS))
    refused = find_refusals(released, print_sdl(), decisions)

    assert not refused, "\n".join(['see graphql/README.md, "The contract":', *refused])


REFUSED = {
    "a field renamed": (
        "title: String ",
        "name: String ",
        "FIELD_REMOVED Report.title was removed.",
    ),
    "a field of another type": (
        "title: String ",
        "title: Int ",
        "FIELD_CHANGED_KIND Report.title changed type from String to Int.",
    ),
    "a field made nullable": (
        "word: String!",
        "word: String",
        "FIELD_CHANGED_KIND Term.word changed type from String! to String.",
    ),
    "a field made non-null": (
        "title: String ",
        "title: String! ",
        "FIELD_BECAME_NON_NULL Report.title changed type from String to String!.",
    ),
    "a list made non-null": (
        "tags: [String]",
        "tags: [String]!",
        "FIELD_BECAME_NON_NULL Report.tags changed type from [String] to [String]!.",
    ),
    "list items made non-null": (
        "tags: [String]",
        "tags: [String!]",
        "FIELD_BECAME_NON_NULL Report.tags changed type from [String] to [String!].",
    ),
    "lists in a list made non-null": (
        "rows: [[Int!]]",
        "rows: [[Int!]!]",
        "FIELD_BECAME_NON_NULL Report.rows changed type from [[Int!]] to [[Int!]!].",
    ),
    "an argument made non-null": (
        "year: Int)",
        "year: Int!)",
        "ARG_CHANGED_KIND Query.report arg year has changed type from Int to Int!.",
    ),
    "an argument removed": ("(year: Int)", "", "ARG_REMOVED Query.report arg year was removed."),
    "a required argument added": (
        "(year: Int)",
        "(year: Int, site: ID!)",
        "REQUIRED_ARG_ADDED A required arg site on Query.report was added.",
    ),
    "an input field made non-null": (
        "Filter { word: String",
        "Filter { word: String!",
        "FIELD_CHANGED_KIND Filter.word changed type from String to String!.",
    ),
    "an enum value removed": (
        "BUILD SCALE",
        "BUILD",
        "VALUE_REMOVED_FROM_ENUM SCALE was removed from enum type Phase.",
    ),
    "an enum value added": (
        "BUILD SCALE",
        "BUILD SCALE END",
        "VALUE_ADDED_TO_ENUM END was added to enum type Phase.",
    ),
    "a union member removed": (
        "Report | Service",
        "Report",
        "TYPE_REMOVED_FROM_UNION Service was removed from union type Hit.",
    ),
    "a union member added": (
        "Report | Service",
        "Report | Service | Term",
        "TYPE_ADDED_TO_UNION Term was added to union type Hit.",
    ),
    "an interface put on a type": (
        "type Term {",
        "type Term implements Node { id: ID! ",
        "IMPLEMENTED_INTERFACE_ADDED Node added to interfaces implemented by Term.",
    ),
    "an interface taken off a type": (
        "Service implements Node",
        "Service",
        "IMPLEMENTED_INTERFACE_REMOVED Service no longer implements interface Node.",
    ),
    "a default changed": (
        "limit: Int = 20)",
        "limit: Int = 10)",
        "ARG_DEFAULT_VALUE_CHANGE Query.search arg limit has changed defaultValue from 20 to 10.",
    ),
    "a type removed": ("type Term { word: String! }", "", "TYPE_REMOVED Term was removed."),
}


@pytest.mark.parametrize(("old", "new", "name"), REFUSED.values(), ids=REFUSED.keys())
def test_a_change_is_refused_by_name_until_it_is_decided(old: str, new: str, name: str) -> None:
    served = altered(SMALL, (old, new))

    assert find_refusals(SMALL, served, "") == [f"UNDECIDED: {name}"]
    assert find_refusals(SMALL, served, decision(name)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: String ", "title: String  subtitle: String! "),
        ("(year: Int)", "(year: Int, site: ID)"),
        ("(year: Int)", "(year: Int, site: ID! = 1)"),
        ("Filter { word: String", "Filter { exact: Boolean  word: String"),
        ("type Term", "type New implements Node { id: ID! } type Term"),
        ("title: String ", '"Words." title: String @deprecated(reason: "2026-11-25: tags.") '),
    ],
    ids=["field", "argument", "argument with a default", "input field", "type", "deprecation"],
)
def test_what_is_added_needs_no_decision(old: str, new: str) -> None:
    assert find_refusals(SMALL, altered(SMALL, (old, new)), "") == []


def test_an_interface_s_field_that_becomes_non_null_is_refused_like_a_type_s() -> None:
    old = "interface Node { id: ID } type Query { node: Node }"

    assert find_changes(old, old.replace("ID ", "ID! ")) == [
        "FIELD_BECAME_NON_NULL Node.id changed type from ID to ID!."
    ]


@pytest.mark.parametrize(
    ("after", "swaps", "names"),
    [
        (
            "type Report {",
            [("heroTitle:", "headline:")],
            ["FIELD_REMOVED Report.heroTitle was removed."],
        ),
        (
            "enum ServicePhase {",
            [('  """The service is established for good."""\n  SUCCESS\n', "")],
            ["VALUE_REMOVED_FROM_ENUM SUCCESS was removed from enum type ServicePhase."],
        ),
        (
            "  reports(",
            [("first: Int\n", "first: Int!\n")],
            ["ARG_CHANGED_KIND Query.reports arg first has changed type from Int to Int!."],
        ),
        (
            "type Report {",
            [("document: Document\n", "document: Document!\n")],
            ["FIELD_BECAME_NON_NULL Report.document changed type from Document to Document!."],
        ),
        (
            "union ContentBlock =",
            [(" | LinksBlock", "")],
            ["TYPE_REMOVED_FROM_UNION LinksBlock was removed from union type ContentBlock."],
        ),
        (
            "type Report {",
            [("year: Int!", "year: String!")],
            ["FIELD_CHANGED_KIND Report.year changed type from Int! to String!."],
        ),
        (
            "type Report {",
            [("year: Int!", "year: Int! @deprecated\n  week: Int")],
            [],
        ),
    ],
)
def test_the_real_contract_is_guarded(
    after: str, swaps: list[tuple[str, str]], names: list[str]
) -> None:
    served = altered(SDL, *swaps, after=after)

    assert find_refusals(SDL, served, "") == [f"UNDECIDED: {name}" for name in names]
    assert find_refusals(SDL, served, "".join(map(decision, names))) == []


def test_no_field_of_the_real_contract_becomes_non_null_unnoticed() -> None:
    nullable: list[str] = []

    def closed(node: TypeNode) -> TypeNode:
        if isinstance(node, NonNullTypeNode):
            return NonNullTypeNode(type=inside(node.type))
        return NonNullTypeNode(type=inside(node))

    def inside(node: TypeNode) -> TypeNode:
        return ListTypeNode(type=closed(node.type)) if isinstance(node, ListTypeNode) else node

    class Close(Visitor):
        def enter_field_definition(self, node: FieldDefinitionNode, *_: object) -> None:
            kind = closed(node.type)
            if print_ast(kind) != print_ast(node.type):
                nullable.append(node.name.value)
            node.type = kind

    served = print_ast(visit(parse(SDL), Close()))

    found = find_changes(SDL, served)
    assert len(nullable) > 50
    assert len(found) == len(nullable)
    assert {name.split()[0] for name in found} == {"FIELD_BECAME_NON_NULL"}


REMOVED = "FIELD_REMOVED Report.title was removed."
SERVED = altered(SMALL, ("title: String ", ""))


@pytest.mark.parametrize(
    ("decisions", "fault"),
    [
        (decision(REMOVED, more='by = "me"'), f"UNKNOWN_KEY: by, of {REMOVED}"),
        (f"author = 'me'\n{decision(REMOVED)}", "UNKNOWN_KEY: author"),
        (decision(REMOVED, date='"2026-11-25"'), f"BAD_DATE: {REMOVED}"),
        (decision(REMOVED, date="2026-11-25T10:00:00"), f"BAD_DATE: {REMOVED}"),
        (f"[[change]]\nwhat = '{REMOVED}'\nreason = 'why'", f"BAD_DATE: {REMOVED}"),
        (decision(REMOVED, reason='" "'), f"EMPTY_REASON: {REMOVED}"),
        (decision(REMOVED, reason="[1]"), f"EMPTY_REASON: {REMOVED}"),
        (f"[[change]]\nwhat = '{REMOVED}'\ndate = 2026-11-25", f"EMPTY_REASON: {REMOVED}"),
        (decision(REMOVED) * 2, f"TWICE: {REMOVED}"),
        (
            decision(REMOVED) + decision("FIELD_REMOVED X.y was removed."),
            "STALE: FIELD_REMOVED X.y was removed.",
        ),
        (
            f"{decision(REMOVED)}[[change]]\ndate = 2026-11-25\nreason = 'why'",
            "STALE: (without a name)",
        ),
        (f"[change]\nwhat = '{REMOVED}'", "NOT_A_LIST: decisions are written as [[change]]"),
        ("change = [1]", "NOT_A_LIST: decisions are written as [[change]]"),
    ],
)
def test_a_decision_that_is_none_is_refused_by_name(decisions: str, fault: str) -> None:
    assert find_refusals(SMALL, SERVED, decisions) == [fault]


@pytest.mark.parametrize("text", ["[[change", decision(REMOVED, date="2026-02-30")])
def test_decisions_that_cannot_be_read_say_where(text: str) -> None:
    (refused,) = find_refusals(SMALL, SERVED, text)

    assert refused.startswith("NOT_TOML: ")
    assert "(at " in refused


def test_a_decision_about_one_change_is_none_about_the_next() -> None:
    to_int, to_id = (
        altered(SMALL, ("title: String ", f"title: {kind} ")) for kind in ("Int", "ID")
    )
    decided = decision("FIELD_CHANGED_KIND Report.title changed type from String to Int.")

    assert find_refusals(SMALL, to_int, decided) == []
    assert find_refusals(SMALL, to_id, decided) == [
        "UNDECIDED: FIELD_CHANGED_KIND Report.title changed type from String to ID.",
        "STALE: FIELD_CHANGED_KIND Report.title changed type from String to Int.",
    ]


class Tree:
    """The Makefile and the contract, where code that serves `served` is made of one file."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.room = folder, folder / "graphql"
        package = self.room / "reports_graphql"
        package.mkdir(parents=True)
        shutil.copy(ROOT / "Makefile", folder)
        (package / "__init__.py").touch()
        shutil.copy(contract.__file__, package)
        (package / "schema.py").write_text(
            f"print(open({str(folder / 'served')!r}).read(), end='')"
        )
        (folder / "served").write_text(SMALL)
        for name in ("schema.graphql", "released.graphql"):
            (self.room / name).write_text(SMALL)
        (self.room / "breaking.toml").write_text("# How to decide.\n")

    def make(self, target: str) -> subprocess.CompletedProcess[str]:
        (environment := self.folder / ".venv").mkdir(exist_ok=True)
        (environment / "development").touch()
        return subprocess.run(
            ["make", "-o", ".venv/development", f"BIN={Path(sys.executable).parent}", target],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.room), "MAKEFLAGS": ""},
            capture_output=True,
            text=True,
        )

    def texts(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in self.room.iterdir() if path.is_file()}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_make_schema_writes_what_breaks_nothing(tree: Tree) -> None:
    served = altered(SMALL, ("title: String ", "title: String  subtitle: String "))
    (tree.folder / "served").write_text(served)

    made = tree.make("schema")

    assert made.returncode == 0, made.stderr
    assert tree.texts() == {
        "schema.graphql": served,
        "released.graphql": SMALL,
        "breaking.toml": "# How to decide.\n",
    }


def test_make_schema_leaves_the_file_alone_until_what_breaks_is_decided(tree: Tree) -> None:
    (tree.folder / "served").write_text(SERVED)
    before = tree.texts()

    for target in ("schema", "release"):
        refused = tree.make(target)
        assert refused.returncode != 0
        assert f"UNDECIDED: {REMOVED}" in refused.stderr
        assert "graphql/breaking.toml" in refused.stderr
        assert tree.texts() == before

    (tree.room / "breaking.toml").write_text(decision(REMOVED))
    assert tree.make("schema").returncode == 0
    assert tree.texts() == {**before, "schema.graphql": SERVED, "breaking.toml": decision(REMOVED)}


def test_make_schema_leaves_the_file_alone_when_the_code_cannot_say_its_schema(tree: Tree) -> None:
    (tree.folder / "served").unlink()
    before = tree.texts()

    assert tree.make("schema").returncode != 0
    assert tree.texts() == before


def test_make_release_moves_the_baseline_and_empties_the_decisions(tree: Tree) -> None:
    (tree.folder / "served").write_text(SERVED)
    with (tree.room / "breaking.toml").open("a") as decisions:
        decisions.write(f"\n{decision(REMOVED)}")

    made = tree.make("release")

    assert made.returncode == 0, made.stderr
    assert tree.texts() == {
        "schema.graphql": SERVED,
        "released.graphql": SERVED,
        "breaking.toml": "# How to decide.\n\n",
    }
    assert tree.make("schema").returncode == 0
