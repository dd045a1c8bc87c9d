"""The model of the PDFs of versions."""

from typing import Any

from django.db import models

from reports.publishing.models.report_version import ReportVersion


class ReportPdf(models.Model):
    """The PDF of a version: a file of the storage, made after the version was published.

    It can be made again at any time. `sha256` is the digest of its source: another digest means
    that the PDF is outdated. `name` is empty if the PDF could not be made from that source. `plain`
    has the ids of the blocks that it shows as plain text, because they could not be typeset.
    """

    version: Any = models.OneToOneField(
        ReportVersion, verbose_name="version", on_delete=models.CASCADE, related_name="pdf"
    )
    name = models.CharField("fichier", max_length=255, blank=True)
    size = models.PositiveIntegerField("taille", help_text="En octets.")
    pages = models.PositiveIntegerField("pages")
    sha256 = models.CharField(
        "empreinte", max_length=64, help_text="SHA-256 de ce dont il est fait, en hexadécimal."
    )
    plain: Any = models.JSONField("blocs en texte simple", default=list)

    class Meta:
        app_label = "reports"
        verbose_name = "PDF d’une version"
        verbose_name_plural = "PDF des versions"

    def __str__(self) -> str:
        return self.name
