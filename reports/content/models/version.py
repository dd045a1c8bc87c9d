"""The model of the content version, which is part of cache keys."""

from django.db import models


class ContentVersion(models.Model):
    """One row with a random token for the public content, which triggers of the database renew.

    It is random and not a counter: a restored database could count up to a number that was used
    before, and caches would serve answers from before the restore.
    """

    token = models.CharField(max_length=32, help_text="32 chiffres hexadécimaux.")

    class Meta:
        app_label = "reports"

    def __str__(self) -> str:
        return self.token
