"""The `info` object that generated code passes to resolvers."""

from collections.abc import Mapping
from typing import Any


class ResolverInfo:
    """Gives resolvers the context and the variables, in place of Strawberry's `info`.

    A resolver that needs anything else fails, and graphql-core then executes the whole operation.
    """

    __slots__ = ("context", "variables")

    def __init__(self, context: Any, variables: Mapping[str, Any]) -> None:
        self.context = context
        self.variables = variables  # as their types understand them

    def within(self, value: Any) -> "ResolverInfo":
        """Return the `info` for resolvers below a value, which may bring its own context."""
        own = getattr(value, "context", None)
        return ResolverInfo(own, self.variables) if own else self
