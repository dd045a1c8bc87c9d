"""The models of records: services, incubators, indicators, funding rounds, terms."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.search import index

from reports.content.models.record_kind import record_kind
from reports.content.models.snippet import Snippet, slug_validator


@record_kind(
    icon="desktop",
    columns=("phase", "incubator"),
    filters=("phase", "incubator"),
    summary=("phase", "incubator"),
    address="url",
    printed=("name", "mission", "url"),
    searched=("mission",),
)
class Service(Snippet):
    """A digital public service, as it is today.

    The mission and name that a report printed stay in the report.
    """

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
        "reports.Incubator",
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
        app_label = "reports"
        verbose_name = "service"
        verbose_name_plural = "services"


@record_kind(
    icon="group",
    columns=("owner",),
    summary=("owner",),
    printed=("name", "owner"),
)
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

    search_fields = [*Snippet.search_fields, index.SearchField("owner")]

    class Meta(Snippet.Meta):
        app_label = "reports"
        verbose_name = "incubateur"
        verbose_name_plural = "incubateurs"


@record_kind(
    icon="decimal",
    columns=("unit", "direction"),
    filters=("direction",),
    summary=("unit",),
    required=("unit",),
    searched=("definition", "unit"),
)
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
        app_label = "reports"
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"


@record_kind(
    icon="calendar-check",
    columns=("year",),
    filters=("year",),
    summary=("year",),
    required=("year",),
)
class FundingRound(Snippet):
    """A round of funding, in which services are awarded money."""

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

    class Meta(Snippet.Meta):
        app_label = "reports"
        verbose_name = "promotion financée"
        verbose_name_plural = "promotions financées"


@record_kind(
    icon="openquote",
    english="term of the glossary",
    columns=("definition",),
    printed=("name",),
    searched=("definition",),
)
class Term(Snippet):
    """A term of the glossary."""

    slug = models.CharField(
        "identifiant",
        max_length=120,
        unique=True,
        validators=[slug_validator],
        help_text="Clé stable du terme.",
    )
    definition = models.TextField("définition", blank=True, help_text="Ce que le terme veut dire.")

    search_fields = [*Snippet.search_fields, index.SearchField("definition")]

    class Meta(Snippet.Meta):
        app_label = "reports"
        verbose_name = "terme"
        verbose_name_plural = "termes"
