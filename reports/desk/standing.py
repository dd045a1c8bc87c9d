"""What a form must not undo: that somebody has published its object since the form was loaded."""

from typing import Any

from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

# of Wagtail's drafts; saved as they were loaded, they would take the object from the public
STANDING = (
    "live",
    "live_revision_id",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "expired",
)


class StandingForm(WagtailAdminModelForm):
    """Of an object that was a draft when it was loaded and is public now, saves a draft."""

    def save(self, commit: bool = True) -> Any:
        """Within the transaction of whoever saves, so that nobody publishes in between."""
        with transaction.atomic():
            there = self.standing() if commit and self.instance.pk else None
            if there and there["live"] and not self.instance.live:
                for name, value in there.items():
                    setattr(self.instance, name, value)
                commit = False  # as Wagtail saves what is public
            return super().save(commit)

    def standing(self) -> dict[str, Any] | None:
        """As the database has it, and keeps it until the end."""
        stored = type(self.instance)._base_manager.select_for_update()
        return stored.filter(pk=self.instance.pk).values(*STANDING).first()


class StandingPageForm(StandingForm, WagtailAdminPageForm):
    pass
