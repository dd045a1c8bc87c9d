"""Mail to the authors whose scheduled publication was held."""

import logging
from smtplib import SMTPException

from django.core.mail import send_mail
from wagtail.models import Revision

logger = logging.getLogger(__name__)


def notify_authors(revision: Revision, reason: str) -> int:
    """Send `reason` to whoever wrote the draft and whoever owns the page, and return how many.

    A mail server that fails does not undo the hold, which the page's history shows as well.
    """
    page = revision.content_object
    people = {person for person in (revision.user, page.owner) if person and person.email}
    if not people:
        return 0
    addresses = sorted(person.email for person in people)
    try:
        return send_mail(f"Publication retenue : {page.title}", reason, None, addresses)
    except (SMTPException, OSError):
        logger.exception("The news of a held publication could not be sent.")
        return 0
