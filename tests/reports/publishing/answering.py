"""Publishing in tests whose subject is not what has to be answered before."""

from typing import Any

from wagtail.models import Revision

from reports.content.models.publication_context import get_publication_context, publication_context


def publish_answered(revision: Revision, **kwargs: Any) -> None:
    """Publish a revision as a command does that gives one reason for all that changes."""
    with publication_context(reason=get_publication_context().reason or "Pour l’essai."):
        revision.publish(**kwargs)
