"""The form of the admin that imports a document."""

from typing import Any

from django import forms

from reports.content.models.pages import CURRENCIES, FIRST_YEAR, LANGUAGES, LAST_YEAR
from reports.core.refusal import Refusal
from reports.exchange.importing.admin.uploaded_files import sort_files
from reports.exchange.importing.source import MAX_TITLE_CHARACTERS

AS_IN_FILE = ("", "Comme le fichier le dit")
ACCEPTED = ".md,.markdown,.html,.htm,.docx,.png,.jpg,.jpeg,.gif,.webp,.avif,.pdf"


class FilesInput(forms.FileInput):
    """A file input in which several files can be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A field for several files, which validates them together."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = [super(FilesField, self).clean(file, initial) for file in data or [None]]
        try:
            return sort_files(files)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class ImportForm(forms.Form):
    """The form that asks for the files of a report, and for facts that they do not state."""

    documents = FilesField(
        label="Fichiers",
        widget=FilesInput(attrs={"accept": ACCEPTED}),
        help_text="Le bilan en Word (.docx), Markdown ou HTML, avec les images et documents qui "
        "sont à côté de lui. Plusieurs fichiers Markdown ou HTML font un seul bilan, dans leur "
        "ordre.",
        error_messages={
            "required": "Choisissez le fichier du bilan.",
            "empty": "Ce fichier est vide.",
        },
    )
    year = forms.IntegerField(label="Année du bilan", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    title = forms.CharField(
        label="Titre",
        required=False,
        max_length=MAX_TITLE_CHARACTERS,
        help_text="Laissez vide pour garder celui du fichier.",
    )
    language = forms.ChoiceField(
        label="Langue",
        required=False,
        choices=[AS_IN_FILE, *LANGUAGES.items()],
        help_text="Ses nombres sont lus dans cette langue : « 133,000 » vaut mille fois plus en "
        "anglais.",
    )
    currency = forms.ChoiceField(
        label="Monnaie",
        required=False,
        choices=[AS_IN_FILE, *CURRENCIES.items()],
        help_text="Ce que vaut un « $ » seul.",
    )
    # what somebody agrees to, once a refusal has offered it
    accept_loss = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    replaces = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
