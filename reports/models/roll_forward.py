from django.conf import settings
from django.db import models


class RollForward(models.Model):
    """That a report was begun from another year's, and what was left to do then.

    `expected` has what was emptied, by its key in the body (`reports.rollforward.slots`), and what
    had stood there; `prose` has a digest of the words of each block that was kept to be read again,
    by its id; `reread` the ids of those that somebody found still true.
    """

    report = models.OneToOneField(
        "reports.AnnualReportPage",
        verbose_name="bilan",
        on_delete=models.CASCADE,
        related_name="roll_forward",
    )
    source = models.ForeignKey(
        "reports.AnnualReportPage",
        verbose_name="bilan repris",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    year = models.PositiveSmallIntegerField("année reprise")
    expected = models.JSONField("à remplir", default=dict)
    prose = models.JSONField("à relire", default=dict)
    reread = models.JSONField("relu", default=list)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField("le", auto_now_add=True)

    class Meta:
        verbose_name = "reprise d’un bilan"
        verbose_name_plural = "reprises de bilans"

    def __str__(self) -> str:
        return f"{self.report} à partir du bilan {self.year}"
