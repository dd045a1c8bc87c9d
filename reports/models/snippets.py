import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from reports.models.sort_key import SortKeyField
from reports.text.sort_keys import LENGTH

# SlugField refuses what real slugs have: dots (adresse.data.gouv.fr), now and then an accent.
slug_validator = RegexValidator(
    re.compile(r"^\w(?:[\w.\-]*\w)?\Z"),
    "Lettres, chiffres, points, tirets et tirets bas seulement.",
)


class Snippet(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, models.Model
):
    """What all our snippets share: a name, drafts, revisions, workflow and search."""

    name = models.CharField("nom", max_length=255, help_text="Nom d’aujourd’hui.")
    sort_key = SortKeyField(
        "clé de tri", max_length=LENGTH, editable=False, default="", db_default=""
    )

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("live"),
    ]

    # The field that reports, frontends and addresses know the record by.
    key_field = "slug"

    # The records that are told of beside it.
    beside: tuple[str, ...] = ()

    class Meta:
        abstract = True
        ordering = ["name"]
        indexes = [models.Index(fields=["sort_key"], name="%(class)s_sort_key")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the record and, in one transaction, what the receivers of `post_save` write."""
        if "name" in (kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = {*kwargs["update_fields"], "sort_key"}
        with transaction.atomic():
            super().save(*args, **kwargs)

    @property
    def approved_schedule(self) -> bool:
        """Return whether a publication is scheduled; a list knows it of all its rows."""
        if "_approved_schedule" in self.__dict__:
            return bool(self.__dict__["_approved_schedule"])
        return bool(super().approved_schedule)

    def serializable_data(self) -> dict[str, Any]:
        """Return what a revision stores: not the sort key, which belongs to the public name."""
        data: dict[str, Any] = super().serializable_data()
        del data["sort_key"]
        return data

    def clean(self) -> None:
        """Refuses to change the key of a record: reports and frontends know it by that."""
        super().clean()
        stored = type(self)._default_manager.filter(pk=self.pk).values_list(self.key_field)
        before = stored.first() if self.pk else None
        if before is not None and before[0] != getattr(self, self.key_field):
            message = (
                f"Cette clé ne change plus : des bilans s’en servent (c’était « {before[0]} »)."
            )
            raise ValidationError({self.key_field: message})


class Incubator(Snippet):
    """A team of an administration that builds digital services."""

    slug = models.CharField(
        "identifiant",
        max_length=120,
        unique=True,
        validators=[slug_validator],
        help_text="Clé stable de l’incubateur, celle du registre public.",
    )
    owner = models.CharField(
        "administration",
        max_length=255,
        blank=True,
        help_text="Organisation publique qui porte l’incubateur.",
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("owner"),
    ]
    search_fields = [*Snippet.search_fields, index.SearchField("owner")]

    class Meta(Snippet.Meta):
        verbose_name = "incubateur"
        verbose_name_plural = "incubateurs"


class Service(Snippet):
    """A digital public service, as it is today; what a report printed of it stays in the report."""

    beside = ("incubator",)

    class Phase(models.TextChoices):
        INVESTIGATION = "investigation", "Investigation"
        CONSTRUCTION = "construction", "Construction"
        ACCELERATION = "acceleration", "Accélération"
        TRANSFER = "transfere", "Transféré"
        SUCCESS = "success", "Pérennisé"
        ALUMNI = "alumni", "Partenariat terminé"
        ABANDONED = "abandon", "Abandonné"

    slug = models.CharField(
        "identifiant",
        max_length=120,
        unique=True,
        validators=[slug_validator],
        help_text="Clé stable du service, celle du registre public, points compris.",
    )
    mission = models.TextField(
        "mission", blank=True, help_text="Ce que fait le service, en une phrase."
    )
    phase = models.CharField(
        "phase",
        max_length=20,
        choices=Phase.choices,
        blank=True,
        help_text="Phase actuelle du service.",
    )
    url = models.URLField("site", blank=True, help_text="Adresse du service.")
    stats_url = models.URLField(
        "statistiques", blank=True, help_text="Page publique des statistiques du service."
    )
    budget_url = models.URLField(
        "budget", blank=True, help_text="Page publique du budget du service."
    )
    incubator = models.ForeignKey(
        Incubator,
        verbose_name="incubateur",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="services",
        help_text="Incubateur qui porte le service aujourd’hui.",
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("mission"),
        FieldRowPanel([FieldPanel("phase"), FieldPanel("incubator")]),
        MultiFieldPanel(
            [FieldPanel("url"), FieldPanel("stats_url"), FieldPanel("budget_url")], heading="Liens"
        ),
    ]
    search_fields = [*Snippet.search_fields, index.SearchField("mission")]

    class Meta(Snippet.Meta):
        verbose_name = "service"
        verbose_name_plural = "services"


class Indicator(Snippet):
    """A quantity that is followed over the years."""

    class Direction(models.TextChoices):
        UP = "up", "La hausse est favorable"
        DOWN = "down", "La baisse est favorable"

    key_field = "code"

    code = models.CharField(
        "code",
        max_length=120,
        unique=True,
        validators=[slug_validator],
        help_text="Clé stable de l’indicateur.",
    )
    definition = models.TextField("définition", blank=True, help_text="Ce que l’indicateur mesure.")
    unit = models.CharField(
        "unité", max_length=40, blank=True, help_text="Unité des valeurs : « % », « agents »…"
    )
    decimals = models.PositiveSmallIntegerField(
        "décimales", default=0, help_text="Nombre de décimales affichées."
    )
    direction = models.CharField(
        "sens",
        max_length=4,
        choices=Direction.choices,
        default=Direction.UP,
        help_text="Sens dans lequel une évolution est favorable.",
    )

    panels = [
        TitleFieldPanel("name", targets=["code"]),
        FieldPanel("code"),
        FieldPanel("definition"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("decimals"), FieldPanel("direction")]),
    ]
    search_fields = [*Snippet.search_fields, index.SearchField("definition")]

    class Meta(Snippet.Meta):
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"


class FundingRound(Snippet):
    """A round in which services are awarded money."""

    slug = models.CharField(
        "identifiant",
        max_length=120,
        unique=True,
        validators=[slug_validator],
        help_text="Clé stable de la promotion.",
    )
    year = models.PositiveSmallIntegerField(
        "année", null=True, blank=True, help_text="Année d’attribution."
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("year"),
    ]

    class Meta(Snippet.Meta):
        verbose_name = "promotion financée"
        verbose_name_plural = "promotions financées"


class Term(Snippet):
    """A word of the glossary."""

    slug = models.CharField(
        "identifiant",
        max_length=120,
        unique=True,
        validators=[slug_validator],
        help_text="Clé stable du terme.",
    )
    definition = models.TextField("définition", blank=True, help_text="Ce que le terme veut dire.")

    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("definition"),
    ]
    search_fields = [*Snippet.search_fields, index.SearchField("definition")]

    class Meta(Snippet.Meta):
        verbose_name = "terme"
        verbose_name_plural = "termes"
