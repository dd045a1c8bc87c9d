"""Entries of the feed that readers may see, made by hand."""

from typing import Any

from wagtail.models import Site

from reports.publishing.feed.subjects import Subject
from reports.publishing.models import Change, PublicState


def make_change(sequence: int = 1, kind: str = "REPORT_PUBLISHED", **after: Any) -> Change:
    site = Site.objects.get(is_default_site=True)
    subject = Subject("site", "").stored(site.pk)
    PublicState.objects.get_or_create(subject=subject, defaults={"digest": "a" * 64})
    payload = {"before": None, "after": {"year": 2024, **after}}
    return Change.objects.create(
        site=site.pk, sequence=sequence, kind=kind, subject=subject, payload=payload
    )
