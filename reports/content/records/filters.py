"""Filters of the lists of records, which treat a merged record as the record that replaces it."""

from typing import Any

from django.db.models import ForeignKey, Q, QuerySet
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from reports.content.models.merged_records import list_unmerged
from reports.content.models.snippet import Snippet


class RecordFilter(ModelChoiceFilter):
    """Keeps the rows that refer to a record, or to one that was merged into it."""

    def filter(self, rows: QuerySet[Any], record: Snippet | None) -> QuerySet[Any]:
        if record is None:
            return rows
        name = self.field_name
        return rows.filter(Q(**{name: record}) | Q(**{f"{name}__merged_into": record}))


class RecordFilterSet(WagtailFilterSet):
    """The filters of a list, which offer only records that were not merged into another."""

    @classmethod
    def filter_for_lookup(cls, field: Any, lookup_type: str) -> tuple[Any, dict[str, Any]]:
        filter_class, options = super().filter_for_lookup(field, lookup_type)
        if isinstance(field, ForeignKey) and issubclass(field.related_model, Snippet):
            model = field.related_model
            return RecordFilter, {**options, "queryset": lambda request: list_unmerged(model)}
        return filter_class, options
