"""Living records that reports refer to."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from django.db.models import F, Model, QuerySet, Window
from django.db.models.functions import RowNumber

from reports.content.models import FundingRound, Incubator, Indicator, Service
from reports.content.models.record_kind import WORKFLOW_FIELDS, RecordKind
from reports.content.visibility.compiled_queries import Selection
from reports.content.visibility.perspective import Perspective
from reports_graphql.loaders.loader import K, Loader, V
from reports_graphql.loaders.record_loader import RecordLoader


@cache
def shown_columns(model: type[Model]) -> tuple[str, ...]:
    fields = model._meta.concrete_fields
    return tuple(field.name for field in fields if field.name not in WORKFLOW_FIELDS)


class SnippetLoader(RecordLoader[K, V]):
    """Snippets of one model."""

    model: ClassVar[Any]

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
    """Blocks refer to records by row id, rows of a table and readers by key: one statement."""

    def find_columns(self, keys: set[int | str]) -> dict[str, set[Any]]:
        ids = {key for key in keys if isinstance(key, int)}
        return {"pk": ids, self.model.key_field: keys - ids}

    def index_rows(self, rows: Sequence[Any], keys: set[int | str]) -> dict[int | str, V]:
        records = self.replace_by_drafts(rows, keys)
        self.announce_beside(records)
        name = self.model.key_field
        return {key: record for record in records for key in (record.pk, getattr(record, name))}

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


class IndicatorsByCodeLoader(SnippetLoader[str, Indicator]):
    model = Indicator
    kind = "indicators"

    def find_columns(self, keys: set[str]) -> dict[str, set[Any]]:
        return {"code": keys}

    def index_rows(self, rows: Sequence[Any], keys: set[str]) -> dict[str, Indicator]:
        indicators = self.replace_by_drafts(rows, keys)
        self.loaders.announce_indicators(indicators)
        return {row.code: row for row in indicators}


# The kinds with which more is read than their records.
OWN_LOADERS: dict[str, type[SnippetLoader[Any, Any]]] = {
    "service": ServicesByIdOrSlugLoader,
    "incubator": IncubatorsByIdOrSlugLoader,
    "funding_round": FundingRoundsByIdOrSlugLoader,
    "indicator": IndicatorsByCodeLoader,
}


def find_loader_class(kind: RecordKind) -> type[SnippetLoader[Any, Any]]:
    """Return the class that loads the records of a kind."""
    members = {"model": kind.model, "kind": kind.plural}
    made = type(f"{kind.model.__name__}Loader", (RecordsByIdOrSlugLoader,), members)
    return OWN_LOADERS.get(kind.name, made)


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
