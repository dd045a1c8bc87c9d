"""Judging a document looks at each of its nodes a few times, whatever it is made of."""

from collections.abc import Callable

import pytest
from graphql import parse

from reports_graphql.query_limits.cost import CostEstimator
from reports_graphql.query_limits.limits import Limits
from reports_graphql.query_limits.shape import Unfolding
from reports_graphql.schema import schema


def doubled(many: int) -> str:
    links = "".join(f"fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}" for i in range(many))
    return f"{{...F0}}{links}fragment F{many} on Query{{__typename}}"


def doubled_below(many: int) -> str:
    """Doubled fragments of a type, which the cost is counted of."""
    links = "".join(
        f"fragment F{i} on __Type{{ofType{{...F{i + 1}}} enumValues{{name}} ...F{i + 1}}}"
        for i in range(many)
    )
    return f'{{__type(name:"Query"){{...F0}}}}{links}fragment F{many} on __Type{{name}}'


def in_cycles(many: int) -> str:
    links = "".join(
        f"fragment F{i} on Query{{...F{(i + 1) % many} ...F{(i + 7) % many}}}" for i in range(many)
    )
    return f"{{...F0}}{links}"


def all_of_all(many: int) -> str:
    """Every fragment spreads the same few."""
    links = "".join(f"fragment F{i} on Query{{...A ...B ...C}}" for i in range(many))
    spreads = " ".join(f"...F{i}" for i in range(many))
    ends = "".join(f"fragment {name} on Query{{__typename}}" for name in "ABC")
    return f"{{{spreads}}}{links}{ends}"


def flat(many: int) -> str:
    return "{" + " __typename" * many + "}"


SHAPES: list[Callable[[int], str]] = [doubled, doubled_below, in_cycles, all_of_all, flat]


def nodes(text: str) -> int:
    return text.count("{") + text.count("...") + text.count("__typename")


@pytest.mark.parametrize("shape", SHAPES)
def test_unfolding_is_linear(shape: Callable[[int], str]) -> None:
    small, large = shape(100), shape(1_000)

    visits = [Unfolding(parse(text, no_location=True)).visited for text in (small, large)]

    assert visits[1] <= 10.5 * visits[0]
    assert visits[1] <= 4 * nodes(large)


def test_64_kib_of_doubled_fragments() -> None:
    text = doubled(1_600)
    assert len(text) > 60_000

    unfolding = Unfolding(parse(text, no_location=True))

    assert unfolding.visited <= 4 * nodes(text)
    assert unfolding.operations[0].selections > 1 << 30


def test_estimating_looks_at_each_selection_once() -> None:
    """Fragments are expanded: the limit on selections bounds how many there are."""
    document = parse(doubled_below(6), no_location=True)
    (operation,) = Unfolding(document).operations
    estimator = CostEstimator(schema._schema, document, {}, Limits.of_settings())

    estimator.estimate(document.definitions[0])  # type: ignore[arg-type]

    assert 100 < estimator.visited == operation.selections
