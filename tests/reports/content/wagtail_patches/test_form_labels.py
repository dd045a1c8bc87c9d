from django.forms import Form
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.choosers import EmailLinkChooserForm, ExternalLinkChooserForm


def list_labels(form: type[Form]) -> list[str]:
    return [str(field.label) for field in form().fields.values()]


def test_the_password_is_called_in_french() -> None:
    assert LoginForm().fields["password"].label == "Mot de passe"


def test_the_parts_of_a_link_are_called_in_french() -> None:
    assert list_labels(ExternalLinkChooserForm) == ["URL", "Texte du lien"]
    assert list_labels(EmailLinkChooserForm) == [
        "Adresse électronique",
        "Texte du lien",
        "Objet",
        "Message",
    ]
