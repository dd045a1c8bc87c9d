"""Every type, field, argument and enum value says what it is."""

from collections.abc import Iterator
from enum import Enum

import pytest
from graphql import is_enum_type, is_introspection_type, is_specified_scalar_type

from reports.content.blocks.figures import ChartBlock
from reports.content.models.media import RENDITIONS
from reports_graphql.enums import ChartKind, RenditionName
from reports_graphql.schema import schema


def described() -> Iterator[tuple[str, str | None]]:
    for name, kind in schema._schema.type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        yield name, kind.description
        for value_name, value in kind.values.items() if is_enum_type(kind) else ():
            yield f"{name}.{value_name}", value.description
        for field_name, field in getattr(kind, "fields", {}).items():
            yield f"{name}.{field_name}", field.description
            for argument_name, argument in getattr(field, "args", {}).items():
                yield f"{name}.{field_name}({argument_name}:)", argument.description


def test_everything_has_a_description() -> None:
    undescribed = [name for name, description in described() if not description]

    assert undescribed == []


@pytest.mark.parametrize(
    ("enum", "stored"),
    [
        (ChartKind, [v for v, _ in ChartBlock().child_blocks["kind"].field.choices if v]),
        (RenditionName, list(RENDITIONS)),
    ],
)
def test_enums_follow_what_is_stored(enum: type[Enum], stored: list[str]) -> None:
    assert [member.value for member in enum] == stored
