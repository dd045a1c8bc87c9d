"""Protects a publication, or a colleague's save, from a form that was loaded before.

Wagtail 7.4.4: the edit views save the whole row of an object that was not public when they loaded
it. If somebody publishes it meanwhile, the row gets the old words and the state of a draft back,
and the object is no longer public. The row also names the latest revision, so whether the form
knows that revision (`loaded_version`) is checked before the row is saved, too.

Delete this module when the edit views lock the row, or save no row at all for a draft.
"""

from typing import Any

from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from reports.content.models.snippet import Snippet
from reports.content.wagtail_patches.loaded_version import check_loaded_version

# of Wagtail's drafts; saved as they were loaded, they would take the object from the public
PUBLICATION_FIELDS = (
    "live",
    "live_revision_id",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "expired",
)


class StaleFormGuard(WagtailAdminModelForm):
    """Saves a draft instead of overwriting an object that was published after the form was loaded.

    If another version of it was saved, it raises `StaleForm`.
    """

    def save(self, commit: bool = True) -> Any:
        """Within the transaction of whoever saves, so that nobody publishes in between."""
        with transaction.atomic():
            check_loaded_version(self.instance)
            stored = self.lock_current_state() if commit and self.instance.pk else None
            if stored and stored["live"] and not self.instance.live:
                for name, value in stored.items():
                    setattr(self.instance, name, value)
                commit = False  # as Wagtail saves what is public
            return super().save(commit)

    def lock_current_state(self) -> dict[str, Any] | None:
        """Return the stored publication fields and lock the row until the transaction ends."""
        rows = type(self.instance)._base_manager.select_for_update()
        return rows.filter(pk=self.instance.pk).values(*PUBLICATION_FIELDS).first()


class StalePageFormGuard(StaleFormGuard, WagtailAdminPageForm):
    """The base of `reports.authoring.forms.page_forms`."""


def apply() -> None:
    Snippet.base_form_class = StaleFormGuard
