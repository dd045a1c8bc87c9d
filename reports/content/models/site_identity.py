"""The settings that describe a site: publisher, language, licence, contact, logo."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from reports.content.models.media import Picture

is_web_address = URLValidator(
    schemes=["http", "https"],
    message="Donnez une adresse complète, qui commence par « https:// ».",
)
is_language_tag = RegexValidator(
    r"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    message="Donnez un code de langue : « fr », « fr-CA », « en ».",
)


class PublisherType(models.TextChoices):
    """The kinds of publishers, in the vocabulary of European data catalogues (ADMS)."""

    NATIONAL = "NationalAuthority", "administration nationale"
    REGIONAL = "RegionalAuthority", "administration régionale"
    LOCAL = "LocalAuthority", "collectivité locale"
    SUPRANATIONAL = "SupraNationalAuthority", "organisation supranationale"
    ACADEMIA = "Academia-ScientificOrganisation", "université, organisme de recherche"
    COMPANY = "Company", "entreprise"
    NON_PROFIT = "NonProfitOrganisation", "association"
    NON_GOVERNMENTAL = "NonGovernmentalOrganisation", "organisation non gouvernementale"


class LicenceType(models.TextChoices):
    """The kinds of licences, by what they ask of reusers, in the vocabulary ADMS too."""

    ATTRIBUTION = "Attribution", "citer la source"
    PUBLIC_DOMAIN = "PublicDomain", "rien\u202f: domaine public"
    SHARE_ALIKE = "ViralEffect-ShareAlike", "partager aux mêmes conditions"
    NON_COMMERCIAL = "NonCommercialUseOnly", "aucun usage commercial"
    NO_DERIVATIVES = "NoDerivativeWork", "ne rien modifier"
    OTHER = "OtherRestrictiveClauses", "autre chose"


@register_setting(icon="globe")
class SiteIdentity(BaseSiteSetting):
    """The description of a site for people and catalogues that reuse its data."""

    language = models.CharField(
        "langue",
        max_length=35,
        default="fr",
        validators=[is_language_tag],
        help_text="Langue des pages du site : code BCP 47, « fr » par exemple.",
    )
    printed_base = models.CharField(
        "site d’origine des liens",
        max_length=255,
        blank=True,
        validators=[is_web_address],
        help_text="Adresse complète du site pour lequel les bilans sont écrits. Elle précède les "
        "liens imprimés sans nom de site, comme « /startups/mano.html ».",
    )
    publisher = models.CharField(
        "éditeur",
        max_length=255,
        blank=True,
        help_text="Qui publie ce site : le nom du programme ou de l’administration.",
    )
    licence_name = models.CharField(
        "licence",
        max_length=255,
        blank=True,
        help_text="Licence sous laquelle les bilans peuvent être réutilisés.",
    )
    licence_url = models.CharField(
        "adresse de la licence",
        max_length=255,
        blank=True,
        validators=[is_web_address],
        help_text="Adresse complète du texte de la licence.",
    )
    licence_type = models.CharField(
        "ce qu’elle demande",
        max_length=50,
        blank=True,
        default="",
        db_default="",
        choices=LicenceType.choices,
        help_text="Ce que la licence demande d’abord à qui réutilise.",
    )
    publisher_type = models.CharField(
        "genre d’éditeur",
        max_length=50,
        blank=True,
        default="",
        db_default="",
        choices=PublisherType.choices,
    )
    contact_email = models.EmailField(
        "courriel de contact",
        blank=True,
        default="",
        db_default="",
        help_text="À qui écrire au sujet des données. Le catalogue le montre à tous.",
    )
    contact_url = models.CharField(
        "page de contact",
        max_length=255,
        blank=True,
        default="",
        db_default="",
        validators=[is_web_address],
        help_text="Adresse complète d’une page ou d’un formulaire de contact.",
    )
    coverage = models.CharField(
        "territoire",
        max_length=255,
        blank=True,
        default="",
        db_default="",
        validators=[is_web_address],
        help_text="Adresse du territoire dont les chiffres parlent, dans une table publique. Pour "
        "la France\u202f: http://publications.europa.eu/resource/authority/country/FRA",
    )
    logo: Any = models.ForeignKey(
        Picture,
        verbose_name="logo",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Dans l’en-tête du site, à côté de son nom.",
    )

    panels = [
        FieldPanel("publisher"),
        FieldPanel("logo"),
        FieldPanel("language"),
        MultiFieldPanel(
            [FieldPanel("licence_name"), FieldPanel("licence_url"), FieldPanel("licence_type")],
            "Réutilisation",
        ),
        MultiFieldPanel(
            [
                FieldPanel("publisher_type"),
                FieldPanel("contact_email"),
                FieldPanel("contact_url"),
                FieldPanel("coverage"),
            ],
            "Catalogue des données",
        ),
        FieldPanel("printed_base"),
    ]

    class Meta:
        app_label = "reports"
        verbose_name = "identité du site"
        verbose_name_plural = "identités des sites"

    def __str__(self) -> str:
        return f"Identité de {self.site}"

    @classmethod
    def read(cls, site: Site) -> Self:
        """Return what is stored of a site; nothing is written where nothing is."""
        return cls.objects.filter(site=site).first() or cls(site=site)

    @property
    def stated(self) -> dict[str, Any]:
        """What was filled in: fields that differ from what an empty identity has."""
        fields = (
            *("language", "printed_base", "publisher", "publisher_type", "coverage"),
            *("licence_name", "licence_url", "licence_type", "contact_email", "contact_url"),
        )
        blank = type(self)()
        values = {name: getattr(self, name) for name in fields}
        return {name: value for name, value in values.items() if value != getattr(blank, name)}

    def clean(self) -> None:
        super().clean()
        if self.licence_url and not self.licence_name:
            raise ValidationError({"licence_name": "Donnez le nom de la licence."})
