"""The approval step of workflows: who may approve a draft, and what an approval does."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import QuerySet
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState

from reports.content.models.publication_signals import approving
from reports.content.models.roles import ADMINISTRATORS


class RequestForm(TaskStateCommentForm):
    """The form that requests changes, with a comment for the user who submitted the draft."""

    comment = forms.CharField(
        label="Ce qu’il faut modifier",
        help_text="Envoyé à qui a soumis, et montré sur son accueil et au-dessus du formulaire.",
        widget=forms.Textarea({"rows": 4}),
    )


class ApprovalForm(TaskStateCommentForm):
    """The form of an approval: a comment, and answers about changed public figures."""

    def clean(self) -> dict[str, Any]:
        """Add `answers` by key, from the posted fields `KEY-kind` and `KEY-sentence`."""
        data: dict[str, Any] = super().clean()
        kinds = {
            name.removesuffix("-kind"): kind
            for name, kind in self.data.items()
            if name.endswith("-kind")
        }
        data["answers"] = {
            key: {"kind": kind, "sentence": str(self.data.get(f"{key}-sentence", "")).strip()}
            for key, kind in kinds.items()
        }
        if not all(answer["sentence"] for answer in data["answers"].values()):
            raise forms.ValidationError("Écrivez chaque phrase que les lecteurs liront.")
        return data


class ReportApprovalTask(AbstractGroupApprovalTask):
    """A workflow step in which a group approves a draft, with the findings of the checks in view.

    It can exclude the user who submitted the draft, and those who approved an earlier step.
    """

    another_reader = models.BooleanField(
        "par quelqu’un d’autre",
        default=False,
        help_text="Qui a soumis ne peut pas approuver, sauf l’administration.",
    )
    another_approver = models.BooleanField(
        "par qui n’a pas approuvé avant",
        default=False,
        db_default=False,  # nodes of the release before make steps without it
        help_text="Qui a approuvé une étape précédente ne peut pas approuver celle-ci, sauf "
        "l’administration. Sans cela, la même personne peut relire puis valider.",
    )

    admin_form_fields = [
        *AbstractGroupApprovalTask.admin_form_fields,
        "another_reader",
        "another_approver",
    ]

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Record the user who submits or resubmits, so that they cannot approve their own
        report.
        """
        if user and workflow_state.current_task_state is None:
            workflow_state.requested_by = user  # Wagtail saves it with the new step
        return super().start(workflow_state, user=user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Return the actions, in which an approval always opens the dialog with the findings."""
        offered = {name: (name, label, True) for name, label, _ in super().get_actions(obj, user)}
        if not offered or self.explain_bar(obj.current_workflow_state, user):
            return []
        return list((offered | {"approve": ("approve", "Approuver", True)}).values())

    def on_action(
        self,
        task_state: TaskState,
        user: Any,
        action_name: str,
        answers: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Approve the step, or send the report back.

        `answers` are those of `ApprovalForm`. The view has checked its object; this checks the
        state that is changed. If two users act at once, the second finds that the step is over.
        Receivers of `approving` may refuse.
        """
        if task_state.task_id != self.pk or self.explain_bar(task_state.workflow_state, user):
            raise PermissionDenied
        with transaction.atomic():
            there = TaskState.objects.select_for_update().get(pk=task_state.pk)
            if there.status != TaskState.STATUS_IN_PROGRESS:
                raise PermissionDenied
            if action_name == "approve":
                announce_approval(task_state.workflow_state.content_object, user, answers or {})
            return super().on_action(task_state, user, action_name, **kwargs)

    def explain_bar(self, state: WorkflowState | None, user: Any) -> str:
        """Return why `user` may not approve this; empty if they may."""
        if state is None or is_administrator(user):
            return ""
        if self.another_reader and state.requested_by_id == user.pk:
            return "Vous l’avez soumis : quelqu’un d’autre doit le relire."
        if self.another_approver and find_approved(user).filter(pk=state.pk).exists():
            return "Vous avez approuvé l’étape précédente : quelqu’un d’autre doit approuver."
        return ""

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        states: QuerySet[TaskState] = super().get_task_states_user_can_moderate(user, **kwargs)
        if is_administrator(user):
            return states
        if self.another_reader:
            states = states.exclude(workflow_state__requested_by=user)
        if self.another_approver:
            states = states.exclude(workflow_state__in=find_approved(user))
        return states

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return RequestForm if action == "reject" else ApprovalForm

    def get_template_for_action(self, action: str) -> str:
        return "reports/checks/approval.html" if action == "approve" else ""

    @classmethod
    def get_description(cls) -> str:
        return "Les membres des groupes choisis approuvent, constats des contrôles sous les yeux"

    class Meta:
        app_label = "reports"
        verbose_name = "relecture d’un bilan"
        verbose_name_plural = "relectures de bilans"


def announce_approval(obj: Any, user: Any, answers: dict[str, Any]) -> None:
    """Send the signal `approving` for a page: a receiver raises if it may not be approved."""
    if isinstance(obj, Page):
        approving.send(obj.specific_class or Page, page=obj, user=user, answers=answers)


def find_approved(user: Any) -> QuerySet[WorkflowState]:
    """Return the reviews in which `user` has approved a step."""
    approved = TaskState.objects.filter(status=TaskState.STATUS_APPROVED, finished_by=user)
    found: QuerySet[WorkflowState] = WorkflowState.objects.filter(task_states__in=approved)
    return found


def is_administrator(user: Any) -> bool:
    """Return whether `user` may stand in for an absent colleague."""
    return bool(user.is_superuser or user.groups.filter(name=ADMINISTRATORS).exists())
