"""How a field is opened: what of Grapple's is copied, and what is ours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

Resolver = Callable[..., Any]


@dataclass(frozen=True)
class Argument:
    """An argument. Grapple gives its type, unless `type` does."""

    description: str
    type: str = ""


@dataclass(frozen=True)
class OpenField:
    """A field: what it says and who answers. Grapple gives its type, unless `type` does."""

    description: str
    resolve: Resolver
    source: str = ""  # Grapple's name for it, where ours is clearer
    type: str = ""  # for what Grapple lets be null though it never is, and links to the report half
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    has_own_context: bool = False  # whether its value brings the context of what is below it


@dataclass(frozen=True)
class OpenType:
    source: str  # Grapple's name for it; empty for a type of ours alone
    description: str
    fields: Mapping[str, OpenField]


def attribute_resolver(name: str) -> Resolver:
    """The attribute of what the node stands for."""
    get = attrgetter(name)
    return lambda of, info: get(of)
