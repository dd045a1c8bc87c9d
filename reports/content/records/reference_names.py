"""Looks up names of records, pictures, documents and pages, in one statement for each kind."""

from typing import Any

from django.db.models.functions import Coalesce
from wagtail.models import Page

from reports.content.models import Picture, ReportDocument
from reports.content.records.kinds import find_model
from reports.core.document import Document

FILES = {"page": Page, "document": ReportDocument, "picture": Picture}


class ReferenceNames:
    """The names of everything that some documents refer to, loaded per kind when first needed."""

    def __init__(self, *documents: Document) -> None:
        self.documents = documents
        self.instances: dict[str, dict[int, Any]] = {}
        self.record_names: dict[str, dict[str, str]] = {}

    def find_instance(self, kind: str, row: int) -> Any:
        """Return what a row id refers to; None where it is gone."""
        if kind not in self.instances:
            keys = {key for each in self.documents for key in each.references.get(kind, ())}
            rows = [key for key in keys if isinstance(key, int)]
            manager: Any = (FILES.get(kind) or find_model(kind))._default_manager  # type: ignore[union-attr]
            related = () if kind in FILES else ("merged_into",)
            self.instances[kind] = manager.select_related(*related).in_bulk(rows)
        return self.instances[kind].get(row)

    def find_title(self, kind: str, row: int) -> str:
        """Return the name of what a row id refers to, or that it is gone. What was merged into
        another has the name of that one.
        """
        found = self.find_instance(kind, row)
        return str(getattr(found, "survivor", found) or "") or "fiche supprimée"

    def find_record_name(self, kind: str, key: str) -> str:
        """Return the name of the record that a row of a table refers to, its key if it is gone."""
        model = find_model(kind)
        if not key or model is None:
            return key
        if kind not in self.record_names:
            named = Coalesce("merged_into__name", "name")
            names = model.objects.values_list(model.key_field, named)
            self.record_names[kind] = dict(names)
        return self.record_names[kind].get(key) or f"{key} (fiche absente)"

    def find_link_title(self, kind: str, row: int) -> str:
        """Return the title of a page or a document that rich text links to."""
        found = self.find_instance(kind, row)
        return f"« {found} »" if found else "une page ou un document supprimé"
