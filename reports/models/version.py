from django.db import models


class ContentVersion(models.Model):
    """One row: a random name for what is public now, which the database itself renews.

    Random and not counted, so that a restored database never meets what was kept of a life that it
    does not remember.
    """

    token = models.CharField(max_length=32, help_text="32 chiffres hexadécimaux.")

    def __str__(self) -> str:
        return self.token
