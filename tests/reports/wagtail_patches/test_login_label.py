from wagtail.admin.forms.auth import LoginForm


def test_the_password_is_called_in_french() -> None:
    assert LoginForm().fields["password"].label == "Mot de passe"
