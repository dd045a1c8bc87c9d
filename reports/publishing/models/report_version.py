"""Models of published versions and their content."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class StoredContent(models.Model):
    """Compressed bytes that versions may share, by the SHA-256 of the uncompressed content."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField("octets compressés")

    class Meta:
        app_label = "reports"
        verbose_name = "contenu de version"
        verbose_name_plural = "contenus de versions"

    def __str__(self) -> str:
        return self.sha256


class ReportVersion(models.Model):
    """A report as it was published. Its content never changes, and it is never deleted.

    It is found by the stable key of the page, which it outlives. A withdrawn version keeps its
    number, dates, hash and reason; the database refuses a row that also keeps the content.
    """

    report_key = models.UUIDField("identifiant du bilan")
    number = models.PositiveIntegerField("numéro")
    year = models.PositiveSmallIntegerField("année")
    published_at = models.DateTimeField("publiée le", default=timezone.now)
    sha256 = models.CharField(
        "empreinte", max_length=64, help_text="SHA-256 de son contenu, en hexadécimal."
    )
    author: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="publiée par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    author_name = models.CharField(
        "auteur",
        max_length=255,
        blank=True,
        default="",
        db_default="",
        help_text="Son nom, si la version vient d’une archive\u202f: les comptes n’en sont pas.",
    )
    reason = models.CharField("motif", max_length=500, blank=True)
    content: Any = models.ForeignKey(
        StoredContent,
        verbose_name="contenu",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Le bilan en JSON canonique.",
    )
    surroundings: Any = models.ForeignKey(
        StoredContent,
        verbose_name="ce qu’il cite",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Les fiches, images, documents et chemins qu’il cite, tels qu’ils étaient.",
    )
    drawings: Any = models.ManyToManyField(
        StoredContent, verbose_name="dessins", blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField("retirée le", null=True, blank=True)
    withdrawn_by: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="retirée par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawal_reason = models.CharField("motif du retrait", max_length=500, blank=True)

    class Meta:
        app_label = "reports"
        verbose_name = "version publiée"
        verbose_name_plural = "versions publiées"
        ordering = ["report_key", "number"]
        constraints = [
            models.UniqueConstraint(fields=["report_key", "number"], name="version_number"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, content__isnull=False)
                | models.Q(
                    withdrawn_at__isnull=False, content__isnull=True, surroundings__isnull=True
                ),
                name="version_withdrawn_is_erased",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} v{self.number}"


class DeletedHidden(models.Model):
    """A record, page or file that was not public when it was deleted: versions keep hiding it."""

    kind = models.CharField("genre", max_length=20)
    key = models.CharField("identifiant", max_length=255)

    class Meta:
        app_label = "reports"
        verbose_name = "objet supprimé sans être public"
        verbose_name_plural = "objets supprimés sans être publics"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="deleted_hidden_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
