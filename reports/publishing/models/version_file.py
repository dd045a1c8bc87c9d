"""The model of the files that versions show."""

from typing import Any

from django.db import models

from reports.publishing.models.report_version import ReportVersion


class VersionFile(models.Model):
    """A file that a version shows. It is kept after its picture or document is deleted."""

    version: Any = models.ForeignKey(
        ReportVersion, verbose_name="version", on_delete=models.CASCADE, related_name="files"
    )
    kind = models.CharField("genre", max_length=20)
    key = models.CharField("identifiant", max_length=255)
    name = models.CharField("fichier", max_length=255, db_index=True)

    class Meta:
        app_label = "reports"
        verbose_name = "fichier de version"
        verbose_name_plural = "fichiers de versions"
        constraints = [models.UniqueConstraint(fields=["version", "name"], name="version_file")]

    def __str__(self) -> str:
        return self.name
