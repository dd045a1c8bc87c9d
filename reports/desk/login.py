from typing import Any

from wagtail.admin.forms.auth import LoginForm


class FrenchLoginForm(LoginForm):
    """Wagtail's, whose label for the password is in no language but English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Mot de passe"
