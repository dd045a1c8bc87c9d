"""The model that counts sign-in attempts."""

from django.db import models


class SignInAttempts(models.Model):
    """The number of attempts at the password of one name since a time, from all browsers.

    The name is stored as a keyed hash, whether or not an account has it, because some users type a
    password there.
    """

    digest = models.CharField("empreinte du nom", max_length=64, unique=True)
    since = models.DateTimeField("depuis", db_index=True)
    count = models.PositiveIntegerField("essais", default=0)
    locked_at = models.DateTimeField("bloqué le", null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = "reports_signinattempts"
        verbose_name = "essais de connexion"
        verbose_name_plural = "essais de connexion"

    def __str__(self) -> str:
        return f"{self.count} ({self.since:%Y-%m-%d %H:%M})"
