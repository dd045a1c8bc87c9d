"""Assembles the schema. `python -m reports_graphql.schema` prints it; `make schema` keeps it."""

import os
import sys
from importlib.util import find_spec
from typing import Any

import django
import strawberry
from graphql import GraphQLError
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext, ExecutionResult

if __name__ == "__main__":  # a script comes before Django, and the types below are made of models
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()

from reports_graphql.errors import published
from reports_graphql.query import Query
from reports_graphql.scalars import SCALARS


class Schema(strawberry.Schema):
    """A schema whose errors leave by one door, whatever raised them."""

    def execute_sync(self, *args: Any, **kwargs: Any) -> ExecutionResult:
        result = super().execute_sync(*args, **kwargs)
        result.errors = [published(error) for error in result.errors or ()] or None
        return result

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Nothing: what deserves a log line gets one, with its incident, in `published`."""


# Frontends send the same few documents: reading one costs as much as answering it.
CACHED_DOCUMENTS = 64

schema = Schema(
    query=Query,
    config=StrawberryConfig(scalar_map=dict(SCALARS)),
    extensions=[lambda: ParserCache(CACHED_DOCUMENTS), lambda: ValidationCache(CACHED_DOCUMENTS)],
)

# The site half may be deleted. A folder with nothing but what Python left behind has no origin.
if (site := find_spec("reports_graphql.site")) and site.origin:
    from reports_graphql.site.merge import merged
    from reports_graphql.site.source import offered

    schema._schema = merged(schema._schema, offered())


def sdl() -> str:
    """The contract, as committed in `graphql/schema.graphql`."""
    return f"# Written by `make schema`: change the types, not this file.\n\n{schema.as_str()}\n"


if __name__ == "__main__":
    sys.stdout.write(sdl())
