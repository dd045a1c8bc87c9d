"""Reads the change feed without entries about what the reader may not see now.

The GraphQL field `changes` and the bodies of webhooks use it.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from reports.content.models.record_kind import get_kinds_by_name, list_kinds
from reports.content.visibility import Perspective
from reports.publishing.feed.cursors import read_cursor
from reports.publishing.feed.difference import GONE
from reports.publishing.feed.subjects import Subject, redirect_key
from reports.publishing.models import Change, FeedPosition, PublicState

ENTRIES_PER_STATEMENT = 200  # entries that are read in one statement


class ExpiredCursor(ValueError):
    """Raised for a cursor after which entries have been deleted."""


@dataclass(frozen=True)
class Window:
    """A page of visible entries, and whether there are entries before and after it."""

    entries: list[Change]
    has_next: bool
    has_previous: bool


def read_window(perspective: Perspective, since: str | None, size: int) -> Window:
    """Return the entries after a cursor. Raises `InvalidCursor` or `ExpiredCursor`."""
    perspective.cache_tags.update(list_tags())
    rank = find_start(perspective, since)
    entries: list[Change] = []
    while len(entries) <= size:
        read = list(list_announced(perspective).filter(sequence__gt=rank)[:ENTRIES_PER_STATEMENT])
        entries += list_visible(perspective, read)
        if len(read) < ENTRIES_PER_STATEMENT:
            break
        rank = read[-1].sequence
    return Window(entries[:size], len(entries) > size, since is not None)


def read_last(perspective: Perspective) -> Change | None:
    """Return the newest entry that may be seen."""
    newest_first = list_announced(perspective).order_by("-sequence")
    read = list(newest_first[:ENTRIES_PER_STATEMENT])
    while read:
        if visible := list_visible(perspective, read):
            return visible[0]
        read = list(newest_first.filter(sequence__lt=read[-1].sequence)[:ENTRIES_PER_STATEMENT])
    return None


def list_tags() -> set[str]:
    """Return the cache tags of each page of the feed: those of all kinds that entries are about.

    Tags of the entries that were read alone would tell of which kinds the hidden ones are.
    """
    return {"changes", "pages"} | {f"{kind.model._meta.model_name}s" for kind in list_kinds()}


def find_start(perspective: Perspective, since: str | None) -> int:
    """Return the rank after which to read."""
    if since is None:
        return 0
    rank = read_cursor(perspective.site.pk, since)
    position = FeedPosition.objects.filter(pk=perspective.site.pk).first()
    if position is not None and rank < position.expired:
        raise ExpiredCursor
    return rank


def list_announced(perspective: Perspective) -> QuerySet[Change]:
    """Return the entries of a site, without those of withdrawn subjects.

    The last entry of such a subject, which announces the withdrawal, stays.
    """
    entries = Change.objects.filter(site=perspective.site.pk).order_by("sequence")
    is_public = Exists(PublicState.objects.filter(pk=OuterRef("subject")))
    later = Change.objects.filter(
        site=perspective.site.pk, subject=OuterRef("subject"), sequence__gt=OuterRef("sequence")
    )
    return entries.filter(is_public | (Q(kind__in=GONE) & ~Exists(later)))


def list_visible(perspective: Perspective, entries: list[Change]) -> list[Change]:
    """Return the entries without those about hidden subjects, announced or not."""
    subjects = {entry.pk: Subject.from_stored(entry.subject) for entry in entries}
    announced = {state.subject for state in read_states(entries)}
    wanted: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.subject in announced:
            wanted[subjects[entry.pk].kind].add(subjects[entry.pk].key)
    visible = {
        Subject(kind, str(key))
        for kind, keys in wanted.items()
        for key in list_visible_keys(perspective, kind, keys)
    }
    return [e for e in entries if e.subject not in announced or subjects[e.pk] in visible]


def read_states(entries: list[Change]) -> QuerySet[PublicState]:
    """Return the announced public states of the subjects of entries."""
    return PublicState.objects.filter(pk__in={entry.subject for entry in entries})


def list_visible_keys(perspective: Perspective, kind: str, keys: set[str]) -> Any:
    """Return the visible ones of the keys of a kind."""
    if kind == "site":
        return keys
    if kind in ("report", "page"):
        pages = perspective.pages().filter(translation_key__in=keys)
        return pages.values_list("translation_key", flat=True)
    if kind == "redirect":
        return {redirect_key(each.old_path) for each in perspective.redirects()}
    known = get_kinds_by_name()[kind]
    name = known.key_field
    records = perspective.snippets(known.model).filter(**{f"{name}__in": keys})
    return records.values_list(name, flat=True)
