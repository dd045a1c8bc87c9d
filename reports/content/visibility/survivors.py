"""Queries records together with the records that they were merged into."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from reports.content.visibility.perspective import Perspective


def names_with_survivors(perspective: Perspective, model: type[Any]) -> QuerySet[Any]:
    """Return the rows by whose keys one knows a record, each with the one it was merged into."""
    return perspective.names(model).select_related("merged_into")


def former_with_survivors(perspective: Perspective, model: type[Any]) -> QuerySet[Any]:
    """Return the records that versions may show, each with the one it was merged into."""
    return perspective.former(model).select_related("merged_into")


def list_survivors(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """Return the row ids of the records that the keys of some rows lead to."""
    return rows.annotate(survivor_row=Coalesce("merged_into", "pk")).values("survivor_row")
