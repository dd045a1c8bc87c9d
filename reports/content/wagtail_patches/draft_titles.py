"""Shows the public title of a page in choosers to users who may not see its draft.

Wagtail 7.4.4: the whole admin names a page by the title of its draft, in choosers too, which every
user may open. Users who may only read a page would learn its future title there.

Delete this module when Wagtail's choosers ask who may see the draft of a page.
"""

from collections.abc import Callable, Collection
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.permissions import page_permission_policy

from reports.content.wagtail_names import AbstractPage
from reports.content.wagtail_patches.replacing import replace_method

# The row ids of pages whose drafts may be seen, while a chooser is made; None elsewhere.
KNOWN_DRAFTS: ContextVar[Collection[int] | None] = ContextVar("known_drafts", default=None)


def get_admin_display_title(self: Any) -> str:
    """Return the title of the draft, or the public one in a chooser of somebody else's pages."""
    known = KNOWN_DRAFTS.get()
    title: str = self.draft_title or self.title
    return title if known is None or self.pk in known else self.title


def with_known_titles(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return a view of a chooser that names no draft that its user may not see."""

    @wraps(view)
    def show(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        own = page_permission_policy.explorable_instances(request.user).values_list("pk", flat=True)
        token = KNOWN_DRAFTS.set(frozenset(own))
        try:
            response = view(request, *args, **kwargs)
            if render := getattr(response, "render", None):
                render()
            return response
        finally:
            KNOWN_DRAFTS.reset(token)

    return show


def apply() -> None:
    replace_method(AbstractPage, get_admin_display_title)
