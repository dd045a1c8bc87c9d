"""`ReportBlock`: a member for each block, and a field name that means one thing in all of them."""

import re
from pathlib import Path

import pytest
from graphql import (
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_object_type,
    parse,
    validate,
)
from graphql.type import GraphQLOutputType

from reports.content.folding.bodies import ReportBody
from reports_graphql.schema import schema
from reports_graphql.types.blocks.block import MEMBERS

ROOT = Path(__file__).parents[2]
BLOCKS = schema._schema.type_map["ReportBlock"]


def union_members() -> list[GraphQLObjectType]:
    assert isinstance(BLOCKS, GraphQLUnionType)
    return list(BLOCKS.types)


def selection(kind: GraphQLOutputType, above: tuple[str, ...] = ()) -> str:
    """Every field of `kind`, and of what they give, without an alias; types within themselves and
    abstract ones by their name alone.
    """
    named = get_named_type(kind)
    if is_leaf_type(named):
        return ""
    if not is_object_type(named) or named.name in above:
        return "{ __typename }"
    below = (*above, named.name)
    fields = (f"{name} {selection(field.type, below)}" for name, field in named.fields.items())
    return f"{{ {' '.join(fields)} }}"


def test_every_block_of_a_report_has_a_member() -> None:
    blocks = ReportBody().child_blocks

    assert sorted(MEMBERS) == sorted(blocks)
    assert [member.name for member in union_members()] == [
        type(block).__name__ for block in blocks.values()
    ]


@pytest.mark.parametrize(
    ("path", "case"),
    [
        ("examples/frontend/blocks.js", r"^  (\w+Block): "),
        ("tests/clients/report.ts", r'^    case "(\w+Block)":$'),
        ("examples/next/components/blocks.tsx", r'^    case "(\w+Block)":'),
    ],
)
def test_every_member_has_its_case_in_each_client(path: str, case: str) -> None:
    cases = re.findall(case, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(cases) == sorted(member.name for member in union_members())


def test_every_member_is_a_block() -> None:
    interface = schema._schema.type_map["Block"]

    assert list(interface.fields) == ["id", "section", "anchor", "path"]  # type: ignore[attr-defined]
    assert all(interface in member.interfaces for member in union_members())


def test_a_field_name_means_one_type_in_all_members() -> None:
    fragments = [f"... on {member.name} {selection(member)}" for member in union_members()]
    query = f"{{ report(year: 2024) {{ body {{ __typename {' '.join(fragments)} }} }} }}"

    assert validate(schema._schema, parse(query)) == []


def test_the_guide_lists_every_block() -> None:
    guide = (ROOT / "docs" / "frontend.md").read_text()
    table = guide.partition("### Blocks\n")[2].partition("\n### ")[0]
    listed = re.findall(r"^\| `(\w+)`( \*)? \| (.+) \| (.+) \|$", table, re.MULTILINE)
    beside = schema._schema.type_map["Block"].fields
    plain = schema._schema.type_map["ContentBlock"].types
    assert listed == [
        (
            member.name,
            " *" if member in plain else "",
            member.description,
            ", ".join(f"`{name}`" for name in member.fields if name not in beside),
        )
        for member in union_members()
    ]
