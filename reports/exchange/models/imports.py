"""The model that records the last import of a report."""

from django.db import models


class ImportRecord(models.Model):
    """The file, the digest of the result and the warnings of the last import of a report.

    The next import compares them with its file and the latest draft.
    """

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
