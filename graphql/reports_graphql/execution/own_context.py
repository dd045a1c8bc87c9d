"""Switches the context below a field whose value brings its own, such as an old version.

Such a field has `has_own_context` in its metadata, and its value has a `context`, or None to keep
that of the request. Execution is depth first, so the context is switched while the value is
completed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from graphql import ExecutionContext, GraphQLField

from reports_graphql.execution.field_metadata import read_metadata


def has_own_context(field: GraphQLField) -> bool:
    """Say whether the value of a field brings a context."""
    return bool(read_metadata(field).get("has_own_context"))


@contextmanager
def use_context_of(value: Any, run: ExecutionContext) -> Iterator[None]:
    """Give resolvers the context that a value brings, if any."""
    outer = run.context_value
    run.context_value = getattr(value, "context", None) or outer
    try:
        yield
    finally:
        run.context_value = outer


class OwnContextExecution(ExecutionContext):
    """Executes as graphql-core does, and switches the context for values that bring their own."""

    def complete_value(
        self, return_type: Any, field_nodes: Any, info: Any, path: Any, result: Any
    ) -> Any:
        complete = super().complete_value
        if has_own_context(info.parent_type.fields.get(info.field_name, NO_FIELD)):
            with use_context_of(result, self):
                return complete(return_type, field_nodes, info, path, result)
        return complete(return_type, field_nodes, info, path, result)


NO_FIELD: Any = type("NoField", (), {"extensions": {}})
"""What stands for `__typename` and the like, which no type lists."""
