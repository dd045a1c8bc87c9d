"""The model of review links."""

import uuid
from datetime import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class PreviewLink(models.Model):
    """A review link, with which somebody without an account can read the draft of a page for a
    while.

    The row alone opens nothing: the link's address has a signature that is never stored.
    """

    class Kind(models.TextChoices):
        REVIEW = "review", "relecture"
        OUTSIDE = "outside", "aperçu dans une interface"
        RELEASE = "release", "publication groupée"

    class State(models.TextChoices):
        ACTIVE = "active", "actif"
        EXPIRED = "expired", "expiré"
        REVOKED = "revoked", "révoqué"
        SUSPENDED = "suspended", "suspendu"

    key = models.UUIDField("clé", unique=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page",
        on_delete=models.CASCADE,
        related_name="preview_links",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name="version",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="À défaut, toujours le dernier brouillon.",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="auteur",
        on_delete=models.CASCADE,
        related_name="preview_links",
    )
    kind = models.CharField("genre", max_length=8, choices=Kind, default=Kind.REVIEW)
    release = models.ForeignKey(
        "reports.Release",
        verbose_name="publication groupée",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="preview_links",
        help_text="Le lien montre aussi tout ce qu’elle contient, jusqu’à son heure.",
    )
    note = models.CharField("pour quoi", max_length=200, blank=True)
    content = models.JSONField(
        "contenu figé",
        null=True,
        blank=True,
        encoder=DjangoJSONEncoder,
        help_text="Ce que le lien montre, s’il ne montre pas le dernier brouillon.",
    )
    created_at = models.DateTimeField("créé le", default=timezone.now)
    expires_at = models.DateTimeField("expire le")
    revoked_at = models.DateTimeField("révoqué le", null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="révoqué par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    opened_first_at = models.DateTimeField("première ouverture", null=True, blank=True)
    opened_last_at = models.DateTimeField("dernière ouverture", null=True, blank=True)
    opened_count = models.PositiveIntegerField("ouvertures", default=0)

    class Meta:
        app_label = "reports"
        verbose_name = "lien de relecture"
        verbose_name_plural = "liens de relecture"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page"],
                # what has ended keeps its row for the list, without the content
                condition=models.Q(kind="outside", content__isnull=False),
                name="one_outside_preview_per_user_and_page",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.created_at:%Y-%m-%d})"

    @classmethod
    def usable(cls, now: datetime) -> models.Q:
        """Return the condition on a link's row for it to be valid, in agreement with `state`."""
        return models.Q(expires_at__gt=now, revoked_at=None, user__is_active=True)

    def state(self, now: datetime) -> State:
        """Return the state of the link: of several reasons not to open, the one that lasts
        longest.
        """
        if self.revoked_at:
            return self.State.REVOKED
        if self.expires_at <= now:
            return self.State.EXPIRED
        return self.State.ACTIVE if self.user.is_active else self.State.SUSPENDED
