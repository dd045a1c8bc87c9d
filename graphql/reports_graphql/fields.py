"""Builders of GraphQL fields whose value has to be resolved, not just read from an attribute."""

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry
from strawberry import Parent

from reports.core.document.printed_reference import confirmed_reference
from reports.core.text.addresses import sanitize_address, sanitize_web_address
from reports_graphql.context import Info
from reports_graphql.scalars import URL

Resolver = TypeVar("Resolver", bound=Callable[..., Any])


def resolved_field(
    description: str, graphql_type: Any = None, **metadata: Any
) -> Callable[[Resolver], Resolver]:
    """Return a decorator that makes a resolver a field; `graphql_type` is its type in the graph."""
    decorator: Callable[[Resolver], Resolver] = strawberry.field(
        description=description, graphql_type=graphql_type, metadata=metadata
    )
    return decorator


def parse_url(stored: str) -> URL | None:
    """Return a stored address if it is complete and safe to publish."""
    address = sanitize_web_address(stored)
    return URL(address) if address else None


def address_field(description: str, part: str = "url") -> Any:
    """Return a field that gives a printed address if it is safe to publish, else an empty text."""

    def resolve(node: Parent[Any]) -> str:
        printed = getattr(node, part)
        return sanitize_address(printed) if printed else ""

    return strawberry.field(resolver=resolve, description=description)


def reference_field(
    kind: str, description: str, key_of: Callable[[Any], Any] = confirmed_reference
) -> Any:
    """Return a field that gives the record, picture or file that a node refers to, if public."""

    def resolve(node: Parent[Any], info: Info) -> Any:
        return info.context.load.find_loader(kind).get(key_of(node) or None)

    return strawberry.field(resolver=resolve, description=description)
