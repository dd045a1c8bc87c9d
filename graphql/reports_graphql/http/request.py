"""Parses a GraphQL request over HTTP, or refuses it.

https://graphql.github.io/graphql-over-http/draft/
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from reports_graphql.errors import Refusal
from reports_graphql.query_limits.limits import refuse_excess

METHODS = "GET, HEAD, POST"
# In the `META` of a request whose body must not be read: the `Refusal` that says why.
REFUSED_BODY = "bilan.refused_body"
PARAMETERS = {"query", "variables", "operationName", "extensions"}
MAX_CACHED_CHARACTERS = 1_000  # characters of an address whose parameters are remembered
SHA256 = re.compile(r"[0-9a-f]{64}")
NULL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # PostgreSQL refuses to be asked for it


@dataclass(frozen=True)
class GraphRequest:
    """The document, its hash or both, the name of the operation to run, and its variables."""

    query: str | None
    variables: dict[str, Any]
    operation_name: str | None = None
    sha256: str | None = None


def read_request(request: HttpRequest) -> GraphRequest:
    """Parse a request. Raises `Refusal` for anything but one query."""
    if refusal := request.META.get(REFUSED_BODY):
        raise refusal
    if request.method in ("GET", "HEAD"):
        written = request.META.get("QUERY_STRING", "")
        refuse_long(len(written))
        return (
            parse_short(written)
            if len(written) <= MAX_CACHED_CHARACTERS
            else parse_query_string(written)
        )
    if request.method == "POST":
        return parse_request(decode_json(read_body(request)))
    raise Refusal(
        "Ask by GET or POST.", code="METHOD_NOT_ALLOWED", status=405, headers={"Allow": METHODS}
    )


def parse_query_string(written: str) -> GraphRequest:
    """Return the request in the parameters of a URL; its variables are JSON."""
    if not written.isascii():  # WSGI gives bytes as Latin-1
        written = written.encode("latin-1").decode("utf-8", "replace")
    parameters: dict[str, Any] = {}
    for name, value in parse_qsl(written, keep_blank_values=True):  # faster than a QueryDict
        if name in parameters:
            refuse_request(f"Give {name} once.")
        if name in PARAMETERS:
            parameters[name] = value
    for name in ("variables", "extensions"):
        if name in parameters:
            parameters[name] = decode_json(parameters[name])
    return parse_request(parameters)


# The same questions come again and again, by their hash. Nobody changes their variables.
parse_short = lru_cache(256)(parse_query_string)


def read_body(request: HttpRequest) -> bytes:
    """Return a body that is not too long, and whose media type is JSON."""
    if request.content_type != "application/json":
        raise Refusal(
            "Send application/json.",
            code="UNSUPPORTED_MEDIA_TYPE",
            status=415,
            headers={"Accept": "application/json"},
        )
    if (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        refuse_request("Send UTF-8.")
    announced = request.META.get("CONTENT_LENGTH") or ""
    if not announced.isdecimal():  # in chunks: Django would read none of it
        raise Refusal("Send a Content-Length.", code="LENGTH_REQUIRED", status=411)
    refuse_long(int(announced))
    try:
        body = request.read(settings.GRAPHQL_MAX_BODY + 1)
    except UnreadablePostError:
        refuse_request("The body ended early.")
    refuse_long(len(body))
    return body


def refuse_long(length: int) -> None:
    if length > settings.GRAPHQL_MAX_BODY:
        raise refuse_excess("body", settings.GRAPHQL_MAX_BODY, status=413)


def decode_json(data: str | bytes) -> Any:
    """Parse JSON strictly, without characters that cannot be stored: lone surrogates and null."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        value = JSON.decode(text)
        # Only escapes make characters that UTF-8 or JSON does not have.
        plain = json.dumps(value, ensure_ascii=False) if "\\u" in text else ""
        plain.encode("utf-8")
    except (ValueError, RecursionError):
        refuse_request("This is not JSON in UTF-8.")
    if NULL.search(plain):
        refuse_request("The request contains a null character.")
    return value


def refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


JSON = json.JSONDecoder(parse_constant=refuse_constant)


def parse_request(given: Any) -> GraphRequest:
    if isinstance(given, list):
        raise Refusal("Send one request at a time.", code="BATCHING_NOT_SUPPORTED")
    if not isinstance(given, dict):
        refuse_request("A request is a JSON object.")
    query, variables, name = (given.get(key) for key in ("query", "variables", "operationName"))
    sha256 = persisted_hash(given.get("extensions"))
    if (query is not None or sha256 is None) and not (isinstance(query, str) and query.strip()):
        refuse_request("Give a document as query.")
    if not isinstance(variables, dict | None):
        refuse_request("Variables are a JSON object.")
    if not isinstance(name, str | None):
        refuse_request("An operationName is a string.")
    return GraphRequest(query, variables or {}, name, sha256)


def persisted_hash(extensions: Any) -> str | None:
    """Return the SHA-256 by which a request names its document; None if it names none."""
    if not isinstance(extensions, dict | None):
        refuse_request("Extensions are a JSON object.")
    given = (extensions or {}).get("persistedQuery")
    if given is None:
        return None
    key = given.get("sha256Hash") if isinstance(given, dict) and given.get("version") == 1 else None
    if not isinstance(key, str) or not SHA256.fullmatch(key):
        refuse_request(
            "A persistedQuery has version 1 and a sha256Hash: 64 lowercase hexadecimal digits."
        )
    return key


def refuse_request(message: str) -> NoReturn:
    raise Refusal(message, code="BAD_REQUEST")
