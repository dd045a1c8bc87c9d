"""Sends the links with which people set a new password, through the outbox.

The account is only looked up when the entry is delivered. The request therefore takes as long for
an unknown address as for one that has an account.
"""

from typing import Any

from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from wagtail.admin.forms.auth import PasswordResetForm

from reports.publishing import outbox

KIND = "password_reset"
KEPT = ("use_https", "subject_template_name", "email_template_name", "html_email_template_name")


class OutboxResetForm(PasswordResetForm):
    """Wagtail's form, which writes an outbox entry for any address, known or not."""

    def save(self, *, request: HttpRequest, **options: Any) -> None:
        """Store the address, and the options with which Django's view would send the link."""
        email: str = self.cleaned_data["email"]
        kept = {name: options[name] for name in KEPT if name in options}
        payload = {"email": email, "domain_override": get_current_site(request).domain, **kept}
        outbox.enqueue(KIND, email.lower(), payload)


def deliver(delivery: outbox.Delivery) -> None:
    """Send the link to each account that has the address of an entry, if there is one."""
    options = dict(delivery.payload)
    form = PasswordResetForm({"email": options.pop("email")})
    if form.is_valid():
        form.save(**options)
