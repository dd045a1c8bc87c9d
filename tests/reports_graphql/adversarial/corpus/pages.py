"""Pages of lists that cannot be."""

import base64
import json
from typing import Any

from .case import Case, document

AFTER = "query ($at: String) { services(after: $at) { totalCount } }"
REPORTS = "query ($at: String) { reports(before: $at) { totalCount } }"

TREE = "query ($at: String) { pages(before: $at) { totalCount } }"
CHILDREN = 'query ($at: String) { page(urlPath: "/") { children(after: $at) { totalCount } } }'


def cursor(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


FORGED = {
    "empty": "",
    "a letter": "x",
    "no Base64": "é",
    "no JSON": "AAAA",
    "a number": cursor(1),
    "a string": cursor("a"),
    "an object": cursor({"name": "a", "slug": "b"}),
    "one key": cursor(["a"]),
    "three keys": cursor(["a", "b", "c"]),
    "nulls": cursor([None, None]),
    "a null character": cursor(["a\0", "b"]),
    "a lone surrogate": cursor(["\ud800", "b"]),
    "brackets without end": base64.urlsafe_b64encode(b"[" * 20_000).decode(),
    "60,000 letters": "A" * 60_000,
}
FORGED_PAGES = {
    "a key that is no UUID": cursor(["x"]),
    "a place in the tree": cursor(["00010001"]),
    "a key and its mark": cursor(["00000000-0000-4000-8000-000000000000", "NAME_ASC"]),
    "a key as a lookup": cursor([{"gt": "00000000-0000-4000-8000-000000000000"}]),
}
FORGED_REPORTS = {
    "a year of words": cursor(["x", "00000000-0000-4000-8000-000000000000"]),
    "a key that is no UUID": cursor([2024, "x"]),
    "a year without end": cursor([1e400, "00000000-0000-4000-8000-000000000000"]),
    "a year as a lookup": cursor([{"gt": 1}, "00000000-0000-4000-8000-000000000000"]),
}
BAD = "BAD_USER_INPUT"
PAGES: list[Case] = [
    *(document(f"a cursor: {name}", BAD, AFTER, at=at) for name, at in FORGED.items()),
    *(document(f"a cursor: {name}", BAD, REPORTS, at=at) for name, at in FORGED_REPORTS.items()),
    *(
        document(f"a cursor of {of}: {name}", BAD, query, at=at)
        for of, query in (("pages", TREE), ("children", CHILDREN))
        for name, at in {**FORGED, **FORGED_PAGES}.items()
    ),
    document("a cursor as a literal", BAD, '{ services(after: "x") { totalCount } }'),
    document("a cursor as a default", BAD, AFTER.replace("String", 'String = "x"')),
    document("both ends", BAD, "{ services(first: 1, last: 1) { totalCount } }"),
]
