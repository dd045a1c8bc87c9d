"""Carries who publishes, and why, to the receivers of a publication."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class PublicationContext:
    """The revision that is being published, its author and the public reason."""

    revision: Any = None
    user: Any = None
    reason: str = ""
    is_restoring: bool = False
    """Whether versions come from an archive: saving the page makes none."""


_NOBODY = PublicationContext()
_CURRENT: ContextVar[PublicationContext] = ContextVar("publication_context", default=_NOBODY)


def get_publication_context() -> PublicationContext:
    """Return the context of the publication that is under way; an empty one outside of any."""
    return _CURRENT.get()


@contextmanager
def publication_context(**fields: Any) -> Iterator[None]:
    """Add to the context of what is published within; fields that are not named stay."""
    current = _CURRENT.get()
    token = _CURRENT.set(replace(current, **fields))
    try:
        yield
    finally:
        _CURRENT.reset(token)
