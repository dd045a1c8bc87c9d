"""Merges a record into another of the same kind, and undoes a merge.

Only `merged_into` changes: reports keep what they say, and whatever reads public records follows
that field.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.snippets.permissions import get_permission_name

from reports.content.models.merged_records import group_merged, records_merged
from reports.content.models.roles import APPROVERS
from reports.content.models.snippet import Snippet
from reports.content.records.serializers import get_key

MERGE, UNDO = "reports.merge", "reports.undo_merge"
NO_RIGHT = f"Vous n’avez pas le droit de fusionner ces fiches : demandez au groupe {APPROVERS}."


@dataclass
class MergeRefused(Exception):
    """Raised when a merge is refused, or its undoing; `reasons` are French sentences."""

    reasons: list[str]


@dataclass(frozen=True)
class Merge:
    """A merge of two records before it is done: `merged` would lead to `survivor`."""

    merged: Snippet
    survivor: Snippet

    @property
    def swapped(self) -> "Merge":
        """The same the other way round."""
        return Merge(self.survivor, self.merged)

    @property
    def keeping_public(self) -> "Merge":
        """The same, the other way round if only the merged record is public."""
        return self.swapped if is_public(self.merged) and not is_public(self.survivor) else self

    @property
    def quoted_names(self) -> tuple[str, str]:
        """What the merged record and the one that stays are called, each told from the other."""
        return (
            quote_record(self.merged, self.survivor),
            quote_record(self.survivor, self.merged),
        )

    def list_obstacles(self, user: Any) -> list[str]:
        """Return what stands in the way, as sentences."""
        if type(self.merged) is not type(self.survivor) or self.merged.pk == self.survivor.pk:
            return ["Une fusion demande deux fiches différentes du même genre."]
        if not may_merge(user, self.merged, self.survivor):
            return [NO_RIGHT]
        found = [*list_merged_already(self.merged), *list_merged_already(self.survivor)]
        for other in group_merged([self.merged])[self.merged]:
            found.append(
                f"{quote_record(other, self.merged)} est déjà fusionnée dans "
                f"{quote_record(self.merged, other)} : gardez celle-ci, ou défaites d’abord cette "
                "fusion."
            )
        if is_public(self.merged) and not is_public(self.survivor):
            merged, survivor = self.quoted_names
            found.append(
                f"{survivor} n’est pas publique, et {merged} l’est : publiez-la d’abord, ou gardez "
                f"{merged}."
            )
        return [*found, *list_locks(user, self.merged, self.survivor)]


def is_public(record: Snippet) -> bool:
    """Return whether the public may see a record that stands by itself."""
    return bool(record.live and (record.expire_at is None or record.expire_at > timezone.now()))


def list_merged_already(record: Snippet) -> list[str]:
    if not record.merged_into_id:
        return []
    survivor = record.survivor
    return [
        f"{quote_record(record, survivor)} est déjà fusionnée dans "
        f"{quote_record(survivor, record)}."
    ]


def quote_record(record: Snippet, other: Snippet) -> str:
    """Return the name of a record in a sentence, with its key where another has the same name."""
    key = f" ({get_key(record)})" if record.name == other.name else ""
    return f"« {record} »{key}"


def list_locks(user: Any, *records: Snippet) -> list[str]:
    """Return which of some records somebody else has locked."""
    locks = ((record, record.get_lock()) for record in records)
    return [
        f"« {record} » est verrouillée." for record, lock in locks if lock and lock.for_user(user)
    ]


def may_merge(user: Any, *records: Snippet) -> bool:
    """Return whether somebody may merge records, or undo it: who may change each of them, and
    publish it if what the public reads changes.
    """
    actions = {"change", *(["publish"] if any(record.live for record in records) else [])}
    return all(
        user.has_perm(get_permission_name(action, type(record)))
        for record in records
        for action in actions
    )


def propose_merge(user: Any, merged: Snippet, survivor: Snippet) -> Merge | None:
    """Return the merge of two records, of which the public one stays; None if a user may not."""
    return Merge(merged, survivor).keeping_public if may_merge(user, merged, survivor) else None


@transaction.atomic
def merge_records(merged: Snippet, survivor: Snippet, user: Any) -> None:
    """Have a record lead to another one. Raises `MergeRefused`."""
    merge = Merge(*lock_records(merged, survivor))
    if obstacles := merge.list_obstacles(user):
        raise MergeRefused(obstacles)
    set_survivor(merge.merged, merge.survivor, merge.survivor)
    data = {"survivor": str(merge.survivor), "key": get_key(merge.survivor)}
    log(merge.merged, MERGE, user=user, data=data)


@transaction.atomic
def undo_merge(merged: Snippet, user: Any) -> None:
    """Have a record that leads to another one stand by itself again. Raises `MergeRefused`."""
    if not merged.merged_into_id:
        raise MergeRefused([f"« {merged} » n’est fusionnée dans aucune fiche."])
    merged, survivor = lock_records(merged, merged.survivor)
    if merged.merged_into_id != survivor.pk:
        raise MergeRefused([f"La fusion de « {merged} » vient d’être changée."])
    if not may_merge(user, merged, survivor):
        raise MergeRefused([NO_RIGHT])
    if locks := list_locks(user, merged, survivor):
        raise MergeRefused(locks)
    set_survivor(merged, None, survivor)
    data = {"survivor": str(survivor), "key": get_key(survivor)}
    log(merged, UNDO, user=user, data=data)


def lock_records(*records: Snippet) -> list[Any]:
    """Return records as they are stored, and lock their rows until the transaction ends."""
    model = type(records[0])
    rows: Any = model._base_manager.select_for_update().order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[record.pk for record in records])}
    if missing := [record for record in records if record.pk not in found]:
        raise MergeRefused([f"« {missing[0]} » n’existe plus."])
    return [found[record.pk] for record in records]


def set_survivor(merged: Snippet, into: Snippet | None, other: Snippet) -> None:
    """Write where a record leads, and what follows from it about it and the other record."""
    merged.merged_into = into
    merged.save(update_fields={"merged_into"})
    records_merged.send(type(merged), records=(merged, other))
