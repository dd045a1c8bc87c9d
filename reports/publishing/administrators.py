"""Sends mail to all administrators."""

from django.core.mail import send_mail

from reports.content.models import User
from reports.content.models.roles import ADMINISTRATORS


def write_to_administrators(subject: str, text: str) -> None:
    """Send a message to each active administrator who has an address."""
    administrators = User.objects.filter(is_active=True, groups__name=ADMINISTRATORS)
    for address in administrators.exclude(email="").values_list("email", flat=True).distinct():
        send_mail(subject, text, None, [address])
