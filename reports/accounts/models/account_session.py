"""The model of sessions."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class AccountSession(models.Model):
    """A session of a user, which they can see and end."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        on_delete=models.CASCADE,
        related_name="account_sessions",
    )
    session_key = models.CharField("clé", max_length=40, unique=True)
    started_at = models.DateTimeField("ouverte le", default=timezone.now)
    seen_at = models.DateTimeField("active le", default=timezone.now)
    browser = models.CharField("navigateur", max_length=200, blank=True)
    address = models.CharField("adresse IP", max_length=45, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = "reports_accountsession"
        verbose_name = "session"
        verbose_name_plural = "sessions"
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return f"{self.user} ({self.started_at:%Y-%m-%d %H:%M})"
