"""Makes renditions of saved pictures and reads facts of saved documents, however they are saved."""

import logging
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save

from reports.content.models import FileFailure, Picture, ReportDocument
from reports.content.uploads import pdf

logger = logging.getLogger(__name__)


def make_renditions(sender: type, instance: Picture, raw: bool = False, **kwargs: Any) -> None:
    """Makes the closed list of renditions once, so that no query ever writes a file."""
    if not raw and instance.file:
        instance.make_renditions()


def forget_failure(sender: type, instance: Picture, **kwargs: Any) -> None:
    """Forget that the renditions of a picture are missing: it is deleted."""
    FileFailure.clear(FileFailure.Kind.RENDITION, instance.pk)


def make_again(pk: str) -> None:
    """Make the renditions of a picture that are missing."""
    picture = Picture.objects.filter(pk=pk).first()
    if picture:
        picture.make_renditions()
    else:
        FileFailure.clear(FileFailure.Kind.RENDITION, pk)


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
    # Of a new file, what is known is of the one before.
    if not instance.file._committed:  # type: ignore[attr-defined]
        instance.tagged = instance.titled = None
    unread = instance.tagged is None or (instance.pages is None and instance.titled is not None)
    if unread and str(instance.file.name).lower().endswith(".pdf"):
        with instance.open_file() as file:
            facts = pdf.read_pdf_facts(file)
        if facts is None:  # remembered: reading it again would cost the same
            instance.tagged, instance.titled = False, None
            return
        instance.pages = instance.pages or facts.pages
        instance.language = facts.language or instance.language
        instance.tagged, instance.titled = facts.tagged, facts.titled


def connect() -> None:
    pre_save.connect(describe_document, sender=ReportDocument, dispatch_uid="reports.document")
    post_delete.connect(forget_failure, sender=Picture, dispatch_uid="reports.renditions")
    post_save.connect(make_renditions, sender=Picture, dispatch_uid="reports.renditions")
