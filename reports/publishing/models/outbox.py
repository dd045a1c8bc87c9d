"""The model of the outbox."""

from typing import Any

from django.db import models
from django.utils import timezone

PENDING = models.Q(delivered_at=None, given_up_at=None)
ERASED = models.Q(payload__isnull=True, recipient="")


class OutboxEntry(models.Model):
    """A message or task to deliver, written in the transaction that causes it.

    Payload and recipient may be secret (the link that resets a password): they are erased when the
    entry is delivered or given up, and the database refuses a row that keeps them.
    """

    kind = models.CharField("genre", max_length=20)
    recipient = models.CharField(
        "destinataire",
        max_length=320,
        blank=True,
        help_text="Les entrées d’un même destinataire partent dans l’ordre.",
    )
    payload: Any = models.JSONField("contenu", null=True)
    created_at = models.DateTimeField("créée le", default=timezone.now)
    due_at = models.DateTimeField("due le", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    claimed_until = models.DateTimeField("prise jusqu’au", null=True, blank=True)
    delivered_at = models.DateTimeField("partie le", null=True, blank=True)
    given_up_at = models.DateTimeField("abandonnée le", null=True, blank=True)
    last_error = models.CharField(
        "dernière erreur", max_length=80, blank=True, help_text="Le nom de sa classe, rien d’autre."
    )

    class Meta:
        app_label = "reports"
        verbose_name = "message à envoyer"
        verbose_name_plural = "messages à envoyer"
        constraints = [
            models.CheckConstraint(condition=PENDING | ERASED, name="outbox_ended_entry_is_erased")
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=PENDING, name="outbox_due"),
            models.Index(
                fields=["kind", "recipient", "id"], condition=PENDING, name="outbox_recipient"
            ),
            models.Index(fields=["delivered_at"], name="outbox_delivered"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
