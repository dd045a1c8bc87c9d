"""The form of a webhook."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from reports.publishing.models.webhook import Webhook
from reports.publishing.webhooks.client import InvalidAddress, read_host
from reports.publishing.webhooks.networks import ForbiddenAddress, UnknownName, resolve_allowed

KINDS = [
    ("REPORT_PUBLISHED", "Bilan publié"),
    ("REPORT_CHANGED", "Bilan modifié"),
    ("REPORT_CORRECTED", "Bilan corrigé"),
    ("REPORT_WITHDRAWN", "Bilan retiré"),
    ("VERSION_WITHDRAWN", "Version d’un bilan retirée"),
    ("RECORD_PUBLISHED", "Fiche publiée"),
    ("RECORD_CHANGED", "Fiche modifiée"),
    ("RECORD_WITHDRAWN", "Fiche retirée"),
    ("PAGE_PUBLISHED", "Page publiée"),
    ("PAGE_CHANGED", "Page modifiée"),
    ("PAGE_WITHDRAWN", "Page retirée"),
    ("REDIRECT_CHANGED", "Redirection modifiée"),
    ("REDIRECT_WITHDRAWN", "Redirection retirée"),
    ("SITE_CHANGED", "Site modifié"),
]
FORBIDDEN = (
    "Cette adresse mène à un réseau privé ou à ce serveur. Demandez à l’exploitant de l’autoriser, "
    "ou choisissez une adresse publique."
)

UNREADABLE = (
    "Une adresse en https, sans mot de passe ; entre crochets, seule une adresse IPv6 se lit."
)


class WebhookForm(forms.ModelForm):
    """The form of a webhook, which checks that the address is in an allowed network."""

    kinds = forms.MultipleChoiceField(
        label="Événements",
        choices=KINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucun coché : tous.",
    )
    years = forms.CharField(
        label="Années", required=False, help_text="Séparées par des virgules. Aucune : toutes."
    )

    class Meta:
        model = Webhook
        fields = ["name", "address", "kinds", "years", "enabled"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["years"] = ", ".join(map(str, self.instance.years))

    def clean_address(self) -> str:
        """Refuse an address that no message could be sent to; an unknown name is accepted for
        now.
        """
        address: str = self.cleaned_data["address"]
        try:
            resolve_allowed(*read_host(address))
        except InvalidAddress:
            raise ValidationError(UNREADABLE) from None
        except ForbiddenAddress:
            raise ValidationError(FORBIDDEN) from None
        except UnknownName:
            pass
        return address

    def clean_years(self) -> list[int]:
        text: str = self.cleaned_data["years"]
        try:
            return sorted({int(year) for year in text.split(",") if year.strip()})
        except ValueError:
            raise ValidationError("Des années séparées par des virgules : 2023, 2024.") from None

    def save(self, commit: bool = True) -> Any:
        """Save the webhook; enabling it clears the time when it was disabled."""
        if self.cleaned_data["enabled"]:
            self.instance.disabled_at = None
        return super().save(commit)
