"""Counts the public objects of each type, so that cost estimates know how long lists can be."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django.db.models import QuerySet

from reports.content.models.record_kind import list_models
from reports.content.visibility.perspective import Perspective
from reports.core.document.recent_values import RecentValues

COUNTED: dict[str, Callable[[Perspective], QuerySet[Any]]] = {
    "Report": Perspective.reports,
    **{model.__name__: partial(Perspective.snippets, model=model) for model in list_models()},
    "PageInterface": Perspective.pages,
    "Redirect": Perspective.redirects,
}


KEPT: RecentValues[Mapping[str, int]] = RecentValues(64)
"""The counts of the last moments, by content version and site."""


def count_once(perspective: Perspective, moment: Hashable) -> Mapping[str, int]:
    """Return the numbers of a moment: they are counted once until something public changes."""
    key = moment, perspective.site.pk
    return KEPT.get_or_make(key, lambda: count_public(perspective))


def count_public(perspective: Perspective) -> dict[str, int]:
    """Return the number of visible objects by type, with one SQL statement for each type.

    The counts add no cache tags: the answer does not depend on any of the objects.
    """
    perspective = replace(perspective, cache_tags=set())
    return {name: find(perspective).order_by().count() for name, find in COUNTED.items()}
