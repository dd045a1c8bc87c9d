"""What a request asks for, or why it asks for nothing.

https://graphql.github.io/graphql-over-http/draft/
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from django.conf import settings
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from reports_graphql.errors import Refusal
from reports_graphql.judging.limits import exceeded

METHODS = "GET, HEAD, POST"
SHA256 = re.compile(r"[0-9a-f]{64}")
NULL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # PostgreSQL refuses to be asked for it


@dataclass(frozen=True)
class Asked:
    """A document or its hash or both, the operation of it to run, and values for variables."""

    query: str | None
    variables: dict[str, Any]
    operation_name: str | None = None
    sha256: str | None = None


def read(request: HttpRequest) -> Asked:
    """What `request` asks for. Raises `Refusal` for anything but one query."""
    if request.method in ("GET", "HEAD"):
        return asked(of_address(request))
    if request.method == "POST":
        return asked(of_body(request))
    raise Refusal(
        "Ask by GET or POST.", code="METHOD_NOT_ALLOWED", status=405, headers={"Allow": METHODS}
    )


def of_address(request: HttpRequest) -> Mapping[str, Any]:
    """The parameters of an address. Variables are JSON."""
    bound(len(request.META.get("QUERY_STRING", "")))
    found: dict[str, Any] = {}
    for name in ("query", "variables", "operationName", "extensions"):
        values = request.GET.getlist(name)
        if len(values) > 1:
            bad(f"Give {name} once.")
        if values:
            found[name] = values[0]
    for name in ("variables", "extensions"):
        if name in found:
            found[name] = decoded(found[name])
    return found


def of_body(request: HttpRequest) -> Any:
    """The JSON of a body that is no longer than allowed."""
    if request.content_type != "application/json":
        raise Refusal(
            "Send application/json.",
            code="UNSUPPORTED_MEDIA_TYPE",
            status=415,
            headers={"Accept": "application/json"},
        )
    if (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        bad("Send UTF-8.")
    announced = request.META.get("CONTENT_LENGTH") or ""
    if not announced.isdecimal():  # in chunks: Django would read none of it
        raise Refusal("Send a Content-Length.", code="LENGTH_REQUIRED", status=411)
    bound(int(announced))
    try:
        body = request.read(settings.GRAPHQL_MAX_BODY + 1)
    except UnreadablePostError:
        bad("The body ended early.")
    bound(len(body))
    return decoded(body)


def bound(length: int) -> None:
    if length > settings.GRAPHQL_MAX_BODY:
        raise exceeded("body", settings.GRAPHQL_MAX_BODY, status=413)


def decoded(data: str | bytes) -> Any:
    """JSON as the RFC has it, of characters that can be stored: no lone surrogate, no null."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        value = json.loads(text, parse_constant=refuse_constant)
        # Escapes make characters that UTF-8 does not have.
        plain = json.dumps(value, ensure_ascii=False)
        plain.encode("utf-8")
    except (ValueError, RecursionError):
        bad("This is not JSON in UTF-8.")
    if NULL.search(plain):
        bad("The request contains a null character.")
    return value


def refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def asked(given: Any) -> Asked:
    if isinstance(given, list):
        raise Refusal("Send one request at a time.", code="BATCHING_NOT_SUPPORTED")
    if not isinstance(given, dict):
        bad("A request is a JSON object.")
    query, variables, name = (given.get(key) for key in ("query", "variables", "operationName"))
    sha256 = persisted(given.get("extensions"))
    if (query is not None or sha256 is None) and not (isinstance(query, str) and query.strip()):
        bad("Give a document as query.")
    if not isinstance(variables, dict | None):
        bad("Variables are a JSON object.")
    if not isinstance(name, str | None):
        bad("An operationName is a string.")
    return Asked(query, variables or {}, name, sha256)


def persisted(extensions: Any) -> str | None:
    """The SHA-256 that a request names its document by; None where it names none."""
    if not isinstance(extensions, dict | None):
        bad("Extensions are a JSON object.")
    given = (extensions or {}).get("persistedQuery")
    if given is None:
        return None
    key = given.get("sha256Hash") if isinstance(given, dict) and given.get("version") == 1 else None
    if not isinstance(key, str) or not SHA256.fullmatch(key):
        bad("A persistedQuery has version 1 and a sha256Hash: 64 lowercase hexadecimal digits.")
    return key


def bad(message: str) -> NoReturn:
    raise Refusal(message, code="BAD_REQUEST")
