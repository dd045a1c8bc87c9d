"""Gives the revisions that Wagtail copies with a page the new block ids of the copy."""

import json
from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Revision

from reports.content.models.pages import AnnualReportPage
from reports.core.document import block_ids


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
    content["body"] = json.dumps(block_ids.derive_new_ids(body, page.translation_key))
    content["translation_key"] = str(page.translation_key)
    instance.content = content


def connect() -> None:
    pre_save.connect(remint_copied_revision, sender=Revision, dispatch_uid="reports.remint")
