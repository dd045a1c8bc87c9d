"""Mail that nobody waits for: a server that is down keeps a message back, never somebody's work."""

import logging
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

logger = logging.getLogger(__name__)


class PatientBackend(EmailBackend):
    """Django's own, but that failing to connect is told to the log alone."""

    def open(self) -> bool | None:
        try:
            return super().open()
        except OSError:
            logger.exception("The mail server does not answer.")
            return None

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        try:
            return super().send_messages(email_messages) or 0
        except OSError:
            logger.exception("%s messages could not be sent.", len(email_messages))
            return 0
