"""The model of findings that are silenced for a programme."""

from django.db import models

from reports.checks.models.decision import Decision


class SilencedFinding(Decision):
    """A finding that is no longer reported in any report of a programme: reason, name and date.

    It silences the findings of one rule whose evidence consists of words in `evidence`, or the
    whole rule if `evidence` is empty.
    """

    programme = models.ForeignKey(
        "reports.ReportIndexPage",
        verbose_name="programme",
        on_delete=models.CASCADE,
        related_name="silenced_findings",
    )
    code = models.CharField("contrôle", max_length=60)
    evidence = models.JSONField(
        "mots", default=list, help_text="Les mots et nombres concernés ; aucun : tout le contrôle."
    )
    key = models.CharField("empreinte", max_length=64)
    finding = models.TextField("constat", help_text="Ce qui était constaté, tel qu’affiché.")
    reason = models.TextField("raison", help_text="Pourquoi ce constat n’est plus signalé.")

    class Meta:
        app_label = "reports"
        verbose_name = "constat mis en sourdine"
        verbose_name_plural = "constats mis en sourdine"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="one_silence_per_evidence")
        ]

    def __str__(self) -> str:
        return f"{self.code} : {self.reason}"
