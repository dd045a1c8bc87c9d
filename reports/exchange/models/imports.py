from django.db import models


class ImportRecord(models.Model):
    """The document and the result of the last import of a report, for the next run to compare."""

    report = models.OneToOneField(
        "reports.AnnualReportPage",
        verbose_name="bilan",
        on_delete=models.CASCADE,
        related_name="import_record",
    )
    source_name = models.CharField("fichier", max_length=255)
    source_digest = models.CharField(
        "empreinte de la source", max_length=64, help_text="SHA-256 du texte, encodage réparé."
    )
    body_digest = models.CharField(
        "empreinte du corps", max_length=64, help_text="SHA-256 de ce que l’import a écrit."
    )
    acknowledged = models.TextField(
        "constats assumés", blank=True, help_text="Raison donnée pour importer le bilan tel quel."
    )
    warnings = models.JSONField("avertissements", default=list)
    imported_at = models.DateTimeField("importé le", auto_now=True)

    class Meta:
        db_table = "reports_importrecord"  # as nodes of the release before call it
        verbose_name = "import"
        verbose_name_plural = "imports"

    def __str__(self) -> str:
        return f"{self.source_name} ({self.imported_at:%Y-%m-%d})"
