"""Queries the rows of a list of records in the admin, with the states that its columns show."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Revision, WorkflowState

from reports.content.models.merged_records import list_unmerged
from reports.content.models.snippet import Snippet


def list_records(model: type[Snippet]) -> QuerySet[Any]:
    """Return the records of a model, but for those that were merged into others.

    What says how far each is on its way is read for all at once.

    Wagtail has this for pages (`PageQuerySet.annotate_approved_schedule`), not for snippets.
    """
    kind = ContentType.objects.get_for_model(model)
    mine = Revision.objects.filter(
        base_content_type=kind, object_id=Cast(OuterRef("pk"), output_field=CharField())
    )
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    return (
        list_unmerged(model)
        .select_related(*model.list_related())
        .annotate(_approved_schedule=Exists(mine.filter(approved_go_live_at__isnull=False)))
        .prefetch_related(Prefetch("_workflow_states", states, to_attr="_current_workflow_states"))
    )
