"""What asks for more than the limits: one more by every way, and far more."""

import json

from ..bounds import BOUNDS
from .case import Case, document

CODE = "LIMIT_EXCEEDED"
ONE_MORE = [
    document(f"one more than {name}, by {way}", CODE, query, **variables)
    for name, (most, ways) in BOUNDS.items()
    for way, reach in ways.items()
    for query, variables in [reach(most + 1)]
]


def doubled(many: int, last: str) -> str:
    """Fragments that each spread the next one twice."""
    links = "".join(f"fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}" for i in range(many))
    return f"{{...F0}}{links}fragment F{many} on Query{{{last}}}"


def linked(many: int) -> str:
    links = "".join(f"fragment F{i} on Query{{...F{i + 1}}}" for i in range(many))
    return f"{{...F0}}{links}fragment F{many} on Query{{__typename}}"


FAR_MORE = {
    "7,000 aliases": "{" + " ".join(f"a{i}:x" for i in range(7_000)) + "}",
    "30 times 30 aliases": "{"
    + " ".join(
        f'a{i}:__type(name:"Query"){{{" ".join(f"b{j}:name" for j in range(9))}}}' for i in range(9)
    )
    + "}",
    "64 KiB of fragments that double": doubled(1_600, "__typename"),
    "190 fragments that double": doubled(190, "__typename"),
    "20 fragments that double": doubled(20, "__typename"),
    "190 fragments that double in a cycle": doubled(189, "...F0"),
    "a chain of 200 fragments": linked(200),
    "30,000 braces": "{" * 30_000,
    "500 levels": "{" + "a{" * 500 + "b" + "}" * 501,
    "500 lists as a value": "{ service(slug: " + "[" * 500 + "]" * 500 + ") { id } }",
    "500 objects as a value": "{ service(slug: " + "{a:" * 500 + "1" + "}" * 500 + ") { id } }",
    "500 lists as a type": "query ($a: " + "[" * 500 + "Int" + "]" * 500 + ") { __typename }",
    "1,990 fields of one name": "{" + " __typename" * 1_990 + "}",
    "900 unknown fragments": "{" + " ".join(f"...F{i}" for i in range(900)) + "}",
    "300 unknown types": "{ __typename " + "".join(f"...on T{i}{{a}}" for i in range(280)) + "}",
    "250 directives": "{ __typename " + "@skip(if: false)" * 250 + "}",
    "200 selections of one field": "{" + "report(year:1){id}" * 200 + "}",
    "types of types": "{ __schema { types { fields { type { fields { type { name } } } } } } }",
    "15 aliases in each of two operations": "query A {"
    + " ".join(f"a{i}: __typename" for i in range(15))
    + "} query B {"
    + " ".join(f"a{i}: __typename" for i in range(16))
    + "}",
    "four whole reports": "{"
    + " ".join(f"a{i}: report(year: {2020 + i}) {{ ...A }}" for i in range(6))
    + "} fragment A on Report { body { ... on ImpactCardsBlock { impactCards { facts { figure "
    "{ raw } } service { mentions { figures { figure { raw } } } } } } "
    "... on IndicatorTableBlock { indicatorRows { cells { figure { raw } } indicator { series "
    "{ figure { raw } } } } } } }",
}
BODIES = [
    Case(f"a body of {size} bytes", CODE, 413, body=json.dumps({"query": " " * size}).encode())
    for size in (65_536, 100_000, 10_000_000)
]
ADDRESS = Case(
    "an address of 70,000 bytes", CODE, 413, "GET", address={"query": "{__typename}" + " " * 70_000}
)
SIZES = [
    document(
        f"a page of {size}", CODE, "query ($n: Int) { services(first: $n) { totalCount } }", n=size
    )
    for size in (-1, -(2**31), 101, 1_000_000, 2**31 - 1)
]
LIMITS: list[Case] = [
    *ONE_MORE,
    *(document(name, CODE, text) for name, text in FAR_MORE.items()),
    *BODIES,
    ADDRESS,
    *SIZES,
]
