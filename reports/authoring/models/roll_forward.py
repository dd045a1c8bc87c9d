from django.conf import settings
from django.db import models


class RollForward(models.Model):
    """Records that a report was begun from another year's, and what was left to do then.

    `expected` has what was emptied, by its key in the body (`rollforward.expected_fields`), and
    what had stood there. `prose` has a digest of the words of each block that was kept to be read
    again, by its id; `unchanged` has each value that was kept to be read again, by its key.
    `reread` lists the ids and keys of those that somebody found still true, `closed` the keys of
    expected places that somebody said have nothing to say this year and that no cell or item
    stands for.
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
    unchanged = models.JSONField("valeurs à relire", default=dict)
    reread = models.JSONField("relu", default=list)
    closed = models.JSONField("sans objet", default=list)
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
        app_label = "reports"
        verbose_name = "reprise d’un bilan"
        verbose_name_plural = "reprises de bilans"

    def __str__(self) -> str:
        return f"{self.report} à partir du bilan {self.year}"
