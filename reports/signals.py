"""What must happen on any path, so that no caller can forget it."""

import json
from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.models import Revision

from reports import identity, pdf
from reports.charts.keeping import draw_published
from reports.models import AnnualReportPage, Picture, ReportDocument
from reports.models.media import RENDITIONS


def remint_copied_revision(sender: type, instance: Revision, **kwargs: Any) -> None:
    """Gives a copied revision the ids that its page was copied with.

    Wagtail copies revisions with their old content. A revision whose translation key is not its
    page's comes from another page; without this, publishing it would bring that page's ids back.
    """
    if instance.pk is not None:
        return
    key = instance.content.get("translation_key")
    if key is None or "body" not in instance.content or "year" not in instance.content:
        return
    page = AnnualReportPage.objects.filter(pk=instance.object_id).first()
    if page is None or str(page.translation_key) == str(key):
        return
    body = json.loads(instance.content["body"])
    content = dict(instance.content)
    content["body"] = json.dumps(identity.remint(body, page.translation_key))
    content["translation_key"] = str(page.translation_key)
    instance.content = content


def make_renditions(sender: type, instance: Picture, raw: bool = False, **kwargs: Any) -> None:
    """Makes the closed list of renditions once, so that no query ever writes a file."""
    if not raw and instance.file:
        instance.get_renditions(*RENDITIONS.values())


def describe_document(
    sender: type, instance: ReportDocument, raw: bool = False, **kwargs: Any
) -> None:
    """Size of the file; of a PDF its pages, its language where it says one, tags and title.

    Wagtail's form sets the size; code that makes a document must not have to think of it.
    """
    if raw or not instance.file:
        return
    if not instance.file_size:
        instance.file_size = instance.file.size
    unread = instance.pages is None or instance.tagged is None
    if unread and str(instance.file.name).lower().endswith(".pdf"):
        with instance.open_file() as file:
            if found := pdf.facts(file):
                instance.pages = instance.pages or found.pages
                instance.language = found.language or instance.language
                instance.tagged, instance.titled = found.tagged, found.titled


def connect() -> None:
    pre_save.connect(describe_document, sender=ReportDocument, dispatch_uid="reports.document")
    pre_save.connect(remint_copied_revision, sender=Revision, dispatch_uid="reports.remint")
    post_save.connect(draw_published, sender=AnnualReportPage, dispatch_uid="reports.charts")
    post_save.connect(make_renditions, sender=Picture, dispatch_uid="reports.renditions")
