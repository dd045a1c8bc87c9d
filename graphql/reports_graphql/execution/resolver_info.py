from collections.abc import Mapping
from typing import Any


class ResolverInfo:
    """The `info` that generated code gives to resolvers: the context.

    A resolver that asks for anything else fails here, and graphql-core executes the operation.
    """

    __slots__ = ("context", "variables")

    def __init__(self, context: Any, variables: Mapping[str, Any]) -> None:
        self.context = context
        self.variables = variables  # as their types understand them

    def within(self, value: Any) -> "ResolverInfo":
        """Return what resolvers are given below a value that may bring a context of its own."""
        own = getattr(value, "context", None)
        return ResolverInfo(own, self.variables) if own else self
