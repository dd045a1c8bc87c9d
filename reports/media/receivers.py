"""What is known of a file and made of it, whichever way it comes."""

import logging
from typing import Any

from django.db.models.signals import post_save, pre_save

from reports.models import Picture, ReportDocument
from reports.uploads import pdf

logger = logging.getLogger(__name__)


def make_renditions(sender: type, instance: Picture, raw: bool = False, **kwargs: Any) -> None:
    """Makes the closed list of renditions once, so that no query ever writes a file."""
    if not raw and instance.file:
        instance.make_renditions()


def describe_document(
    sender: type, instance: ReportDocument, raw: bool = False, **kwargs: Any
) -> None:
    """Size of the file; of a PDF its pages, its language where it says one, tags and title.

    Wagtail's form sets the size; code that makes a document must not have to think of it.
    """
    if raw or not instance.file:
        return
    try:
        read_facts(instance)
    except OSError as error:  # an older file that is gone: the rest of the row is saved
        logger.warning("The file of document %s was not read: %s.", instance.key, error)


def read_facts(instance: ReportDocument) -> None:
    """Set what is not known yet."""
    if not instance.file_size:
        instance.file_size = instance.file.size
    unread = instance.pages is None or instance.tagged is None
    if unread and str(instance.file.name).lower().endswith(".pdf"):
        with instance.open_file() as file:
            if facts := pdf.read_pdf_facts(file):
                instance.pages = instance.pages or facts.pages
                instance.language = facts.language or instance.language
                instance.tagged, instance.titled = facts.tagged, facts.titled


def connect() -> None:
    pre_save.connect(describe_document, sender=ReportDocument, dispatch_uid="reports.document")
    post_save.connect(make_renditions, sender=Picture, dispatch_uid="reports.renditions")
