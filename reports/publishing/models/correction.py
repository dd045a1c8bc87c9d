"""Models of corrections, of the answers before them, and of earlier statements."""

from typing import Any

from django.conf import settings
from django.db import models

from reports.content.models.observation import read_stated
from reports.core.document.pointer import Pointer
from reports.core.figure_addresses import PlaceAddress
from reports.core.figures import Figure
from reports.publishing.models.report_version import ReportVersion

MAX_SENTENCE_CHARACTERS = 300  # characters of the public sentence of a correction
# Characters of the id of a block, a row or a column: stored JSON may have any.
MAX_ID_CHARACTERS = 100
MAX_WORDS_CHARACTERS = 500  # characters of what stood there before and after


class CorrectionKind(models.TextChoices):
    """The kinds of reasons for changing published content."""

    CORRECTION = "correction", "Correction"
    TYPO = "typo", "Coquille"
    NEW_INFORMATION = "new_information", "Nouvelle information"


class Correction(models.Model):
    """A change to a published figure or word, with its reason. It is public and never deleted.

    If one of the two compared versions is withdrawn, the texts of the correction are erased.
    """

    version: Any = models.ForeignKey(
        ReportVersion, verbose_name="version", on_delete=models.PROTECT, related_name="corrections"
    )
    order = models.PositiveIntegerField("rang")
    kind = models.CharField("nature", max_length=20, choices=CorrectionKind.choices)
    sentence = models.CharField("phrase publique", max_length=MAX_SENTENCE_CHARACTERS, blank=True)
    place = models.CharField(
        "endroit", max_length=500, blank=True, help_text="« Chiffres clés › Utilisateurs »."
    )
    block = models.CharField("bloc", max_length=MAX_ID_CHARACTERS, blank=True)
    row = models.CharField("ligne ou élément", max_length=MAX_ID_CHARACTERS, blank=True)
    column = models.CharField("colonne", max_length=MAX_ID_CHARACTERS, blank=True)
    before = models.CharField("avant", max_length=MAX_WORDS_CHARACTERS, blank=True)
    after = models.CharField("après", max_length=MAX_WORDS_CHARACTERS, blank=True)
    compared_with = models.PositiveIntegerField("version d’avant")

    class Meta:
        app_label = "reports"
        verbose_name = "correction publiée"
        verbose_name_plural = "corrections publiées"
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(fields=["version", "order"], name="correction_order")
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.order}"

    @property
    def address(self) -> PlaceAddress | None:
        """The address of what changed, in its version, or in the one before if it was removed.

        None if words changed.
        """
        if not self.block:
            return None
        pointer = Pointer(self.block, self.row, (self.column,) if self.column else ())
        number = self.compared_with if self.before and not self.after else self.version.number
        return PlaceAddress(self.version.report_key, pointer, version=number)


class EarlierStatement(models.Model):
    """A statement in an earlier version of a report about an indicator and a period."""

    version: Any = models.ForeignKey(
        ReportVersion,
        verbose_name="dernière version qui l’a dit",
        on_delete=models.CASCADE,
        related_name="earlier_statements",
    )
    indicator = models.CharField("code de l’indicateur", max_length=100, db_index=True)
    kind = models.CharField("nature", max_length=6)
    period_start = models.DateField("début")
    period_end = models.DateField("fin")
    raw = models.CharField("expression", max_length=255)
    read_as = models.CharField("lue comme", max_length=255, null=True)
    is_typo = models.BooleanField("était une coquille", default=False)
    language = models.CharField("langue", max_length=12, db_default="fr")
    currency = models.CharField("monnaie", max_length=3, db_default="EUR")
    reading_edition = models.PositiveSmallIntegerField("règles de lecture", db_default=1)
    heading = models.CharField("tête de colonne", max_length=255, db_default="")

    class Meta:
        app_label = "reports"
        verbose_name = "valeur d’une version antérieure"
        verbose_name_plural = "valeurs de versions antérieures"
        ordering = ["version", "pk"]

    def __str__(self) -> str:
        return f"{self.indicator} {self.raw}"

    @property
    def figure(self) -> Figure:
        """The figure itself, exact."""
        return read_stated(self)


class CorrectionAnswers(models.Model):
    """An author's answers about the changes of a revision, stored until it is published.

    The answers only count for that revision, and for the version with which it was compared.
    """

    revision: Any = models.OneToOneField(
        "wagtailcore.Revision",
        verbose_name="brouillon",
        on_delete=models.CASCADE,
        related_name="correction_answers",
    )
    compared_with: Any = models.ForeignKey(
        ReportVersion, verbose_name="comparé à", on_delete=models.CASCADE, related_name="+"
    )
    answers: Any = models.JSONField("réponses", default=dict)
    author: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="répondu par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        app_label = "reports"
        verbose_name = "réponses sur ce qui change"
        verbose_name_plural = "réponses sur ce qui change"

    def __str__(self) -> str:
        return f"{self.revision_id}"
