"""Gives revisions that are copied along with a page the block ids of the new page."""

import json
from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Revision

from reports.content.models.pages import AnnualReportPage
from reports.core.citations.copies import copy_texts


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
    content = dict(instance.content)
    body, introduction = copy_texts(
        json.loads(content["body"]),
        content.get("introduction", ""),
        page.translation_key,
        content["year"],
    )
    content |= {"body": json.dumps(body), "introduction": introduction}
    content["translation_key"] = str(page.translation_key)
    instance.content = content


def connect() -> None:
    pre_save.connect(remint_copied_revision, sender=Revision, dispatch_uid="reports.remint")
