"""Records which hidden objects were deleted, so that old versions keep hiding them."""

from functools import partial
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_delete
from wagtail.models import Page, Site

from reports.content.models import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.content.visibility.perspective import Perspective
from reports.publishing.models import DeletedHidden
from reports.publishing.versions.public_fields import KINDS

PAGE = "page"
PAGES: tuple[type[Page], ...] = (Page, HomePage, ReportIndexPage, ContentPage, AnnualReportPage)


def remember_hidden(sender: type, instance: Model, kind: str, **kwargs: Any) -> None:
    """Record the deletion of a record, picture or document that is not public."""
    known = KINDS[kind]
    # no site is asked for these: any will do
    site = Site.objects.select_related("root_page").first()
    visible = site and known.fetch_stored_visible(Perspective(site), pk={instance.pk})
    if not visible:
        note(kind, str(getattr(instance, known.key)))


def remember_hidden_page(sender: type, instance: Any, **kwargs: Any) -> None:
    """Record the deletion of a page that is public on no site."""
    sites = Site.objects.select_related("root_page")
    if not any(Perspective(site).pages().filter(pk=instance.pk).exists() for site in sites):
        note(PAGE, str(instance.translation_key))


def note(kind: str, key: str) -> None:
    DeletedHidden.objects.get_or_create(kind=kind, key=key)


def connect() -> None:
    for kind, known in KINDS.items():
        pre_delete.connect(
            partial(remember_hidden, kind=kind),
            sender=known.model,
            weak=False,
            dispatch_uid=f"reports.deleted_hidden.{kind}",
        )
    for model in PAGES:  # a receiver of all models would slow every deletion, and reorder it
        name = f"reports.deleted_hidden.{model.__name__}"
        pre_delete.connect(remember_hidden_page, sender=model, dispatch_uid=name)
