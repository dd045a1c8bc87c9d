"""The model of the entries that the public search finds."""

from typing import Self

from django.core.exceptions import ImproperlyConfigured
from django.db import models

from reports.core.text.sort_keys import MAX_HEX_DIGITS


class SearchEntry(models.Model):
    """One entry of the search, projected from a passage of a public report or from a record."""

    class Kind(models.IntegerChoices):
        """The kinds of entries. The numbers are stored.

        Entries of equal rank are listed in the order of their kinds, passages after all records.
        """

        SERVICE = 1, "Service"
        INDICATOR = 2, "Indicateur"
        TERM = 3, "Terme"
        PASSAGE = 4, "Passage"

        @classmethod
        def of_records(cls, name: str) -> Self:
            """Return the kind of entries for records of a kind, by the name of that: `service`."""
            if name.upper() not in cls.names:
                raise ImproperlyConfigured(
                    f"Records of the kind {name} are searched: SearchEntry.Kind needs a member "
                    f"{name.upper()}, and SearchEntry a foreign key {name}."
                )
            return cls[name.upper()]

    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    key = models.CharField(
        max_length=255, help_text="Clé publique : du bloc, du bilan ou de la fiche."
    )
    report = models.ForeignKey(
        "reports.AnnualReportPage",
        null=True,
        on_delete=models.CASCADE,
        related_name="search_entries",
    )
    service = models.ForeignKey(
        "reports.Service", null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    indicator = models.ForeignKey(
        "reports.Indicator", null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    term = models.ForeignKey(
        "reports.Term", null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    year = models.PositiveSmallIntegerField(default=0, help_text="Année du bilan ; 0 hors bilan.")
    order = models.PositiveIntegerField(
        default=0, help_text="Rang du bloc dans le bilan ; 0 pour son titre et son chapô."
    )
    title_stems = models.TextField(help_text="Radicaux du titre, chacun entre deux espaces.")
    stems = models.TextField(help_text="Radicaux du texte, chacun entre deux espaces.")
    # Nodes of the release before know neither these two nor the sort key: they leave them empty.
    title_words = models.TextField(
        default="", db_default="", help_text="Mots du titre, chacun entre deux espaces."
    )
    words = models.TextField(
        default="", db_default="", help_text="Mots du texte, chacun entre deux espaces."
    )
    title = models.TextField(help_text="Titre de la section, du bilan ou de la fiche.")
    sort_key = models.CharField(
        max_length=MAX_HEX_DIGITS, default="", db_default="", help_text="Clé de tri du titre."
    )
    anchor = models.TextField(help_text="Ancre de la section ; vide hors de toute section.")
    text = models.TextField(help_text="Les mots, pour en montrer un extrait.")

    # No reader of a service's usage wants to hear of the index.
    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "reports"
        ordering = ["report_id", "kind", "order", "key"]

    def __str__(self) -> str:
        return f"{self.title} ({self.key})"

    @property
    def block(self) -> str | None:
        """The id of the block that the passage is; None for a title and for a record."""
        return self.key if self.order else None
