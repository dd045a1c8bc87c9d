"""Stored children of a body, found again by their digest."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page

REVISIONS = 200  # drafts in which a child is looked for, the newest first

Raw = dict[str, Any]


def digest_block(raw: Raw) -> str:
    """Return the digest that stands for a stored child in a form. A database may have sorted its
    keys.
    """
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class Storage:
    """What was ever saved of one page's body. An editor of the page may read all of it."""

    def __init__(self, page: Page, field: str) -> None:
        self.page = page
        self.field = field
        self.opened: StreamValue = getattr(page, field)
        self.known: dict[str, Raw] = {}
        self.newest: dict[str, Raw] = {}
        self.drafts = self.newest_first()

    def find(self, wanted: str) -> Raw | None:
        """The child with this digest, in the draft being edited or in another one."""
        while wanted not in self.known:
            draft = next(self.drafts, None)
            if draft is None:
                return None
            for raw in draft:
                self.known.setdefault(digest_block(raw), raw)
                if isinstance(raw.get("id"), str):
                    self.newest.setdefault(raw["id"], raw)
        return self.known[wanted]

    def latest(self, child_id: str) -> Raw | None:
        """The child with this id as it was last, after `find` has looked everywhere."""
        return self.newest.get(child_id)

    def newest_first(self) -> Iterator[Iterable[Raw]]:
        yield self.opened.raw_data
        if self.page.pk is None:
            return
        # one by one: a cursor left open on the way would break the transaction on PostgreSQL
        drafts = self.page.revisions.order_by("-pk")
        for key in list(drafts.values_list("pk", flat=True)[:REVISIONS]):
            for content in drafts.filter(pk=key).values_list("content", flat=True):
                yield json.loads(content.get(self.field) or "[]")
        public = type(self.page)._default_manager.filter(pk=self.page.pk).first()
        if public is not None:
            yield getattr(public, self.field).raw_data
