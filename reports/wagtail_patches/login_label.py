"""The form for signing in asks for « Mot de passe », not for « Password ».

Wagtail 7.4.4: `LoginForm` declares its password again without a label, so that Django makes one of
the field's name, which no language translates. Here the field has the label of Django's own form.

Delete this module when Wagtail gives the field a label.
"""

from django.contrib.auth.forms import AuthenticationForm
from wagtail.admin.forms.auth import LoginForm

from reports.wagtail_patches.replacing import require


def apply() -> None:
    field = LoginForm.base_fields["password"]
    require(field.label is None, LoginForm, "password without a label")
    field.label = AuthenticationForm.base_fields["password"].label
