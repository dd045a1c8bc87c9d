"""Signal receivers that announce what a transaction changes, however it is changed."""

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.db.models.signals import post_delete, post_migrate, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import (
    autocreate_redirects_on_page_move,
    autocreate_redirects_on_slug_change,
)
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.signals import page_slug_changed, post_page_move

from reports.content.content_version.tracked_tables import BOOKKEEPING
from reports.content.models import (
    AnnualReportPage,
    Picture,
    Rendition,
    ReportDocument,
    SiteIdentity,
)
from reports.content.models.merged_records import records_merged
from reports.content.models.migration_state import is_migrated
from reports.content.models.record_kind import find_kind, list_models
from reports.publishing.feed.announcement import (
    announce,
    announce_all,
    announce_wanted,
    seed_new_sites,
)
from reports.publishing.feed.subjects import PLAIN_PAGES, name_page, name_record

# Pages show these: by which kind, and which column has the row that pages refer to.
SHOWN: dict[type[Model], tuple[str, str]] = {
    Picture: ("picture", "pk"),
    Rendition: ("picture", "image_id"),
    ReportDocument: ("document", "pk"),
}
# A change of one of these changes what is public of many things.
BROAD = (PageViewRestriction, CollectionViewRestriction, Collection, Site)


def is_draft_save(update_fields: Any, raw: bool) -> bool:
    """Say whether a save only writes fields that the public cannot see."""
    return raw or (update_fields is not None and set(update_fields) <= BOOKKEEPING)


def announce_saved(
    sender: type[Model], instance: Any, update_fields: Any = None, raw: bool = False, **_: Any
) -> None:
    if not is_draft_save(update_fields, raw):
        announce_instance(instance)


def announce_instance(instance: Any, **_: Any) -> None:
    """Announce a page or a record, or the subjects that show a picture or a document."""
    if isinstance(instance, Page):
        announce([name_page(instance)])
    elif type(instance) in SHOWN:
        kind, column = SHOWN[type(instance)]
        announce([], [f"{kind} {getattr(instance, column)}"])
    elif isinstance(instance, SiteIdentity):
        announce_wanted({"site": None})
    elif isinstance(instance, Redirect):
        announce_wanted({"redirect": None})
    else:
        announce([name_record(instance)])


def announce_broadly(raw: bool = False, **_: Any) -> None:
    if not raw:
        announce_all()


def announce_merged(sender: type[Model], records: Any, **_: Any) -> None:
    """Announce two records that were merged or separated, and everything that refers to the
    former.
    """
    merged, _survivor = records
    kind = find_kind(sender)
    names = [f"{kind.name} {key}" for key in (merged.pk, getattr(merged, kind.key_field))]
    announce([name_record(each) for each in records], names)


def seed_after_migration(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Store the public states after a migration, without announcing them."""
    if is_migrated(using):
        seed_new_sites()


def connect() -> None:
    models = (AnnualReportPage, *PLAIN_PAGES, *list_models())
    for model in (*models, *SHOWN, Redirect, SiteIdentity):
        name = f"reports.feed.{model.__name__}"
        post_save.connect(announce_saved, sender=model, dispatch_uid=f"{name}.saved")
        post_delete.connect(announce_instance, sender=model, dispatch_uid=f"{name}.deleted")
    for model in BROAD:
        name = f"reports.feed.{model.__name__}"
        post_save.connect(announce_broadly, sender=model, dispatch_uid=f"{name}.saved")
        post_delete.connect(announce_broadly, sender=model, dispatch_uid=f"{name}.deleted")
    records_merged.connect(announce_merged, dispatch_uid="reports.feed.merged")
    # Wagtail connects these too, after us: redirects must be there when we announce.
    post_page_move.connect(autocreate_redirects_on_page_move)
    page_slug_changed.connect(autocreate_redirects_on_slug_change)
    post_page_move.connect(announce_broadly, dispatch_uid="reports.feed.moved")
    page_slug_changed.connect(announce_broadly, dispatch_uid="reports.feed.slug")
    post_migrate.connect(
        seed_after_migration,
        sender=apps.get_app_config("reports"),
        dispatch_uid="reports.feed.migrated",
    )
