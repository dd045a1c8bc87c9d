"""What the records are called that reports refer to, in one statement per kind."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.apps import apps

from reports.tables import TableBlock


@dataclass
class Names:
    """The names of records by the keys that tables give, and of pages and documents by row id."""

    loaded: dict[str, dict[Any, str]] = field(default_factory=dict)

    FILED: ClassVar = {"page": "wagtailcore.Page", "document": "reports.ReportDocument"}

    def of(self, block: TableBlock, key: str) -> str:
        """The name of the record, its key where it is gone, nothing for none."""
        if not (key and block.reference):
            return key
        if block.reference not in self.loaded:
            model = block.referred
            column = model.key_field
            self.loaded[block.reference] = dict(model.objects.values_list(column, "name"))
        return self.loaded[block.reference].get(key) or f"{key} (fiche absente)"

    def filed(self, kind: str, pk: int) -> str:
        """The title of a page or a document that rich text links to."""
        if kind not in self.loaded:
            titles = apps.get_model(self.FILED[kind]).objects.values_list("pk", "title")
            self.loaded[kind] = dict(titles)
        title = self.loaded[kind].get(pk)
        return f"« {title} »" if title else "une page ou un document supprimé"
