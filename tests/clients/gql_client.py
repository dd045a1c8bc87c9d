"""gql, a Python client: it knows the schema, validates before it asks, and reads our errors."""

from pathlib import Path
from typing import Any

import httpx
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXTransport
from graphql import GraphQLError

QUERIES = Path(__file__).resolve().parents[2] / "graphql" / "queries"
VARIABLES: dict[str, dict[str, Any]] = {
    "figure_addresses": {"year": 2024},
    "funding_round": {"slug": "fast-15-les-laureats"},
    "glossary": {},
    "incubator": {"slug": "lincubateur-de-services-numeriques"},
    "indicator": {"code": "produits-a-impact-national"},
    "indicator_list": {},
    "key_figures": {},
    "page": {"urlPath": "/bilan/2024/"},
    "redirect": {"path": "/2023/"},
    "redirects": {},
    "report": {"year": 2024},
    "report_list": {},
    "restatements": {"codes": ["produits-a-impact-national"], "first": 1},
    "search": {"query": "impact"},
    "series": {"codes": ["produits-a-impact-national"], "first": 1},
    "service": {"slug": "a-just"},
    "site": {},
    "sitemap": {},
    "versions": {"year": 2024},
    "years": {},
}
BAD = {
    "{ nope }": "GRAPHQL_VALIDATION_FAILED",
    "query Q($year: Int!) { report(year: $year) { id } }": "BAD_USER_INPUT",
    "{ reports(first: 1000) { totalCount } }": "LIMIT_EXCEEDED",
}


def run(base: str) -> list[str]:
    """Asks every shipped document of the server at `base`; sentences to print."""
    sdl = httpx.get(f"{base}/schema.graphql").text
    transport = HTTPXTransport(url=f"{base}/graphql/")
    validating = Client(schema=sdl, transport=transport)
    files = sorted(QUERIES.glob("*.graphql"))
    for file in files:
        document = gql(file.read_text())
        document.variable_values = VARIABLES[file.stem]
        answer = validating.execute(document)
        assert None not in answer.values(), file.name
    assert refuses(validating, "{ nope }")
    with Client(transport=transport, fetch_schema_from_transport=True) as session:
        introspected = session.client.schema
    assert introspected is not None
    assert validating.schema is not None
    assert introspected.type_map.keys() == validating.schema.type_map.keys()
    for text, code in BAD.items():
        assert code_of(transport, text) == code, text
    return [
        f"gql: {len(files)} documents validated here and answered; "
        f"{len(introspected.type_map)} types by introspection, as in schema.graphql",
        f"gql: a TransportQueryError each with {', '.join(BAD.values())}",
    ]


def refuses(validating: Client, text: str) -> bool:
    """Whether a client that knows the schema keeps a bad document to itself."""
    try:
        validating.execute(gql(text))
    except TransportQueryError:
        return False
    except GraphQLError:
        return True
    return False


def code_of(transport: HTTPXTransport, text: str) -> str:
    """Our code for a document, sent by a client that does not know the schema."""
    try:
        Client(transport=transport).execute(gql(text))
    except TransportQueryError as refused:
        return str(refused.errors[0]["extensions"]["code"]) if refused.errors else ""
    return ""
