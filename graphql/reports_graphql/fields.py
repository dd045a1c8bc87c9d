from collections.abc import Callable
from typing import Any, TypeVar

import strawberry

Resolver = TypeVar("Resolver", bound=Callable[..., Any])


def computed(
    description: str, graphql_type: Any = None, **metadata: Any
) -> Callable[[Resolver], Resolver]:
    """A field whose value its resolver gives; `graphql_type` where a model stands for its type."""
    decorator: Callable[[Resolver], Resolver] = strawberry.field(
        description=description, graphql_type=graphql_type, metadata=metadata
    )
    return decorator
