"""Measures depth, aliases and selections of a document with its fragments expanded.

Each node is visited once: the size of a fragment is computed once, however often it is spread. A
walk that expanded fragments which double each other would not end. A document within these limits
is small when expanded; its overlapping fields are then counted, because standard validation
compares each pair of fields of one selection.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from reports_graphql.query_limits.limits import Limits

MAX_COUNT = 1 << 31  # numbers stop growing here
FREE_DEPTH = {"ofType"}  # a type of the schema is wrapped a few times at most


@dataclass
class Shape:
    """The size of one definition: first by itself, then including the fragments that it spreads."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    selections: int = 0
    spreads: list[tuple[str, int]] = field(default_factory=list)
    deepest: FieldNode | None = None
    """The first field that is as deep as `depth`."""

    def reach(self, depth: int, node: FieldNode | None) -> None:
        """Record a field at this depth, if it is deeper than those before."""
        if depth > self.depth:
            self.depth, self.deepest = min(depth, MAX_COUNT), node

    def add(self, other: "Shape", level: int) -> None:
        self.reach(level + other.depth, other.deepest)
        self.aliases = min(self.aliases + other.aliases, MAX_COUNT)
        self.directives = min(self.directives + other.directives, MAX_COUNT)
        self.selections = min(self.selections + other.selections, MAX_COUNT)


class Unfolding:
    """The shapes of the definitions of a document. `visited` counts the visited nodes."""

    def __init__(self, document: DocumentNode) -> None:
        self.visited = 0
        self.fragments: dict[str, Shape] = {}
        self.operations: list[Shape] = []
        for definition in document.definitions:
            if isinstance(definition, FragmentDefinitionNode):
                self.fragments[definition.name.value] = self.shape(definition)
            elif isinstance(definition, OperationDefinitionNode):
                self.operations.append(self.shape(definition))
        self.expand()

    def shape(self, definition: FragmentDefinitionNode | OperationDefinitionNode) -> Shape:
        shape = Shape(directives=len(definition.directives or ()))
        shape.directives += sum(
            len(variable.directives or ()) for variable in definition.variable_definitions or ()
        )
        self.measure(definition.selection_set, shape, 0)
        return shape

    def measure(self, selections: SelectionSetNode, into: Shape, level: int) -> None:
        for node in selections.selections:
            self.visited += 1
            into.selections += 1
            into.directives += len(node.directives or ())
            if isinstance(node, FragmentSpreadNode):
                into.spreads.append((node.name.value, level))
                continue
            below = level
            if isinstance(node, FieldNode):
                into.aliases += node.alias is not None
                below += node.name.value not in FREE_DEPTH
                into.reach(below, node)
            if nested := getattr(node, "selection_set", None):
                self.measure(nested, into, below)

    def expand(self) -> None:
        """Add to each shape those of the fragments that it spreads, the innermost first."""
        for name in self.sort_fields():
            self.complete(self.fragments[name])
        for shape in self.operations:
            self.complete(shape)

    def complete(self, shape: Shape) -> None:
        for name, level in shape.spreads:
            self.visited += 1
            if spread := self.fragments.get(name):  # validation names those that are unknown
                shape.add(spread, level)

    def sort_fields(self) -> Iterator[str]:
        """Return the names of fragments, each after those that it spreads. Validation refuses
        cycles.
        """
        done: set[str] = set()
        waiting = [(name, iter(shape.spreads)) for name, shape in self.fragments.items()]
        entered = set()
        while waiting:
            name, spreads = waiting[-1]
            entered.add(name)
            for below, _ in spreads:
                self.visited += 1
                if below in self.fragments and below not in entered:
                    waiting.append((below, iter(self.fragments[below].spreads)))
                    break
            else:
                waiting.pop()
                if name not in done:
                    done.add(name)
                    yield name


def check_shape(document: DocumentNode, limits: Limits) -> Unfolding:
    """Refuse a document whose operations, with fragments expanded, exceed the limits."""
    unfolding, whole = Unfolding(document), Shape()
    for shape in unfolding.operations:
        whole.add(shape, 0)
    for name in ("depth", "aliases", "directives", "selections"):
        limits.check(name, getattr(whole, name), whole.deepest if name == "depth" else None)
    pairs = 0
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            pairs += count_overlaps(definition, document)
            limits.check("overlaps", pairs)
    return unfolding


def count_overlaps(operation: OperationDefinitionNode, document: DocumentNode) -> int:
    """Return the number of pairs of fields under one key, and of fragments spread at one place.

    Only call it for a document whose selections are limited.
    """
    fragments = {
        node.name.value: node.selection_set
        for node in document.definitions
        if isinstance(node, FragmentDefinitionNode)
    }
    pairs, places = 0, [[operation.selection_set]]
    while places:
        keys: defaultdict[str, list[FieldNode]] = defaultdict(list)
        spread: set[str] = set()
        for node in flatten_selections(places.pop(), fragments, spread):
            keys[(node.alias or node.name).value].append(node)
        pairs += len(spread) * (len(spread) - 1) // 2
        for nodes in keys.values():
            pairs += len(nodes) * (len(nodes) - 1) // 2
            if below := [node.selection_set for node in nodes if node.selection_set]:
                places.append(below)
    return pairs


def flatten_selections(
    sets: list[SelectionSetNode], fragments: dict[str, SelectionSetNode], spread: set[str]
) -> Iterator[FieldNode]:
    """Return the fields of one place of the answer, including those of `spread` fragments."""
    waiting: list[SelectionNode] = [node for one in sets for node in one.selections]
    while waiting:
        node = waiting.pop()
        if isinstance(node, FieldNode):
            yield node
        elif isinstance(node, FragmentSpreadNode):
            name = node.name.value
            if name not in spread:
                spread.add(name)
                waiting.extend(fragments[name].selections if name in fragments else ())
        else:
            waiting.extend(node.selection_set.selections)  # type: ignore[attr-defined]
