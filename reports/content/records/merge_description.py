"""Describes a merge for its page: both records side by side, and how many reports cite each."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet
from reports.content.records.merging import Merge, is_public
from reports.content.records.serializers import get_edit_url, get_key, show_value
from reports.content.records.uses import find_uses
from reports.core.text.french_spaces import set_spaces


def describe_merge(merge: Merge, back: str = "") -> dict[str, Any]:
    """Return what is shown of a merge: the record that stays first. `back` is where it was asked
    for.
    """
    records = merge.survivor, merge.merged
    merged_name, survivor_name = map(set_spaces, merge.quoted_names)
    uses = {record.pk: its for record, its in find_uses(records)}
    reports = [len(uses[record.pk].reports) if record.pk in uses else 0 for record in records]
    return {
        "merge": merge,
        "merged_name": merged_name,
        "survivor_name": survivor_name,
        "kind": type(merge.merged)._meta.model_name,
        "swap_url": build_merge_url(merge.swapped, back),
        "next": back,
        "keys": [get_key(record) for record in records],
        "edit_urls": [get_edit_url(record) for record in records],
        "rows": [*compare_fields(*records), ("Bilans qui la citent", *reports)],
    }


def compare_fields(survivor: Snippet, merged: Snippet) -> list[tuple[str, str, str]]:
    """Return the fields that readers see and one of the records fills, each with its label and
    both values, and the states.
    """
    records = survivor, merged
    rows = []
    for field in find_kind(type(merged)).public_fields:
        label = str(field.verbose_name)
        first, second = (show_value(record, field.name) for record in records)
        if first or second:
            rows.append((f"{label[:1].upper()}{label[1:]}", first, second))
    first, second = ("publique" if is_public(record) else "brouillon" for record in records)
    return [*rows, ("État", first, second)]


def build_merge_url(merge: Merge, back: str = "") -> str:
    """Return the address of the page of a merge, which leads back to an address of the admin."""
    url = reverse("bilan_merge", args=[merge.merged._meta.model_name])
    asked = {"fiche": merge.merged.pk, "garder": merge.survivor.pk}
    return f"{url}?{urlencode(asked | ({'next': back} if back else {}))}"
