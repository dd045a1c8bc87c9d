"""Sends mail through the outbox, after the transaction is committed.

So nobody waits for a mail server, and a rolled-back transaction sends no mail. Each recipient of a
message gets an entry of its own, so that addresses do not delay each other.
"""

import base64
import copy
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.utils import make_msgid, parseaddr
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Any, NoReturn

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address
from django.db import transaction
from django.utils.functional import cached_property

from reports.publishing import outbox

KIND = "mail"
REPEAT = "X-Bilan-Attempt"
PERMANENT_SMTP_CODES = range(500, 600)  # SMTP codes that say that trying again is in vain


class SmtpBackend(EmailBackend):
    """Django's SMTP backend, which verifies certificates with `CA_BUNDLE`."""

    @cached_property
    def ssl_context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=settings.CA_BUNDLE or None)


class OutboxBackend(BaseEmailBackend):
    """A mail backend that writes messages into the outbox, in the sender's transaction."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        return sum(enqueue_message(message) for message in email_messages)


def enqueue_message(message: EmailMessage) -> bool:
    """Write an outbox entry for each recipient; return whether there is any."""
    encoding = message.encoding or settings.DEFAULT_CHARSET
    sender = extract_address(message.from_email, encoding)
    recipients = dict.fromkeys(extract_address(each, encoding) for each in message.recipients())
    data = base64.b64encode(serialize(message, sender)).decode()
    with transaction.atomic():
        for recipient in recipients:
            payload = {"sender": sender, "recipient": recipient, "message": data}
            outbox.enqueue(KIND, recipient.lower(), payload)
    return bool(recipients)


def extract_address(address: str, encoding: str) -> str:
    """Return the bare address `a@b.example` that SMTP needs, without a name."""
    return parseaddr(sanitize_address(address, encoding))[1]


def serialize(message: EmailMessage, sender: str) -> bytes:
    """Return the message as it is sent: all its parts, and the `Message-ID` that repeats keep."""
    message = copy.copy(message)
    headers = message.extra_headers
    if "message-id" not in {name.lower() for name in headers}:
        # Django would ask the network for the name of this machine, and publish it.
        identity = make_msgid(domain=sender.rpartition("@")[2] or "localhost")
        message.extra_headers = {**headers, "Message-ID": identity}
    mime: Any = message.message()  # Django's own classes, whose bytes take a line separator
    return mime.as_bytes(linesep="\r\n")


def deliver(delivery: outbox.Delivery) -> None:
    """Send an entry by SMTP to its one address, marked if it is a repeat."""
    payload = delivery.payload
    data = base64.b64decode(payload["message"])
    if delivery.attempt > 1:
        data = f"{REPEAT}: {delivery.attempt}\r\n".encode() + data
    with connect() as server:
        try:
            server.sendmail(payload["sender"], [payload["recipient"]], data)
        except SMTPRecipientsRefused as error:
            code, _ = error.recipients[payload["recipient"]]
            raise_refusal(code, error)
        except SMTPDataError as error:
            raise_refusal(error.smtp_code, error)
        except (SMTPException, OSError) as error:
            raise outbox.ChannelDown from error


def raise_refusal(code: int, error: SMTPException) -> NoReturn:
    """Raise Refused if the server will say the same next time, else the error itself."""
    if code in PERMANENT_SMTP_CODES:
        raise outbox.Refused from error
    raise error


@contextmanager
def connect() -> Iterator[Any]:
    """Open a connection to the mail server. Raises ChannelDown if that fails."""
    backend = SmtpBackend()
    try:
        backend.open()
    except (SMTPException, OSError) as error:
        raise outbox.ChannelDown from error
    try:
        yield backend.connection
    finally:
        with suppress(SMTPException, OSError):  # what was taken stays taken without a farewell
            backend.close()
