"""The model of observations, which are the results and targets of indicators in public reports."""

from typing import Protocol

from django.db import models

from reports.core.figures import Figure, parse_in
from reports.core.figures.column_context import read_column_context
from reports.core.figures.locale import Locale


class Stated(Protocol):
    """A row that stores the expression of a figure, and how its report reads it."""

    raw: str
    read_as: str | None
    language: str
    currency: str
    reading_edition: int
    heading: str


def read_stated(row: Stated) -> Figure:
    """Return the figure that a row keeps, as its report read it; away from its column, it states
    its unit.
    """
    locale = Locale(row.language, row.currency, row.reading_edition)
    figure = parse_in(locale, row.raw, row.read_as)
    context = read_column_context(row.heading, locale) if row.heading else None
    return context.apply(figure).away_from_column if context else figure


class Observation(models.Model):
    """One result or target of an indicator for a period, projected from a public report."""

    class Kind(models.TextChoices):
        RESULT = "result", "Résultat"
        TARGET = "target", "Objectif"

    indicator = models.ForeignKey(
        "reports.Indicator", on_delete=models.CASCADE, related_name="observations"
    )
    report = models.ForeignKey(
        "reports.AnnualReportPage", on_delete=models.CASCADE, related_name="observations"
    )
    block = models.UUIDField(help_text="Bloc du corps qui porte la valeur.")
    anchor = models.TextField(
        db_default="", help_text="Ancre de la section du tableau ; vide hors de toute section."
    )
    row = models.UUIDField(help_text="Ligne du tableau qui porte la valeur.")
    order = models.PositiveIntegerField(help_text="Rang de la valeur dans le corps.")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    period_start = models.DateField()
    period_end = models.DateField()
    period_label = models.CharField(max_length=120)
    raw = models.CharField(max_length=255, help_text="Expression telle que saisie.")
    read_as = models.CharField(max_length=255, null=True)
    value = models.DecimalField(max_digits=30, decimal_places=10, null=True)
    value_to = models.DecimalField(max_digits=30, decimal_places=10, null=True)
    step = models.DecimalField(max_digits=30, decimal_places=10, null=True)
    unit = models.CharField(max_length=20, null=True)
    qualifier = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    language = models.CharField(max_length=12, db_default="fr", help_text="Langue du bilan.")
    currency = models.CharField(max_length=3, db_default="EUR", help_text="Monnaie du bilan.")
    reading_edition = models.PositiveSmallIntegerField(
        db_default=1, help_text="Règles selon lesquelles le bilan lit ses chiffres."
    )
    heading = models.CharField(
        max_length=255, db_default="", help_text="Tête de colonne qui donne l’unité."
    )

    class Meta:
        app_label = "reports"
        ordering = ["period_start", "report_id", "order"]
        indexes = [models.Index(fields=["indicator", "period_start"])]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_label} {self.raw}"

    @property
    def figure(self) -> Figure:
        """The figure itself, exact: the columns beside it are for SQL."""
        return read_stated(self)
