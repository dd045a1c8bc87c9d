"""Models of identities at a provider, and of invitations to bind one to an account."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Identity(models.Model):
    """An identity at a provider, and the account to which its owner signs in with it.

    Email addresses are not used as proof, because an address may be given to somebody else.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        on_delete=models.CASCADE,
        related_name="identity",
    )
    issuer = models.CharField("fournisseur", max_length=500)
    subject = models.CharField("identifiant chez lui", max_length=255)
    bound_at = models.DateTimeField("reliée le", default=timezone.now)

    class Meta:
        db_table = "reports_identity"
        verbose_name = "identité"
        verbose_name_plural = "identités"
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"], name="one_account_for_each_identity"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.issuer})"


class Invitation(models.Model):
    """Lets the holder of its link bind their identity to an account, once. The link is not
    stored.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        on_delete=models.CASCADE,
        related_name="invitations",
    )
    digest = models.CharField("empreinte du lien", max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="faite par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField("faite le", default=timezone.now)
    expires_at = models.DateTimeField("expire le")
    used_at = models.DateTimeField("utilisée le", null=True, blank=True)

    class Meta:
        db_table = "reports_invitation"
        verbose_name = "invitation"
        verbose_name_plural = "invitations"

    def __str__(self) -> str:
        return f"{self.user} ({self.made_at:%Y-%m-%d})"

    @classmethod
    def make(cls, user: Any, made_by: Any, now: datetime) -> str:
        """Make an invitation and return the secret of its link; earlier invitations end."""
        secret = secrets.token_urlsafe(32)
        cls.objects.filter(user=user, used_at=None).delete()
        cls.objects.create(
            user=user,
            made_by=made_by,
            digest=digest(secret),
            made_at=now,
            expires_at=now + timedelta(days=settings.INVITATION_DAYS),
        )
        return secret


def digest(secret: str) -> str:
    """Return the digest under which a secret is stored."""
    return hashlib.sha256(secret.encode()).hexdigest()
