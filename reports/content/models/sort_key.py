"""The model field by which lists are sorted by name."""

from django.db import models

from reports.core.text.sort_keys import build_sort_key


class SortKeyField(models.CharField):
    """The sort key of the row's `name`, computed on every save.

    During an upgrade, servers that still run the older code leave it empty or outdated: save the
    row again, or run `rebuild_search`.
    """

    def pre_save(self, instance: models.Model, add: bool) -> str:
        key = build_sort_key(instance.name)  # type: ignore[attr-defined]
        setattr(instance, self.attname, key)
        return key
