"""Models of the change feed."""

from typing import Any

from django.db import models
from django.utils import timezone


class FeedPosition(models.Model):
    """The last rank in a site's feed. Transactions that write entries lock these rows."""

    site = models.PositiveIntegerField("site", primary_key=True)
    last = models.PositiveBigIntegerField("dernier rang", default=0)
    expired = models.PositiveBigIntegerField("dernier rang effacé", default=0)

    class Meta:
        app_label = "reports"
        verbose_name = "position du flux"
        verbose_name_plural = "positions du flux"

    def __str__(self) -> str:
        return f"{self.site}: {self.last}"


class Change(models.Model):
    """An entry of the change feed: a change to something public.

    `sequence` is taken under a lock that is held until the transaction ends, so that entries are in
    the order in which their changes became visible.
    """

    site = models.PositiveIntegerField("site")
    sequence = models.PositiveBigIntegerField("rang")
    kind = models.CharField("genre", max_length=32)
    happened_at = models.DateTimeField("date", default=timezone.now, db_index=True)
    subject = models.CharField(
        "objet",
        max_length=255,
        db_index=True,
        help_text="Ce dont parle l’entrée, et sur quel site : « 2 report 6f1c… ».",
    )
    payload: Any = models.JSONField("contenu", default=dict)

    class Meta:
        app_label = "reports"
        verbose_name = "changement public"
        verbose_name_plural = "changements publics"
        ordering = ["site", "sequence"]
        constraints = [models.UniqueConstraint(fields=["site", "sequence"], name="change_sequence")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind} {self.subject}"


class PublicState(models.Model):
    """The public state of a subject as the feed last announced it: a digest and its address."""

    subject = models.CharField("objet", max_length=255, primary_key=True)
    digest = models.CharField("empreinte", max_length=64)
    details: Any = models.JSONField("détails", default=dict)

    class Meta:
        app_label = "reports"
        verbose_name = "état public annoncé"
        verbose_name_plural = "états publics annoncés"

    def __str__(self) -> str:
        return self.subject
