"""When somebody sends a form that is older than what a colleague has saved meanwhile.

Wagtail's page warns where it has heard of that; between two of its questions it has not. What was
typed is saved on top, the colleague's version stays in the history, and nothing else happens.
"""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.admin import messages
from wagtail.models import Page, Revision

from reports.editorial.form_actions import ACTS, strip_actions
from reports.editorial.home.line import name


def before_edit(request: HttpRequest, page: Page) -> None:
    """Leaves of an old form nothing but its text."""
    if request.method != "POST" or not request.accepts("text/html"):
        return  # Wagtail refuses to save an old form by itself
    theirs = page.latest_revision
    if theirs is None or not is_old(request, theirs):
        return
    request.bilan_overwritten = (theirs, strip_actions(request))  # type: ignore[attr-defined]


def is_old(request: HttpRequest, latest: Revision) -> bool:
    """Whether the form began with another version than the latest, which is somebody else's."""
    loaded = request.POST.get("loaded_revision_id")
    if not loaded or latest.user_id == request.user.pk:
        return False
    began = (loaded, request.POST.get("loaded_revision_created_at", ""))
    return began != (str(latest.pk), latest.created_at.isoformat())


def after_edit(request: HttpRequest, page: Page) -> None:
    """Says whose version there was, where it is, and what was not done."""
    theirs, actions = getattr(request, "bilan_overwritten", (None, ()))
    if theirs is None:
        return
    hour = f"{localtime(theirs.created_at):%H:%M}"
    text = (
        f"{name(theirs.user)} a enregistré une autre version à {hour}, pendant que vous écriviez. "
        "La vôtre est enregistrée par-dessus ; l’autre est dans l’historique."
    )
    if actions:
        text += f" Comparez-les d’abord : {ACTS[actions[0]]}."
    args = [page.pk, theirs.pk, page.latest_revision_id]
    compare = reverse("wagtailadmin_pages:revisions_compare", args=args)
    messages.warning(request, text, buttons=[messages.button(compare, "Comparer les deux")])
