"""The column by which lists are sorted by name."""

from django.db import models

from reports.core.text.sort_keys import build_sort_key


class SortKeyField(models.CharField):
    """The sort key of the row's name, computed whenever the row is written.

    A node of the release before knows no such column: what it writes has an empty key, or that of
    its former name, until it is saved again or `rebuild_search` is run.
    """

    def pre_save(self, instance: models.Model, add: bool) -> str:
        key = build_sort_key(instance.name)  # type: ignore[attr-defined]
        setattr(instance, self.attname, key)
        return key
