"""The limits of one request. Each is a setting, documented in docs/operators.md."""

from dataclasses import dataclass
from typing import NoReturn

from django.conf import settings
from graphql import Node

from reports_graphql.errors import Refusal


@dataclass(frozen=True)
class Limits:
    """The highest numbers of tokens, levels, aliases and so on that a document may have."""

    tokens: int
    depth: int
    aliases: int
    directives: int
    selections: int
    overlaps: int
    cost: int
    page_size: int

    @classmethod
    def of_settings(cls) -> "Limits":
        return cls(
            tokens=settings.GRAPHQL_MAX_TOKENS,
            depth=settings.GRAPHQL_MAX_DEPTH,
            aliases=settings.GRAPHQL_MAX_ALIASES,
            directives=settings.GRAPHQL_MAX_DIRECTIVES,
            selections=settings.GRAPHQL_MAX_SELECTIONS,
            overlaps=settings.GRAPHQL_MAX_OVERLAPS,
            cost=settings.GRAPHQL_MAX_COST,
            page_size=settings.GRAPHQL_MAX_PAGE_SIZE,
        )

    def refuse(self, name: str, node: Node | None = None) -> NoReturn:
        """Refuse a document that exceeds the limit `name`, at a node if it is known."""
        raise refuse_excess(name, getattr(self, name), node=node)

    def check(self, name: str, found: float, node: Node | None = None) -> None:
        if found > getattr(self, name):
            self.refuse(name, node)


MESSAGES = {
    "body": "The request is larger than {most} bytes.",
    "answer": "The answer is larger than {most} bytes: ask for less at once.",
    "tokens": "The document has more than {most} tokens.",
    "depth": "The document is nested more than {most} levels deep.",
    "aliases": "The document uses more than {most} aliases, fragments expanded.",
    "directives": "The document uses more than {most} directives, fragments expanded.",
    "selections": "The document selects more than {most} times, fragments expanded.",
    "overlaps": "The document selects the same fields too often: more than {most} pairs.",
    "page_size": "Ask for 0 to {most} items at a time.",
}


def refuse_excess(name: str, most: int, status: int = 400, node: Node | None = None) -> Refusal:
    """Return the refusal of a request that exceeds the limit `name`, whose value is `most`."""
    message = MESSAGES[name].format(most=most)
    return Refusal(message, "LIMIT_EXCEEDED", status, node=node, limit=name, max=most)
