"""Adds the French labels « Mot de passe » and « Texte du lien » to fields that have no label.

Wagtail 7.4.4: `LoginForm` declares its password again without a label, and the forms that choose a
link have fields without one. Django then derives a label from the field's name, which no language
translates.

Delete this module when Wagtail gives them labels.
"""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.forms import Form
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)

from reports.content.wagtail_patches.replacing import require

TEXT = "Texte du lien"
LABELS: dict[type[Form], dict[str, str]] = {
    ExternalLinkChooserForm: {"link_text": TEXT},
    AnchorLinkChooserForm: {"link_text": TEXT},
    PhoneLinkChooserForm: {"phone_number": "Numéro de téléphone", "link_text": TEXT},
    EmailLinkChooserForm: {
        "email_address": "Adresse électronique",
        "link_text": TEXT,
        "subject": "Objet",
        "body": "Message",
    },
}


def apply() -> None:
    name_field(LoginForm, "password", AuthenticationForm.base_fields["password"].label)
    for form, labels in LABELS.items():
        for field, label in labels.items():
            name_field(form, field, label)


def name_field(form: type[Form], name: str, label: Any) -> None:
    field = form.base_fields[name]
    require(field.label is None, form, f"{name} without a label")
    field.label = label
