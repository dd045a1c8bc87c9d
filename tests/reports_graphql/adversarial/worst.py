"""A search over the schema for the accepted documents that ask most of the server."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    GraphQLField,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_object_type,
    is_required_argument,
)

LEVELS = 9
BELOW_REPORT = 2  # levels below a report that is not at the root: nearly all there is, again
SIZES = ("first",)
# What a field needs: a real value of each, so that there is something to answer.
ARGUMENTS = {
    "year": "2024",
    "slug": '"mano"',
    "code": '"x"',
    "urlPath": '"/"',
    "path": '"/ancien"',
    "query": '"services"',
    "service": '"mano"',
    "fundingRound": '"fast-7"',
}


@dataclass(frozen=True)
class Piece:
    """A field of the root and one way down from it, with all that is written there."""

    root: str
    path: tuple[str, ...]
    leaves: tuple[str, ...]

    def text(self, alias: str = "", copies: int = 1) -> str:
        """The piece, its leaves so many times."""
        leaves = [*self.leaves]
        for copy in range(1, copies):
            leaves += [f"c{copy}{leaf}: {leaf}" for leaf in self.leaves]
        inner = " ".join(leaves)
        for step in reversed(self.path):
            inner = f"{step} {{ {inner} }}"
        head = f"{alias}: {self.root}" if alias else self.root
        return f"{head} {{ {inner} }}"


def pieces(schema: GraphQLSchema, size: int) -> Iterator[Piece]:
    """Every object that can be reached, by every way to it that passes no type twice."""
    for name, field in schema.query_type.fields.items():  # type: ignore[union-attr]
        type_ = get_named_type(field.type)
        yield from below(schema, name + called(field, size), (), type_, (type_.name,), size)


def below(
    schema: GraphQLSchema,
    root: str,
    path: tuple[str, ...],
    type_: object,
    seen: tuple[str, ...],
    size: int,
    levels: int = LEVELS,
) -> Iterator[Piece]:
    if is_abstract_type(type_):
        for member in schema.get_possible_types(type_):
            step = (*path, f"... on {member.name}")
            yield from below(schema, root, step, member, (*seen, member.name), size, levels)
        return
    assert is_object_type(type_)
    leaves = [
        name for name, field in type_.fields.items() if is_leaf_type(get_named_type(field.type))
    ]
    yield Piece(root, path, ("__typename", *leaves))
    if type_.name == "Report" and path:
        levels = min(levels, len(path) + BELOW_REPORT)
    if len(path) >= levels:
        return
    for name, field in type_.fields.items():
        named = get_named_type(field.type)
        if is_leaf_type(named) or seen.count(named.name) > 0:
            continue
        step = (*path, name + called(field, size))
        yield from below(schema, root, step, named, (*seen, named.name), size, levels)


def called(field: GraphQLField, size: int) -> str:
    values = ARGUMENTS if size else {**ARGUMENTS, "query": '"introuvable"'}
    given = [f"{name}: {values[name]}" for name, a in field.args.items() if is_required_argument(a)]
    given += [f"{name}: {size}" for name in SIZES if name in field.args]
    return f"({', '.join(given)})" if given else ""
