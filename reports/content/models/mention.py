"""The model of mentions of records in reports."""

from django.db import models


class Mention(models.Model):
    """One reference to a record in a report: a row projected from the public body.

    It has the row id or the key that the body has or, for a record that was merged into another,
    that of the other record. A row therefore follows from the body and from the merges.
    """

    report = models.ForeignKey(
        "reports.AnnualReportPage", on_delete=models.CASCADE, related_name="mentions"
    )
    order = models.PositiveIntegerField(help_text="Rang de la mention dans le corps.")
    refers_to = models.CharField(max_length=20, help_text="Sorte de fiche : « service »…")
    record_row = models.BigIntegerField(
        null=True, help_text="Numéro de la fiche, hors des lignes de tableaux."
    )
    record_key = models.CharField(
        max_length=255, blank=True, help_text="Clé de la fiche, dans une ligne de tableau."
    )
    kind = models.CharField(max_length=40, help_text="Ce qui nomme la fiche : « impact_card »…")
    item = models.CharField(max_length=255, help_text="Bloc, élément ou ligne qui la nomme.")
    block = models.CharField(max_length=255, help_text="Bloc du corps où elle est nommée.")
    anchor = models.TextField(help_text="Ancre de la section ; vide hors de toute section.")
    name = models.TextField(help_text="Nom tel qu’imprimé.")

    # No reader of a record's usage wants to hear of the index.
    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "reports"
        ordering = ["report_id", "order"]
        indexes = [
            models.Index(fields=["refers_to", "record_row"], name="mention_by_row"),
            models.Index(fields=["refers_to", "record_key"], name="mention_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.item})"
