"""Compares the version that a form was loaded with to the latest one, under a lock of the row.

Wagtail 7.4.4: the edit views compare the version that a form names with a latest revision that they
loaded before their transaction. Two saves within a second both pass, and the second one wins.

Delete this module when `save_revision` compares versions under a lock.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from django.db import transaction
from wagtail.models import Revision, RevisionMixin

from reports.content.wagtail_names import AbstractPage
from reports.content.wagtail_patches.replacing import replace

ATTRIBUTE = "loaded_version"


class LoadedVersion(NamedTuple):
    """A revision, named by its id and its time: an autosave overwrites its revision in place."""

    revision_id: str
    created_at: str  # in ISO format; nothing where only the id is known

    def is_of(self, revision: Revision | None) -> bool:
        if revision is None or self.revision_id != str(revision.pk):
            return revision is None and self.revision_id == NO_REVISION
        return self.created_at in ("", revision.created_at.isoformat())


NO_REVISION = "0"  # the id that a form names whose object had no revision yet


class StaleForm(Exception):
    """Raised when somebody has saved another version since the form was loaded."""

    def __init__(self, latest: Revision | None) -> None:
        super().__init__("the form is older than the latest revision")
        self.latest = latest


def check_loaded_version(instance: Any) -> None:
    """Lock the row of an object, and raise `StaleForm` if its form began with another version.

    The caller holds a transaction, and saves in it.
    """
    loaded: LoadedVersion | None = getattr(instance, ATTRIBUTE, None)
    if loaded is None or instance.pk is None:
        return
    rows = type(instance)._base_manager.select_for_update().filter(pk=instance.pk)
    latest_id = rows.values_list("latest_revision_id", flat=True).first()
    latest = Revision.objects.defer("content").filter(pk=latest_id).first()
    if not loaded.is_of(latest):
        raise StaleForm(latest)


def check_first(save_revision: Callable[..., Any]) -> Callable[..., Any]:
    """Return a `save_revision` that refuses the revision of a stale form."""

    @wraps(save_revision)
    def save_checked(self: Any, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            check_loaded_version(self)
            revision = save_revision(self, *args, **kwargs)
        vars(self).pop(ATTRIBUTE, None)  # what follows begins with this revision
        return revision

    return save_checked


def apply() -> None:
    for model in (AbstractPage, RevisionMixin):
        replace(model, "save_revision", check_first)
