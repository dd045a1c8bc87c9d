"""The base class of all records."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from reports.content.models.sort_key import SortKeyField
from reports.core.text.sort_keys import MAX_HEX_DIGITS

# SlugField refuses what real slugs have: dots (adresse.data.gouv.fr), now and then an accent.
slug_validator = RegexValidator(
    re.compile(r"^\w(?:[\w.\-]*\w)?\Z"),
    "Lettres, chiffres, points, tirets et tirets bas seulement.",
)


class Snippet(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, models.Model
):
    """The base of all records: a name, a key, drafts, revisions, workflow and search."""

    name = models.CharField("nom", max_length=255, help_text="Nom d’aujourd’hui.")
    sort_key = SortKeyField(
        "clé de tri", max_length=MAX_HEX_DIGITS, editable=False, default="", db_default=""
    )
    # PROTECT: what refers to this record, and its key, lead to the other one for ever.
    merged_into: Any = models.ForeignKey(
        "self",
        verbose_name="fusionnée dans",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
    )

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("live"),
        index.FilterField("merged_into_id"),
    ]

    # The field that reports, frontends and addresses know the record by.
    key_field = "slug"

    # Foreign keys whose records are loaded together with this one.
    beside: tuple[str, ...] = ()

    class Meta:
        abstract = True
        ordering = ["name"]
        indexes = [models.Index(fields=["sort_key"], name="%(class)s_sort_key")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the record and, in one transaction, what the receivers of `post_save` write.

        Where it was merged into stays as the row has it, unless that field is named: a draft that
        was written before says nothing of it.
        """
        fields: Any = kwargs.get("update_fields")
        if "name" in (fields or ()):
            kwargs["update_fields"] = {*fields, "sort_key"}
        with transaction.atomic():
            if fields is None and not self._state.adding:
                self.merged_into_id = self.read_merged_into()
            super().save(*args, **kwargs)

    @classmethod
    def list_related(cls) -> list[str]:
        """Return what is loaded together with a record, for `select_related`: the records beside
        it, and those that they were merged into.
        """
        return [path for name in cls.beside for path in (name, f"{name}__merged_into")]

    @property
    def survivor(self) -> Any:
        """The record itself, or the one that it was merged into."""
        return self.merged_into or self

    def read_merged_into(self) -> int | None:
        """Return the row id of the record that this one was merged into, and lock the row."""
        rows: Any = type(self)._base_manager
        stored = rows.select_for_update().filter(pk=self.pk)
        row: int | None = stored.values_list("merged_into_id", flat=True).first()
        return row

    @property
    def approved_schedule(self) -> bool:
        """Return whether a publication is scheduled; a list knows it of all its rows."""
        if "_approved_schedule" in self.__dict__:
            return bool(self.__dict__["_approved_schedule"])
        return bool(super().approved_schedule)

    def serializable_data(self) -> dict[str, Any]:
        """Return what a revision stores: neither the sort key, which belongs to the public name,
        nor where the record was merged into, which is no matter of drafts.
        """
        data: dict[str, Any] = super().serializable_data()
        del data["sort_key"], data["merged_into"]
        return data

    def with_content_json(self, content: Any) -> Any:
        """Return the record as a revision has it, merged as it is now."""
        draft = super().with_content_json(content)
        draft.merged_into_id = self.merged_into_id
        return draft

    def clean(self) -> None:
        """Refuses to change the key of a record: reports and frontends know it by that."""
        super().clean()
        stored = type(self)._default_manager.filter(pk=self.pk).values_list(self.key_field)
        before = stored.first() if self.pk else None
        if before is not None and before[0] != getattr(self, self.key_field):
            message = (
                f"Cette clé ne change plus : des bilans s’en servent (c’était « {before[0]} »)."
            )
            raise ValidationError({self.key_field: message})
