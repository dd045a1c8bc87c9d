"""The form with which a local account signs in."""

from typing import Any

from django import forms
from wagtail.admin.forms.auth import LoginForm

from reports.audit.log import Action, record
from reports.sign_in.second_factor import check_code, has_second_factor


class CodeLoginForm(LoginForm):
    """Wagtail's, with the code of whoever has a second factor.

    Without the right password, nobody learns whether an account has one.
    """

    code = forms.CharField(
        label="Code à usage unique",
        required=False,
        max_length=20,
        help_text="Seulement si vous avez activé la double authentification.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text"}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        user = self.get_user()
        if user is not None and has_second_factor(user):
            try:
                if not data.get("code"):
                    raise forms.ValidationError("Donnez aussi le code de votre application.")
                check_code(user, data["code"])
            except forms.ValidationError as error:
                record(Action.SIGN_IN_FAILED, user, request=self.request, reason="CODE")
                self.user_cache = None
                self.add_error("code", error)
        return data
