"""Passes the user, the revision and the reason of a publication to the receivers of its signals."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any

from wagtail.log_actions import get_active_log_context


@dataclass(frozen=True)
class PublicationContext:
    """The revision that is being published, its author and the public reason."""

    revision: Any = None
    user: Any = None
    reason: str = ""
    is_restoring: bool = False
    """Whether versions come from an archive: saving the page makes none."""
    keeps_records: bool = False
    """Whether draft records stay drafts: a release has named those that become public."""


_NOBODY = PublicationContext()
_CURRENT: ContextVar[PublicationContext] = ContextVar("publication_context", default=_NOBODY)


def get_publication_context() -> PublicationContext:
    """Return the context of the publication that is under way; an empty one outside of any."""
    return _CURRENT.get()


def find_publisher() -> Any:
    """Return who publishes: the user of the publication that is under way, else who sent the
    request, as Wagtail's log knows it (its edit view does not call `publish`). None in a command.
    """
    return _CURRENT.get().user or get_active_log_context().user


@contextmanager
def publication_context(**fields: Any) -> Iterator[None]:
    """Add to the context of what is published within; fields that are not named, or None, stay."""
    current = _CURRENT.get()
    known = {name: value for name, value in fields.items() if value is not None}
    token = _CURRENT.set(replace(current, **known))
    try:
        yield
    finally:
        _CURRENT.reset(token)
