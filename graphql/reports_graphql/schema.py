"""Builds the GraphQL schema, and prepares the documents that are executed against it.

`python -m reports_graphql.schema` prints the schema; `make schema` writes it to `schema.graphql`.
"""

import os
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

import django
import strawberry
from django.conf import settings
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.name_converter import NameConverter
from strawberry.types import ExecutionResult

if __name__ == "__main__":  # a script comes before Django, and the types below are made of models
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()

from reports_graphql.http.turns import leave_turn
from reports_graphql.manifest import read_manifest, sha256
from reports_graphql.operation import Operation
from reports_graphql.query import Query
from reports_graphql.query_limits.document import CountExisting, Document, read_document
from reports_graphql.query_limits.limits import Limits
from reports_graphql.query_limits.parse_throttle import ParseThrottle
from reports_graphql.record_checks import check_record_fields
from reports_graphql.scalars import SCALARS
from reports_graphql.types.search import SEARCH_HITS

# Of a process's time, and of its threads, what reading documents that are new to it may take.
PARSE_THROTTLE = ParseThrottle.for_threads(settings.WEB_THREADS, share=0.15, burst=0.2)

# Frontends send the same few documents: reading one costs as much as answering it.
MAX_CACHED_DOCUMENTS = 256


class Schema(strawberry.Schema):
    """A schema that checks the limits before it executes, and formats all errors alike."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = lru_cache(MAX_CACHED_DOCUMENTS)(self._read_in_turn)
        self.trusted = cache(self._read)  # nobody can send so many others that these are forgotten

    def _read(self, text: str, limits: Limits) -> Document:
        return read_document(text, self._schema, limits)

    def _read_in_turn(self, text: str, limits: Limits) -> Document:
        with leave_turn(), PARSE_THROTTLE.enter():
            return self._read(text, limits)

    def document(self, text: str) -> Document:
        """Return the document with this text. Raises `Refusal` or `Invalid` if it is not valid."""
        kept = self.trusted if sha256(text) in read_manifest().texts else self.known
        return kept(text, Limits.of_settings())

    def prepare(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        count_existing: CountExisting | None = None,
    ) -> Operation:
        """Return the operation that a request asks to run.

        Raises `Refusal` or `Invalid` if it must not run. `count_existing` counts the public objects
        of each type, as no list can be longer.
        """
        return self.document(query).prepare(operation_name, variables or {}, count_existing)

    def execute_sync(  # type: ignore[override]
        self,
        query: str,
        variable_values: dict[str, Any] | None = None,
        operation_name: str | None = None,
        context_value: Any = None,
    ) -> ExecutionResult:
        """Prepare an operation and run it. Raises `Refusal` or `Invalid` if it must not run."""
        result = self.prepare(query, variable_values, operation_name).run(context_value)
        return ExecutionResult(result.data, result.errors)

    async def execute(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: Strawberry would execute without our limits."""
        raise NotImplementedError("Operations are executed synchronously: see execute_sync.")

    async def subscribe(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: there are no subscriptions, and Strawberry would skip our limits."""
        raise NotImplementedError("There are no subscriptions.")


class Names(NameConverter):
    """Names GraphQL types. The list of `PageInterface` is called `PageConnection`."""

    def get_name_from_type(self, type_: Any) -> str:
        return super().get_name_from_type(type_).removesuffix("Interface")


def build_schema(query: type[Any], *types: type[Any]) -> Schema:
    """Return the schema for a root type; `types` has further types that no field names."""
    config = StrawberryConfig(scalar_map=dict(SCALARS), name_converter=Names())
    return Schema(query=query, types=[*SEARCH_HITS, *types], config=config)


# The site half may be deleted. A folder with nothing but what Python left behind has no origin.
if (site := find_spec("reports_graphql.site")) and site.origin:
    from reports_graphql.site.nodes import NODE_TYPES
    from reports_graphql.site.query import Query as WholeQuery
    from reports_graphql.site.source import build_grapple_schema, check_grapple

    schema = build_schema(WholeQuery, *NODE_TYPES.values())
    check_grapple(schema._schema, build_grapple_schema())
else:
    schema = build_schema(Query)

check_record_fields(schema._schema)


def print_sdl() -> str:
    """Return the SDL, which is committed as `graphql/schema.graphql`."""
    return f"# Written by `make schema`: change the types, not this file.\n\n{schema.as_str()}\n"


if __name__ == "__main__":
    sys.stdout.write(print_sdl())
