"""Variables that are not what the operation declares."""

from typing import Any

from .case import Case, document

REPORT = "query ($year: Int!) { report(year: $year) { id } }"
SERVICE = "query ($slug: String!) { service(slug: $slug) { id } }"
PAGE = (
    "query ($first: Int, $after: String) { services(first: $first, after: $after) { totalCount }}"
)
DEFAULT = "query ($year: Int = 2024) { report(year: $year) { id } }"

GIVEN: list[tuple[str, str, dict[str, Any]]] = [
    ("no variable", REPORT, {}),
    ("null", REPORT, {"year": None}),
    ("a string", REPORT, {"year": "2024"}),
    ("a string of words", REPORT, {"year": "x"}),
    ("a float", REPORT, {"year": 2024.5}),
    ("true", REPORT, {"year": True}),
    ("a list", REPORT, {"year": [2024]}),
    ("a nested list", REPORT, {"year": [[[[2024]]]]}),
    ("an object", REPORT, {"year": {"gt": 2000}}),
    ("a lookup", REPORT, {"year": {"__gt": 2000}}),
    ("33 bits", REPORT, {"year": 2**32}),
    ("minus 33 bits", REPORT, {"year": -(2**32)}),
    ("400 digits", REPORT, {"year": 10**400}),
    ("an exponent", REPORT, {"year": 1e300}),
    ("one too many", REPORT, {"year": 2024, "draft": True}),
    ("one of another name", REPORT, {"annee": 2024}),
    ("another case", REPORT, {"Year": 2024}),
    ("a surplus one of 60,000 characters", REPORT, {"year": 2024, "x" * 60_000: 1}),
    ("a number for a slug", SERVICE, {"slug": 1}),
    ("an object for a slug", SERVICE, {"slug": {"startswith": "a"}}),
    ("a list for a slug", SERVICE, {"slug": ["a"]}),
    ("null for a slug", SERVICE, {"slug": None}),
    ("null over a default", DEFAULT, {"year": None}),
    ("a string for a size", PAGE, {"first": "10"}),
    ("a float for a size", PAGE, {"first": 1.5}),
    ("a number for a cursor", PAGE, {"after": 1}),
]
VARIABLES: list[Case] = [
    document(f"variables: {name}", "BAD_USER_INPUT", query, **given) for name, query, given in GIVEN
]
