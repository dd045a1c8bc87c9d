"""The model of files that could not be made."""

from typing import Any

from django.db import models
from django.utils import timezone


class FileFailure(models.Model):
    """A file that could not be made: the PDF of a version, the drawing of a chart, a rendition.

    The row is deleted when the file is made, or when nobody needs it any more. It names the missing
    file and contains none of its content.
    """

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF d’une version"
        DRAWING = "drawing", "dessin d’un graphique"
        RENDITION = "rendition", "tailles d’une image"

    kind = models.CharField("genre", max_length=10, choices=Kind)
    key = models.CharField("clé", max_length=64, help_text="Ce dont le fichier manque.")
    subject = models.CharField("sujet", max_length=255)
    report_key = models.UUIDField("bilan", null=True, blank=True, db_index=True)
    reason = models.CharField("raison", max_length=80, help_text="Un mot de la machine.")
    is_final = models.BooleanField("sans autre essai", default=False)
    attempts = models.PositiveIntegerField("essais", default=1)
    first_at = models.DateTimeField("depuis", default=timezone.now)
    last_at = models.DateTimeField("dernier essai", default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "reports"
        verbose_name = "fichier manquant"
        verbose_name_plural = "fichiers manquants"
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="file_failure_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.subject}"

    @classmethod
    def note(cls, kind: str, key: object, reason: str, **known: Any) -> "FileFailure":
        """Note that a file could not be made, or could not be made once more."""
        said = {"reason": reason[:80], "is_final": False, **known}
        row, is_new = cls.objects.get_or_create(kind=kind, key=str(key), defaults=said)
        if not is_new:
            for name, value in said.items():
                setattr(row, name, value)
            row.attempts += 1
            row.last_at = timezone.now()
            row.save()
        return row

    @classmethod
    def clear(cls, kind: str, *keys: object) -> None:
        """Note that files are there, or that nobody needs them."""
        for row in cls.objects.filter(kind=kind, key__in=[str(key) for key in keys]):
            row.delete()  # one by one: the audit log hears of each
