"""How many public objects there are, by the type that lists hold of them."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from reports import models
from reports.visibility.perspective import Perspective

COUNTED: dict[str, Callable[[Perspective], QuerySet[Any]]] = {
    "Report": Perspective.reports,
    "Service": lambda seen: seen.snippets(models.Service),
    "Incubator": lambda seen: seen.snippets(models.Incubator),
    "Indicator": lambda seen: seen.snippets(models.Indicator),
    "FundingRound": lambda seen: seen.snippets(models.FundingRound),
    "Term": lambda seen: seen.snippets(models.Term),
    "PageInterface": Perspective.pages,
    "Redirect": Perspective.redirects,
}


def count_public(perspective: Perspective) -> dict[str, int]:
    """Return the number of objects that may be seen, by type; a statement for each."""
    return {name: find(perspective).order_by().count() for name, find in COUNTED.items()}
