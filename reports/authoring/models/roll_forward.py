"""The model that records the source of next year's report, and what is left to fill in."""

from django.conf import settings
from django.db import models


class RollForward(models.Model):
    """Records that a report was created from another year's, and what the editor has to fill in.

    `expected` has the key of each emptied field (see `rollforward.expected_fields`) and its old
    value. `prose` has the id of each block whose text was copied and has to be reread, with a
    digest of the text. `unchanged` has the key and value of each field that was copied and has to
    be reread. `reread` has the ids and keys of copied content that an editor confirmed. `closed`
    has the keys of fields that an editor declared empty this year, and that the body itself cannot
    mark so.
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
