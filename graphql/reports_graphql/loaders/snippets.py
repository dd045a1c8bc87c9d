"""Living records that reports refer to."""

from functools import cache
from typing import Any, ClassVar

from django.db.models import Model
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from reports.models import FundingRound, Incubator, Indicator, Service, Term
from reports.visibility.perspective import Perspective
from reports_graphql.loaders.loader import K, Loader, V

# Columns that say how far a snippet is on its way to the public.
WORKFLOW = {
    field.name
    for mixin in (RevisionMixin, DraftStateMixin, LockableMixin, WorkflowMixin)
    for field in mixin._meta.local_fields
}


@cache
def shown_columns(model: type[Model]) -> tuple[str, ...]:
    fields = model._meta.concrete_fields
    return tuple(field.name for field in fields if field.name not in WORKFLOW)


class SnippetLoader(Loader[K, V]):
    """Snippets of one model."""

    model: ClassVar[type[Model]]

    def fetch_visible(self, **keys: set[Any]) -> list[V]:
        """Return the rows that have one of the keys in one of the columns."""
        only = shown_columns(self.model)
        seen = self.perspective.fetch_visible(Perspective.snippets, self.model, only=only, **keys)
        return self.perspective.drafts.replace_rows(seen, self.model, **keys)


class ServicesByIdOrSlugLoader(SnippetLoader[int | str, Service]):
    """Cards refer to a service by row id, rows of a table and readers by slug: one statement."""

    model = Service
    kind = "services"

    def fetch_by_keys(self, keys: set[int | str]) -> dict[int | str, Service]:
        ids = {key for key in keys if isinstance(key, int)}
        services = self.fetch_visible(pk=ids, slug=keys - ids)
        self.loaders.announce_services(services)
        return {key: service for service in services for key in (service.pk, service.slug)}


class IncubatorsByIdLoader(SnippetLoader[int, Incubator]):
    model = Incubator
    kind = "incubators"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, Incubator]:
        found = self.fetch_visible(pk=keys)
        return {row.pk: row for row in found}


class IndicatorsByCodeLoader(SnippetLoader[str, Indicator]):
    model = Indicator
    kind = "indicators"

    def fetch_by_keys(self, keys: set[str]) -> dict[str, Indicator]:
        indicators = self.fetch_visible(code=keys)
        self.loaders.announce_indicators(indicators)
        return {row.code: row for row in indicators}


class FundingRoundsByIdLoader(SnippetLoader[int, FundingRound]):
    model = FundingRound
    kind = "fundingrounds"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, FundingRound]:
        found = self.fetch_visible(pk=keys)
        return {row.pk: row for row in found}


class TermsByIdLoader(SnippetLoader[int, Term]):
    model = Term
    kind = "terms"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, Term]:
        found = self.fetch_visible(pk=keys)
        return {row.pk: row for row in found}
