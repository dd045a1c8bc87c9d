"""The most that an accepted document can ask of the server, on the real reports."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from reports import models
from reports_graphql.errors import Refusal
from reports_graphql.schema import schema

from .worst import Piece, pieces

MAX_STATEMENTS, MAX_BYTES, MAX_ALIASES = 60, 2 << 20, 30
SITE = 1  # the statement that finds the site of a request


@dataclass(frozen=True)
class Asked:
    """An accepted document, and what answering it took."""

    text: str
    cost: int
    foreseen: int
    statements: int
    bytes: int


@pytest.fixture
def site(import_file: Any, real_reports: Path, client: Client) -> Client:
    """Both real reports, and more records than a page of a list holds."""
    for year in (2023, 2024):
        folder = real_reports / str(year)
        import_file(folder / f"{year}.md", assets=folder, publish=True)
    for number in range(120):
        models.Service.objects.create(
            name=f"Service {number}", slug=f"s{number}", mission="Des services. " * 20
        )
    page = models.AnnualReportPage.objects.first()
    Redirect.objects.create(old_path="/ancien", redirect_page=page)
    # what a process remembers of its site and of kinds of pages
    kinds = '{ site { name } page(urlPath: "/") { id } pages { totalCount } }'
    client.get("/graphql/", {"query": kinds})
    return client


def accepted(text: str) -> int | None:
    """The cost of a document that is accepted."""
    try:
        return schema.prepare(text).cost
    except Refusal:
        return None


def answered(client: Client, text: str, cost: int) -> Asked:
    foreseen = schema.prepare(text).estimate.statements
    with CaptureQueriesContext(connection) as statements:
        response = client.post("/graphql/", {"query": text}, content_type="application/json")
    assert response.status_code == 200, (text, response.content[:500])
    return Asked(text, cost, foreseen, len(statements), len(response.content))


def combined(wanted: list[Piece], copies: int = 1) -> str:
    """As many of the pieces as are accepted together, the first ones first, with repetition."""
    taken: list[str] = []
    for piece in wanted:
        while len(taken) < MAX_ALIASES:
            more = [
                *taken,
                piece.text(f"a{len(taken)}" if taken else "", copies if not taken else 1),
            ]
            if accepted("{ " + " ".join(more) + " }") is None:
                break
            taken = more
    return "{ " + " ".join(taken) + " }"


def test_no_accepted_document_is_too_much(
    site: Client, settings: Any, record_property: Any
) -> None:
    settings.GRAPHQL_MAX_ANSWER = 1 << 30  # the cost alone must hold it
    found: list[tuple[Piece, Asked]] = []
    for size in (0, 100):
        for piece in pieces(schema._schema, size):
            if not size and len(piece.path) > 1:  # below lists that are empty there is nothing
                continue
            text = "{ " + piece.text() + " }"
            if cost := accepted(text):
                found.append((piece, answered(site, text, cost)))
    assert len(found) > 200
    over = [one for _, one in found if one.statements > one.foreseen + SITE]
    assert over == []

    heaviest = sorted(found, key=lambda one: -one[1].bytes / one[1].cost)[:20]
    busiest = sorted(found, key=lambda one: -one[1].statements / one[1].cost)[:20]
    worst = []
    for ranked in (heaviest, busiest):
        for start in range(0, 20, 4):
            text = combined([piece for piece, _ in ranked[start:]])
            worst.append(answered(site, text, accepted(text) or 0))
    for piece, _ in sorted(found, key=lambda one: -one[1].bytes)[:40] + heaviest:
        copies = 1 + MAX_ALIASES // len(piece.leaves)
        text = combined([piece, *(other for other, _ in heaviest)], copies)
        if cost := accepted(text):
            worst.append(answered(site, text, cost))
    statements, size = max(w.statements for w in worst), max(w.bytes for w in worst)
    record_property(
        "counted",
        f"worst of {len(found) + len(worst)} accepted documents: "
        f"{statements} statements, {size} bytes",
    )
    assert statements <= MAX_STATEMENTS
    assert size <= MAX_BYTES
    assert statements > 25  # the search does come near what 30 aliases can ask
    assert size > 300_000
