"""Models of acknowledged findings, and of the counts of findings that listings show."""

from django.db import models

from reports.checks.models.decision import Decision


class Acknowledgement(Decision):
    """The reason, with a name and a date, why one finding about one report is accepted.

    It holds for one `fingerprint`: if the block or the numbers compared change, the finding is open
    again until another acknowledgement.
    """

    report = models.ForeignKey(
        "reports.AnnualReportPage",
        verbose_name="bilan",
        on_delete=models.CASCADE,
        related_name="acknowledgements",
    )
    fingerprint = models.CharField("empreinte", max_length=64)
    code = models.CharField("contrôle", max_length=60)
    finding = models.TextField("constat", help_text="Ce qui était constaté, tel qu’affiché.")
    reason = models.TextField("raison", help_text="Pourquoi ce constat est assumé.")

    class Meta:
        app_label = "reports"
        verbose_name = "constat assumé"
        verbose_name_plural = "constats assumés"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "fingerprint"], name="one_acknowledgement_per_finding"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} : {self.reason}"


class CheckSummary(models.Model):
    """The numbers of findings in a report's latest draft, stored by each check for listings."""

    report = models.OneToOneField(
        "reports.AnnualReportPage",
        verbose_name="bilan",
        on_delete=models.CASCADE,
        related_name="check_summary",
    )
    revision = models.PositiveBigIntegerField("version lue", null=True)
    expected = models.PositiveIntegerField("attendus", default=0)
    unfilled = models.PositiveIntegerField("restants", default=0)
    errors = models.PositiveIntegerField("erreurs", default=0)
    warnings = models.PositiveIntegerField("avertissements", default=0)
    acknowledged = models.PositiveIntegerField("constats assumés", default=0)
    silenced = models.PositiveIntegerField("constats en sourdine", default=0, db_default=0)
    at = models.DateTimeField("le", auto_now=True)

    class Meta:
        app_label = "reports"
        verbose_name = "bilan des contrôles"
        verbose_name_plural = "bilans des contrôles"

    def __str__(self) -> str:
        return f"{self.errors} / {self.warnings} / {self.acknowledged}"
