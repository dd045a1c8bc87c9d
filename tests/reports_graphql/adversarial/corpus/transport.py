"""What is no GraphQL request."""

import json

from .case import Case, sent

BAD, QUERY = "BAD_REQUEST", "{ __typename }"
GOOD = json.dumps({"query": QUERY}).encode()


def raw(name: str, body: bytes) -> Case:
    return Case(name, BAD, body=body)


def typed(content_type: str) -> Case:
    return Case(
        f"content type {content_type or 'none'}",
        "UNSUPPORTED_MEDIA_TYPE",
        415,
        body=GOOD,
        content_type=content_type,
    )


def by(method: str) -> Case:
    return Case(f"method {method}", "METHOD_NOT_ALLOWED", 405, method, GOOD)


def at(name: str, **address: object) -> Case:
    return Case(name, BAD, method="GET", address=address)


TRANSPORT = [
    Case("no body", "UNSUPPORTED_MEDIA_TYPE", 415),
    raw("a body of one space", b" "),
    raw("an open brace", b"{"),
    raw("no JSON", b"query"),
    raw("a document as it is", QUERY.encode()),
    raw("a trailing comma", b'{"query": "{ __typename }",}'),
    raw("single quotes", b"{'query': '{ __typename }'}"),
    raw("bytes that are no UTF-8", b'{"query": "\xff"}'),
    raw("UTF-16", GOOD.decode().encode("utf-16")),
    raw("Latin-1", '{"query": "{ é }"}'.encode("latin-1")),
    raw("a byte order mark", b"\xef\xbb\xbf" + GOOD),
    raw("two objects", GOOD + GOOD),
    raw("brackets without end", b"[" * 60_000),
    raw("braces without end", b'{"query":' * 6_000),
    raw("NaN", b'{"query": "{ __typename }", "variables": {"a": NaN}}'),
    raw("Infinity", b'{"query": "{ __typename }", "variables": {"a": Infinity}}'),
    raw("a number of 10,000 digits", b'{"query": "q", "variables": {"a": ' + b"9" * 10_000 + b"}}"),
    raw("a raw null byte", b'{"query": "{ __typename }\x00"}'),
    raw("an escaped null byte", b'{"query": "{ __typename } \\u0000"}'),
    raw("a null byte in a variable", b'{"query": "q", "variables": {"a": "\\u0000"}}'),
    raw("a null byte in a key", b'{"query": "q", "variables": {"\\u0000": 1}}'),
    raw("a lone surrogate", b'{"query": "{ __typename } #\\ud800"}'),
    raw("a lone surrogate in a variable", b'{"query": "q", "variables": {"a": "\\udfff"}}'),
    raw("surrogates the wrong way round", b'{"query": "\\udc00\\ud800"}'),
    sent("a number", BAD, 3),
    sent("a string", BAD, QUERY),
    sent("null", BAD, None),
    sent("true", BAD, True),
    sent("an object without a document", BAD, {}),
    sent("a document that is null", BAD, {"query": None}),
    sent("a document that is a number", BAD, {"query": 1}),
    sent("a document that is a list", BAD, {"query": [QUERY]}),
    sent("an empty document", BAD, {"query": ""}),
    sent("a document of spaces", BAD, {"query": " \n\t "}),
    sent("variables that are a list", BAD, {"query": QUERY, "variables": []}),
    sent("variables that are a string", BAD, {"query": QUERY, "variables": "{}"}),
    sent("variables that are a number", BAD, {"query": QUERY, "variables": 1}),
    sent("an operation that is a number", BAD, {"query": QUERY, "operationName": 1}),
    sent("an operation that is a list", BAD, {"query": QUERY, "operationName": ["A"]}),
    sent("a batch", "BATCHING_NOT_SUPPORTED", [{"query": QUERY}]),
    sent("a batch of 500", "BATCHING_NOT_SUPPORTED", [{"query": QUERY}] * 500),
    sent("an empty batch", "BATCHING_NOT_SUPPORTED", []),
    typed("application/x-www-form-urlencoded"),
    typed("multipart/form-data; boundary=x"),
    typed("text/plain"),
    typed("application/graphql"),
    typed("application/xml"),
    typed("application/json-patch+json"),
    Case("another charset", BAD, body=GOOD, content_type="application/json; charset=utf-16"),
    by("PUT"),
    by("PATCH"),
    by("DELETE"),
    by("OPTIONS"),
    by("TRACE"),
    Case("a body of unknown length", "LENGTH_REQUIRED", 411, "CHUNKED", GOOD),
    at("GET without a document"),
    at("GET with an empty document", query=""),
    at("GET with two documents", query=[QUERY, QUERY]),
    at("GET with variables that are no JSON", query=QUERY, variables="a"),
    at("GET with variables that are a list", query=QUERY, variables="[]"),
    at("GET with two sets of variables", query=QUERY, variables=["{}", "{}"]),
    at("GET with a null byte", query=QUERY, variables='{"a": "\\u0000"}'),
]
