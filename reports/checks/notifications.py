"""Mails the authors of a report whose scheduled publication was held."""

from django.core.mail import send_mail
from wagtail.models import Revision


def notify_authors(revision: Revision, reason: str) -> int:
    """Send `reason` to whoever wrote the draft and whoever owns the page, and return how many."""
    page = revision.content_object
    people = {person for person in (revision.user, page.owner) if person and person.email}
    if not people:
        return 0
    addresses = sorted(person.email for person in people)
    return send_mail(f"Publication retenue : {page.title}", reason, None, addresses)
