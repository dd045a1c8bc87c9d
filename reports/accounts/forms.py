"""The login form of local accounts."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from wagtail.admin.forms.auth import LoginForm

from reports.accounts.browser_pass import find_counter
from reports.accounts.second_factor import check_code, has_second_factor
from reports.content.audit.log import Action, record
from reports.content.models import User

LOCKED = (
    "Trop d’essais avec ce nom\u202f: attendez {} minutes, puis réessayez. Une personne du groupe "
    "Administration peut aussi débloquer le compte."
)


class CodeLoginForm(LoginForm):
    """Wagtail's login form, with a field for the code of a second factor.

    Without the right password, nobody learns whether an account has a second factor. While a name
    is locked the message is the same for any name, and the password is not checked.
    """

    code = forms.CharField(
        label="Code à usage unique",
        required=False,
        max_length=20,
        help_text="Seulement si vous avez activé la double authentification.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text"}),
    )

    def clean(self) -> dict[str, Any]:
        name = self.cleaned_data.get("username")
        if not name or not self.cleaned_data.get("password"):
            return self.clean_credentials()
        counter = find_counter(self.request, name)
        if not counter.take(timezone.now()):
            self.record_name(Action.SIGN_IN_FAILED, name, reason="LOCKED")
            raise forms.ValidationError(LOCKED.format(settings.SIGN_IN_LOCK_MINUTES))
        try:
            data = self.clean_credentials()
        finally:
            if self.get_user() is not None:
                counter.give_back()
            elif counter.begin_lock(timezone.now()):
                self.record_name(Action.ACCOUNT_LOCKED, name)
        return data

    def clean_credentials(self) -> dict[str, Any]:
        """Check name, password and code."""
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

    def record_name(self, action: Action, name: str, **detail: Any) -> None:
        """Keep the name that was tried if it is an account's: else it may be a password."""
        known = User.objects.filter(username=name).exists()
        record(action, name if known else "", request=self.request, **detail)
