from typing import Any

from django.db import models

from reports.models.report_version import ReportVersion


class Correction(models.Model):
    """A figure or words that a version changed, and the sentence that tells readers why.

    `before` and `after` are expressions as they were printed. They are erased when a version that
    printed them is withdrawn.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Correction"
        TYPO = "typo", "Coquille"
        INFORMATION = "information", "Information nouvelle"

    version: Any = models.ForeignKey(
        ReportVersion, verbose_name="version", on_delete=models.PROTECT, related_name="corrections"
    )
    kind = models.CharField("nature", max_length=12, choices=Kind.choices)
    sentence = models.CharField("phrase publique", max_length=500)
    block = models.CharField("bloc", max_length=64, blank=True)
    row = models.CharField("ligne", max_length=64, blank=True)
    column = models.CharField("colonne", max_length=64, blank=True)
    before = models.TextField("avant", blank=True)
    after = models.TextField("après", blank=True)

    class Meta:
        verbose_name = "correction"
        verbose_name_plural = "corrections"
        ordering = ["-version__published_at", "pk"]

    def __str__(self) -> str:
        return self.sentence
