"""Finds the stored block whose digest a form posts in place of the block's fields.

The widget and the block of `folding` use it to restore blocks that no editor opened.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page

from reports.core.document.fitting import fit_block

MAX_REVISIONS = 200  # drafts in which a child is looked for, the newest first

Raw = dict[str, Any]


def digest_block(raw: Raw) -> str:
    """Return the digest that stands for a stored child in a form. A database may have sorted its
    keys.
    """
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


@dataclass(frozen=True)
class StoredChild:
    """A stored block, and the same block in today's form: one object if nothing differs (ADR 22).

    A form knows it by the digest of what is stored, because a table in today's form gets new ids
    each time.
    """

    stored: Raw
    fitted: Raw

    @classmethod
    def from_stored(cls, stored: Raw) -> "StoredChild | None":
        """Return the block, or None if its kind is unknown."""
        fitted = fit_block(stored)
        return cls(stored, fitted) if fitted else None


def list_stored_blocks(value: StreamValue) -> list[StoredChild]:
    """Return the blocks of a body as they were stored when it was loaded."""
    pairs = getattr(value, "unfitted_blocks", ())
    stored = {id(fitted): raw for raw, fitted in pairs if isinstance(raw, dict)}
    return [StoredChild(stored.get(id(raw), raw), raw) for raw in value.raw_data]


def load_body(text: str | None) -> list[Raw]:
    """Return the blocks of a stored body, and none of one that is no list of blocks."""
    try:
        body = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    listed = body if isinstance(body, list) else [body]
    return [raw for raw in listed if isinstance(raw, dict)]


class Storage:
    """The stored states of the body of one page; an editor of the page may read all of them."""

    def __init__(self, page: Page, field: str) -> None:
        self.page = page
        self.field = field
        self.opened: StreamValue = getattr(page, field)
        self.known: dict[str, Raw] = {}
        self.newest: dict[str, Raw] = {}
        self.drafts = self.newest_first()

    def find(self, wanted: str) -> StoredChild | None:
        """The child with this digest, in the draft being edited or in another one."""
        while wanted not in self.known:
            draft = next(self.drafts, None)
            if draft is None:
                return None
            for raw in draft:
                self.known.setdefault(digest_block(raw), raw)
                if isinstance(raw.get("id"), str):
                    self.newest.setdefault(raw["id"], raw)
        return StoredChild.from_stored(self.known[wanted])

    def latest(self, child_id: str) -> StoredChild | None:
        """The child with this id as it was last, after `find` has looked everywhere."""
        raw = self.newest.get(child_id)
        return StoredChild.from_stored(raw) if raw else None

    def newest_first(self) -> Iterator[Iterable[Raw]]:
        yield [child.stored for child in list_stored_blocks(self.opened)]
        if self.page.pk is None:
            return
        # one by one: a cursor left open on the way would break the transaction on PostgreSQL
        drafts = self.page.revisions.order_by("-pk")
        for key in list(drafts.values_list("pk", flat=True)[:MAX_REVISIONS]):
            for content in drafts.filter(pk=key).values_list("content", flat=True):
                yield load_body(content.get(self.field))
        public = type(self.page)._default_manager.filter(pk=self.page.pk).first()
        if public is not None:
            yield [child.stored for child in list_stored_blocks(getattr(public, self.field))]
