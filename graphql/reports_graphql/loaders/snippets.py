"""Living records that reports refer to."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from django.db.models import F, Model, QuerySet, Window
from django.db.models.functions import RowNumber
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from reports.models import FundingRound, Incubator, Indicator, Service, Term
from reports.visibility.compiled_queries import Selection
from reports.visibility.perspective import Perspective
from reports_graphql.loaders.loader import K, Loader, V
from reports_graphql.loaders.record_loader import RecordLoader

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


class SnippetLoader(RecordLoader[K, V]):
    """Snippets of one model."""

    model: ClassVar[type[Model]]

    @abstractmethod
    def find_columns(self, keys: set[K]) -> dict[str, set[Any]]:
        """Return the keys by the column that they are in."""

    def tag(self, value: Any) -> None:
        self.loaders.tag_records([value])

    def select_rows(self, keys: set[K]) -> Selection:
        only, columns = shown_columns(self.model), self.find_columns(keys)
        snippets = Perspective.snippets
        return self.perspective.select_visible(snippets, self.model, only=only, **columns)

    def replace_by_drafts(self, rows: Sequence[Any], keys: set[K]) -> list[Any]:
        columns = self.find_columns(keys)
        return self.perspective.drafts.replace_rows(list(rows), self.model, **columns)


class RecordsByIdOrSlugLoader(SnippetLoader[int | str, V]):
    """Blocks refer to records by row id, rows of a table and readers by slug: one statement."""

    def find_columns(self, keys: set[int | str]) -> dict[str, set[Any]]:
        ids = {key for key in keys if isinstance(key, int)}
        return {"pk": ids, "slug": keys - ids}

    def index_rows(self, rows: Sequence[Any], keys: set[int | str]) -> dict[int | str, V]:
        records = self.replace_by_drafts(rows, keys)
        self.announce_beside(records)
        return {key: record for record in records for key in (record.pk, record.slug)}

    def announce_beside(self, records: list[Any]) -> None:
        """Announce what may be asked of records."""


class ServicesByIdOrSlugLoader(RecordsByIdOrSlugLoader[Service]):
    model = Service
    kind = "services"

    def announce_beside(self, records: list[Service]) -> None:
        self.loaders.announce_services(records)


class IncubatorsByIdOrSlugLoader(RecordsByIdOrSlugLoader[Incubator]):
    model = Incubator
    kind = "incubators"

    def announce_beside(self, records: list[Incubator]) -> None:
        self.loaders.announce_incubators(records)


class FundingRoundsByIdOrSlugLoader(RecordsByIdOrSlugLoader[FundingRound]):
    model = FundingRound
    kind = "fundingrounds"

    def announce_beside(self, records: list[FundingRound]) -> None:
        self.loaders.announce_funding_rounds(records)


class TermsByIdOrSlugLoader(RecordsByIdOrSlugLoader[Term]):
    model = Term
    kind = "terms"


class IndicatorsByCodeLoader(SnippetLoader[str, Indicator]):
    model = Indicator
    kind = "indicators"

    def find_columns(self, keys: set[str]) -> dict[str, set[Any]]:
        return {"code": keys}

    def index_rows(self, rows: Sequence[Any], keys: set[str]) -> dict[str, Indicator]:
        indicators = self.replace_by_drafts(rows, keys)
        self.loaders.announce_indicators(indicators)
        return {row.code: row for row in indicators}


MOST_SERVICES = 100  # of one incubator in its list


def first_services(perspective: Perspective) -> QuerySet[Service]:
    """Return the first services of each incubator that may be seen, in the order of their list."""
    by_name = "sort_key", "slug"
    place = Window(RowNumber(), partition_by=F("incubator"), order_by=by_name)
    services = perspective.snippets(Service).annotate(place=place)
    return services.filter(place__lte=MOST_SERVICES).order_by(*by_name)


class ServicesByIncubatorIdLoader(Loader[int, list[Service]]):
    """The first services of incubators, as the public sees them."""

    kind = "services"

    def tag(self, value: list[Service]) -> None:
        self.loaders.tag_records(value)

    def fetch_by_keys(self, keys: set[int]) -> dict[int, list[Service]]:
        services: dict[int, list[Service]] = {key: [] for key in keys}
        only = shown_columns(Service)
        found = self.perspective.fetch_visible(first_services, only=only, incubator=keys)
        self.loaders.announce_services(found)
        for service in found:
            services[service.incubator_id].append(service)
        return services
