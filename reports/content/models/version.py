from django.db import models


class ContentVersion(models.Model):
    """One row: a random name for what is public now, which the database itself renews.

    It is random and no counter: a database that was restored could count up to a number that was
    used before, and caches would serve answers from before the restore.
    """

    token = models.CharField(max_length=32, help_text="32 chiffres hexadécimaux.")

    class Meta:
        app_label = "reports"

    def __str__(self) -> str:
        return self.token
