"""Removes workflow actions from autosave requests, and from approvals whose step has ended."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from reports.checks.record_messages import announce_records
from reports.publishing.live_link import build_live_buttons

# How it is told when it is not done.
ACTS = {
    "action-publish": "rien n’est publié",
    "action-submit": "rien n’est soumis",
    "action-restart-workflow": "rien n’est soumis",
    "action-workflow-action": "rien n’est approuvé ni renvoyé",
    "action-cancel-workflow": "rien n’est annulé",
}
ON_A_STEP = "action-workflow-action"
STEP = "bilan_step"  # the step that a report was at when its page was opened
OVER = (
    "Cette étape n’est plus en cours : rien n’est approuvé ni renvoyé. "
    "Ce que vous avez écrit est enregistré."
)
PUBLIC = "Approuvé et publié."
BY_ITSELF = "Un enregistrement automatique ne fait rien d’autre qu’enregistrer."


def before_edit(request: HttpRequest, obj: Any) -> None:
    """Remove the actions from an autosaved form, and from an approval whose step has ended.

    Wagtail's page goes on autosaving while a sent form is on its way, and includes the actions. A
    form that is sent twice would approve the next step too.
    """
    if request.method != "POST":
        return
    if not request.accepts("text/html"):
        strip_actions(request)
    elif request.POST.get(ON_A_STEP) and is_over(obj, request.POST.get(STEP)):
        strip_actions(request)
        messages.warning(request, OVER)


def after_edit(request: HttpRequest, page: Any) -> None:
    """Show the result of an approval or a return, because Wagtail only says "updated"."""
    if request.method != "POST" or not request.POST.get(ON_A_STEP):
        return
    stored = type(page).objects.get(pk=page.pk)
    next_task = stored.current_workflow_task
    buttons = []
    if request.POST.get("workflow-action-name") == "reject":
        message = "Renvoyé à qui l’a soumis, avec votre mot."
    elif next_task:
        message = f"Approuvé. Il reste une étape : « {next_task.name} »."
    elif stored.scheduled_revision:
        message = "Approuvé. Publication à l’heure dite."
    else:
        message, buttons = PUBLIC, build_live_buttons(stored)
    messages.success(request, message, buttons=buttons)
    if not next_task:
        announce_records(request, stored)


def stay_for_next_step(request: HttpRequest, page: Any) -> HttpResponseRedirect | None:
    """Return to the page after an approval if the same user can do the next step."""
    name = request.POST.get("workflow-action-name")
    if request.method != "POST" or not request.POST.get(ON_A_STEP) or name == "reject":
        return None
    stored = type(page).objects.get(pk=page.pk)
    task = stored.current_workflow_task
    can_act = task is not None and bool(task.get_actions(stored, request.user))
    return redirect("wagtailadmin_pages:edit", page.pk) if can_act else None


def before_edit_record(request: HttpRequest, record: Any) -> JsonResponse | None:
    """Do the same for records, before Wagtail reads the requested action."""
    if request.method != "POST" or request.accepts("text/html") or not strip_actions(request):
        return None
    refusal = {"success": False, "error_code": "blocked_by_hook", "error_message": BY_ITSELF}
    return JsonResponse(refusal, status=400)


def strip_actions(request: HttpRequest) -> list[str]:
    """Remove the actions that a form asks for, and return their names."""
    actions = [act for act in ACTS if request.POST.get(act)]
    if actions:
        data = request.POST.copy()
        for act in actions:
            del data[act]
        request.POST = data  # type: ignore[assignment]
    return actions


def is_over(obj: Any, opened_at: str | None) -> bool:
    """Return whether the step at which the form was opened has ended."""
    step = getattr(obj, "current_workflow_task_state", None)
    return step is None or opened_at not in (None, str(step.pk))
