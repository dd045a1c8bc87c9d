"""Returns a form to its editor if another version was saved since the form was loaded.

Nothing of the form is stored or done. It comes back with everything that was typed, and now names
the other version, so that the editor, who has been warned, can save over it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.timezone import localtime
from wagtail.admin import messages
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Revision, RevisionMixin

from reports.authoring.forms.form_actions import ACTS, strip_actions
from reports.authoring.home.line import name
from reports.content.wagtail_patches.loaded_version import (
    ATTRIBUTE,
    NO_REVISION,
    LoadedVersion,
    StaleForm,
    check_loaded_version,
)
from reports.content.wagtail_patches.replacing import replace

KEPT = (
    "Rien de votre formulaire n’est enregistré{action} : tout ce que vous avez tapé est "
    "ci-dessous. Regardez d’abord l’autre version. Si vous enregistrez de nouveau, la vôtre "
    "devient le brouillon, et l’autre reste dans l’historique."
)


def read_loaded_version(view: Any) -> LoadedVersion:
    """Return the version that a form names, or else the one that this request has loaded."""
    posted = view.request.POST
    named = posted.get("overwrite_revision_id") or posted.get("loaded_revision_id")
    if named:
        return LoadedVersion(named, posted.get("loaded_revision_created_at", ""))
    latest = view.latest_revision
    return LoadedVersion(str(latest.pk) if latest else NO_REVISION, _format_time(latest))


def refuse_stale_forms(form_valid: Callable[..., Any]) -> Callable[..., Any]:
    """Return a view's `form_valid` that returns a stale form to its editor."""

    @wraps(form_valid)
    def save_or_refuse(view: Any, form: Any) -> Any:
        if form.instance.pk is None or not isinstance(form.instance, RevisionMixin):
            return form_valid(view, form)
        setattr(form.instance, ATTRIBUTE, read_loaded_version(view))
        try:
            with transaction.atomic():
                check_loaded_version(form.instance)  # before a workflow is cancelled
            return form_valid(view, form)
        except StaleForm as stale:
            return give_back(view, form, stale.latest)

    return save_or_refuse


def give_back(view: Any, form: Any, latest: Revision | None) -> HttpResponse:
    """Show the form that was not saved again, with the version that was saved meanwhile."""
    text = describe_conflict(latest, view.request.user, strip_actions(view.request))
    if view.expects_json_response:
        response: HttpResponse = view.json_error_response("invalid_revision", text)
        return response
    other = messages.button(view.get_edit_url(), "Voir l’autre version", new_window=True)
    messages.error(view.request, text, buttons=[other])
    form.restore_required_fields()
    form.instance.latest_revision = latest
    view.latest_revision = latest
    view.latest_revision_created_at = _format_time(latest)
    view.has_unsaved_changes = True
    view.autosave_enabled = False  # by itself, it would save over the other version
    return view.render_to_response(view.get_context_data())


def describe_conflict(latest: Revision | None, user: Any, actions: list[str]) -> str:
    """Return who saved the other version and when, and which action was not done."""
    if latest is None:
        begin = "La version avec laquelle vous avez commencé n’existe plus."
    else:
        hour = f"{localtime(latest.created_at):%H:%M}"
        own = latest.user_id == user.pk
        who = "Vous avez" if own else f"{name(latest.user)} a"
        where = "dans une autre fenêtre" if own else "pendant que vous écriviez"
        begin = f"{who} enregistré une autre version à {hour}, {where}."
    action = f", et {ACTS[actions[0]]}" if actions else ""
    return f"{begin} {KEPT.format(action=action)}"


def _format_time(revision: Revision | None) -> str:
    return revision.created_at.isoformat() if revision else ""


def install() -> None:
    """Make the edit views of pages and records return stale forms."""
    for view in (EditView, CreateEditViewOptionalFeaturesMixin):
        replace(view, "form_valid", refuse_stale_forms)
