"""The abstract model of a decision about a finding."""

from django.conf import settings
from django.db import models


class Decision(models.Model):
    """Records who decided that a finding is accepted, and when. Subclasses add the reason."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by = models.CharField(
        "par", max_length=255, help_text="Nom au moment de l’acte ; il survit au compte."
    )
    at = models.DateTimeField("le", auto_now_add=True)

    class Meta:
        abstract = True
