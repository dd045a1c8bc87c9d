"""Models of webhooks and their deliveries."""

import base64
import secrets
import uuid
from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

from reports.publishing.models.change import Change

SECRET_BYTES = 32


def make_secret() -> str:
    """Return a new key in the form of Standard Webhooks: `whsec_` and base64."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"


class Webhook(models.Model):
    """An address to which public changes are sent by signed POST requests (Standard Webhooks).

    While a key is being replaced, messages are signed with both keys. An endpoint that has refused
    for two days is disabled.
    """

    name = models.CharField("nom", max_length=100)
    address = models.CharField(
        "adresse",
        max_length=500,
        validators=[URLValidator(schemes=["https"])],
        help_text="En https, joignable depuis Internet.",
    )
    kinds: Any = models.JSONField("événements", default=list, blank=True)
    years: Any = models.JSONField("années", default=list, blank=True)
    secret = models.CharField("clé", max_length=100, default=make_secret, editable=False)
    previous_secret = models.CharField("clé précédente", max_length=100, blank=True, editable=False)
    enabled = models.BooleanField("actif", default=True)
    disabled_at = models.DateTimeField("désactivé le", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("créé le", default=timezone.now, editable=False)

    class Meta:
        app_label = "reports"
        verbose_name = "webhook"
        verbose_name_plural = "webhooks"

    def __str__(self) -> str:
        return self.name

    @property
    def secrets(self) -> list[str]:
        """The keys with which messages are signed, the new one first."""
        return [each for each in (self.secret, self.previous_secret) if each]

    def listens_to(self, kind: str, year: int | None) -> bool:
        """Return whether this webhook receives a change; an empty selection means all.

        A change without a year, such as that of a record, is sent whatever the selected years.
        """
        is_kind = not self.kinds or kind in self.kinds
        return is_kind and (not self.years or year is None or year in self.years)


class WebhookDelivery(models.Model):
    """A message to one address, and the answer to its last attempt."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    webhook: Any = models.ForeignKey(
        Webhook, verbose_name="webhook", on_delete=models.CASCADE, related_name="deliveries"
    )
    change: Any = models.ForeignKey(
        Change,
        verbose_name="changement",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Vide pour un essai.",
    )
    kind = models.CharField("événement", max_length=32)
    created_at = models.DateTimeField("créé le", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    attempted_at = models.DateTimeField("dernier essai", null=True, blank=True)
    status = models.PositiveSmallIntegerField("réponse", null=True, blank=True)
    error = models.CharField("erreur", max_length=200, blank=True)
    delivered_at = models.DateTimeField("remis le", null=True, blank=True)

    class Meta:
        app_label = "reports"
        verbose_name = "envoi de webhook"
        verbose_name_plural = "envois de webhooks"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["webhook", "-created_at"], name="webhook_deliveries")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
