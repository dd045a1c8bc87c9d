from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

is_web_address = URLValidator(
    schemes=["http", "https"],
    message="Donnez une adresse complète, qui commence par « https:// ».",
)
is_language_tag = RegexValidator(
    r"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    message="Donnez un code de langue : « fr », « fr-CA », « en ».",
)


@register_setting(icon="globe")
class SiteIdentity(BaseSiteSetting):
    """What a site says of itself to whoever reuses it."""

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

    panels = [
        FieldPanel("publisher"),
        FieldPanel("language"),
        MultiFieldPanel([FieldPanel("licence_name"), FieldPanel("licence_url")], "Réutilisation"),
        FieldPanel("printed_base"),
    ]

    class Meta:
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
        fields = ("language", "printed_base", "publisher", "licence_name", "licence_url")
        blank = type(self)()
        values = {name: getattr(self, name) for name in fields}
        return {name: value for name, value in values.items() if value != getattr(blank, name)}

    def clean(self) -> None:
        super().clean()
        if self.licence_url and not self.licence_name:
            raise ValidationError({"licence_name": "Donnez le nom de la licence."})
