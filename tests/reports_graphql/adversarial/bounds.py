"""Documents that reach a limit exactly, by each way in which a document can reach it.

They ask about the schema where they can: that runs no statement and answers next to nothing.
"""

from collections.abc import Callable
from typing import Any

Reaching = tuple[str, dict[str, Any]]
Way = Callable[[int], Reaching]


def of_query(selection: str) -> str:
    return f'__type(name: "Query") {{ {selection} }}'


def nested(field: str, levels: int, leaf: str) -> str:
    return f"{field} {{ " * levels + leaf + " }" * levels


def constant(text: Callable[[int], str]) -> Way:
    """A document without variables."""
    return lambda n: (text(n), {})


def aliases(prefix: str, many: int, name: str) -> str:
    return " ".join(f"{prefix}{i}: {name}" for i in range(many))


ALIASES = {
    "fields": lambda n: f"{{ {aliases('a', n, '__typename')} }}",
    "a fragment spread three times": lambda n: (
        f"{{ __typename {aliases('b', n % 3, '__typename')} "
        f"{of_query('...A ofType { ...A interfaces { ...A } }')} }} "
        f"fragment A on __Type {{ {aliases('a', n // 3, 'name')} }}"
    ),
}


def skipped(n: int, condition: str) -> str:
    return f"{{ __typename {f'__typename @skip(if: {condition}) ' * n}}}"


DIRECTIVES: dict[str, Way] = {
    "literals": lambda n: (skipped(n, "false"), {}),
    "a variable": lambda n: (f"query ($no: Boolean!) {skipped(n, '$no')}", {"no": False}),
    "a default": lambda n: (f"query ($no: Boolean! = false) {skipped(n, '$no')}", {}),
    "a fragment spread five times": lambda n: (
        f"{{ __typename {'__typename @skip(if: false) ' * (n % 5)}"
        f"{of_query(' ofType { '.join(['...A'] * 5) + ' }' * 4)} }} "
        f"fragment A on __Type {{ {'name @include(if: true) ' * (n // 5)} }}",
        {},
    ),
    "aliases": lambda n: (
        "{ __typename "
        + " ".join(f"a{i}: __typename @skip(if: false)" for i in range(20))
        + " __typename @skip(if: false)" * (n - 20)
        + " }",
        {},
    ),
}


NAMES = "name kind description specifiedByURL isOneOf "


def padded(n: int) -> str:
    """`n` tokens of fields of a type, a name six times at a place at most."""
    text, open_ = "", 0
    while n > 33:
        text += NAMES * 6 + "ofType { "
        n, open_ = n - 33, open_ + 1
    names = (NAMES * 7).split()[:n]
    return text + " ".join(names) + " }" * open_


TOKENS = {
    # { __type ( name : "Query" ) { … } }
    "fields": lambda n: f"{{ {of_query(padded(n - 10))} }}",
    # … and `...A`, and fragment A on __Type { }
    "a fragment": lambda n: (
        f"{{ {of_query('... A')} }} fragment A on __Type {{ {padded(n - 18)} }}"
    ),
    "aliases": lambda n: f"{{ a: {of_query('b: name ' + padded(n - 15))} }}",
}


def chain(levels: int) -> str:
    """A fragment that unfolds to seven selections for each level but one."""
    inside = " ofType { ".join(["...A"] * levels) + " }" * (levels - 1)
    return f"fragment C{levels} on __Type {{ {inside} }}"


def selections(n: int) -> str:
    """Fragments in fragments, under as many fields of the root as it takes."""
    roots, used, n = ["__typename"], set(), n - 1
    for levels in range(50, 0, -1):
        while n >= 7 * levels + 1:
            roots.append(f"a{len(roots)}: {of_query(f'...C{levels}')}")
            used.add(levels)
            n -= 7 * levels + 1
    chains = " ".join(chain(levels) for levels in sorted(used))
    return f"{{ {' '.join(roots)} {'__typename ' * n}}} {chains} fragment A on __Type {{ {NAMES}}}"


SELECTIONS = {"fragments in fragments": selections}


def overlapping(n: int) -> str:
    """Names that repeat, at one place below another."""
    text, open_ = "", 0
    while n:
        many = next(k for k in range(100, 1, -1) if k * (k - 1) // 2 <= n)
        text += "name " * many + "ofType { "
        n, open_ = n - many * (many - 1) // 2, open_ + 1
    return f"{{ {of_query(text + 'kind ' + '} ' * open_)} }}"


OVERLAPS = {
    "fields": overlapping,
    "fragments": lambda n: overlapping_fragments(n),
}


def overlapping_fragments(n: int) -> str:
    """Fragments spread at one place, each of one field: pairs of both."""
    many = next(k for k in range(70, 1, -1) if k * (k - 1) <= n)
    rest = n - many * (many - 1)
    spreads = " ".join(f"...F{i}" for i in range(many))
    named = " ".join(f"fragment F{i} on __Type {{ name }}" for i in range(many))
    pairs = overlapping(rest)[2:-2].replace('__type(name: "Query")', "interfaces") if rest else ""
    return f"{{ {of_query(spreads + ' ' + pairs)} }} {named}"


PAGES = {
    "a literal": lambda n: (f"{{ services(first: {n}) {{ totalCount }} }}", {}),
    "a literal from the end": lambda n: (f"{{ services(last: {n}) {{ totalCount }} }}", {}),
    "a variable": lambda n: (
        "query ($n: Int) { indicators(first: $n) { totalCount } }",
        {"n": n},
    ),
    "a default": lambda n: (f"query ($n: Int = {n}) {{ reports(last: $n) {{ totalCount }} }}", {}),
    "a fragment": lambda n: (
        f"{{ ...A }} fragment A on Query {{ incubators(first: {n}) {{ totalCount }} }}",
        {},
    ),
    "a variable in a fragment": lambda n: (
        "query ($n: Int) { ...A } fragment A on Query { fundingRounds(first: $n) { totalCount } }",
        {"n": n},
    ),
    "an alias": lambda n: (f"{{ a: services(first: {n}) {{ b: totalCount }} }}", {}),
    "a search": lambda n: (f'{{ search(query: "a", first: {n}) {{ totalCount }} }}', {}),
}


def plain(ways: dict[str, Callable[[int], str]]) -> dict[str, Way]:
    return {name: constant(text) for name, text in ways.items()}


# Each limit: its setting, its number, and the ways to reach it.
BOUNDS: dict[str, tuple[int, dict[str, Way]]] = {
    "tokens": (2_000, plain(TOKENS)),
    "aliases": (30, plain(ALIASES)),
    "directives": (50, DIRECTIVES),
    "selections": (4_000, plain(SELECTIONS)),
    "overlaps": (5_000, plain(OVERLAPS)),
    "page_size": (100, PAGES),
}
