"""The form for a new review link."""

from typing import Any

from django import forms
from django.conf import settings
from wagtail.models import Page

from reports.content.dates import format_moment

LATEST = "Toujours le dernier brouillon : le lien suit les modifications à venir"


class NewLink(forms.Form):
    """The form for a new review link: draft, duration and purpose."""

    revision: Any = forms.ModelChoiceField(
        label="Ce que montre le lien", queryset=None, required=False, widget=forms.RadioSelect
    )
    days = forms.IntegerField(label="Durée, en jours", min_value=1)
    note = forms.CharField(
        label="Objet",
        max_length=200,
        required=False,
        help_text="Pour s’y retrouver : à qui le lien est destiné, ce qu’il faut relire.",
    )

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        revision: Any = self.fields["revision"]
        # The one that the editor saw may have had a successor since: any of the page's will do.
        revision.queryset = page.revisions
        revision.choices = [("", LATEST), *list_revision_choices(page)]
        days: Any = self.fields["days"]
        most = settings.PREVIEW_LINK_MAX_DAYS
        days.initial = min(settings.PREVIEW_LINK_DAYS, most)
        days.help_text = f"De 1 à {most} jours, au bout desquels le lien ne s’ouvre plus."
        days.max_value = days.widget.attrs["max"] = most


def list_revision_choices(page: Page) -> list[tuple[str, str]]:
    """Return the revision that can be chosen: the latest one, whose content the link then keeps."""
    if page.latest_revision is None:
        return []
    when = format_moment(page.latest_revision.created_at)
    label = f"La version du {when}, telle qu’elle est maintenant"
    return [(str(page.latest_revision.pk), label)]
