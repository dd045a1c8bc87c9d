"""Imports classes and functions under their Wagtail 8 names, on Wagtail 7.4 as well.

Delete this module when 7.4 is no longer supported, and import the names from Wagtail.
"""

from typing import Any

from wagtail import VERSION

if VERSION < (8,):
    # 7.4 has a class of the name RevisionsUnscheduleView in the same module: another one, for
    # objects of any kind
    from wagtail.admin.views.pages.revisions import RevisionsUnschedule as RevisionsUnscheduleView
    from wagtail.admin.views.pages.workflow import (
        ConfirmWorkflowCancellation as ConfirmWorkflowCancellationView,
    )
    from wagtail.documents.permissions import permission_policy as document_policy
    from wagtail.images.permissions import permission_policy as image_policy
    from wagtail.models import Page as AbstractPage  # there the methods of pages are its own

    def register_permission_policy(model: type, policy: Any, exact_class: bool) -> None:
        """Give Wagtail's policy of pictures or documents, which its modules hold, another class."""
        for own in (document_policy, image_policy):
            if own.model is model:
                own.__class__ = type(policy)

else:
    from wagtail.admin.views.pages.revisions import RevisionsUnscheduleView
    from wagtail.admin.views.pages.workflow import ConfirmWorkflowCancellationView
    from wagtail.models import AbstractPage
    from wagtail.permissions import register_permission_policy  # type: ignore[no-redef]

__all__ = [
    "AbstractPage",
    "ConfirmWorkflowCancellationView",
    "RevisionsUnscheduleView",
    "register_permission_policy",
]
