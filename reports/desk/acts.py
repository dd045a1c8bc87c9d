"""What a form asks for besides being saved, and when nothing of that is done."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from wagtail.admin import messages

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
    """Leaves of a form nothing but its text where a machine sends it, or its step is over.

    Wagtail's page goes on saving by itself while the form that somebody has sent is on its way,
    with all that the form asks for; and a form sent twice would approve the next step too.
    """
    if request.method != "POST":
        return
    if not request.accepts("text/html"):
        strip(request)
    elif request.POST.get(ON_A_STEP) and is_over(obj, request.POST.get(STEP)):
        strip(request)
        messages.warning(request, OVER)


def after_edit(request: HttpRequest, page: Any) -> None:
    """Says what has become of a report that somebody approved or sent back: Wagtail says no more
    than that it was updated.
    """
    if request.method != "POST" or not request.POST.get(ON_A_STEP):
        return
    there = type(page).objects.get(pk=page.pk)
    waits = there.current_workflow_task
    if request.POST.get("workflow-action-name") == "reject":
        told = "Renvoyé à qui l’a soumis, avec votre mot."
    elif waits:
        told = f"Approuvé. Il reste une étape : « {waits.name} »."
    else:
        told = "Approuvé. Publication à l’heure dite." if there.scheduled_revision else PUBLIC
    messages.success(request, told)


def before_edit_record(request: HttpRequest, record: Any) -> JsonResponse | None:
    """As for pages; by the time of this Wagtail has read what the form of a record asks for."""
    if request.method != "POST" or request.accepts("text/html") or not strip(request):
        return None
    refusal = {"success": False, "error_code": "blocked_by_hook", "error_message": BY_ITSELF}
    return JsonResponse(refusal, status=400)


def strip(request: HttpRequest) -> list[str]:
    """Takes out of a form what it asks for; returns the names of that."""
    asked = [act for act in ACTS if request.POST.get(act)]
    if asked:
        data = request.POST.copy()
        for act in asked:
            del data[act]
        request.POST = data  # type: ignore[assignment]
    return asked


def is_over(obj: Any, opened_at: str | None) -> bool:
    """Whether nothing waits for anybody any more, or something else does."""
    step = getattr(obj, "current_workflow_task_state", None)
    return step is None or opened_at not in (None, str(step.pk))
