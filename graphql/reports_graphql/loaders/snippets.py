"""Loaders of records: services, incubators, funding rounds, indicators and the like."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from django.db.models import Model, QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber

from reports.content.models import FundingRound, Incubator, Indicator, Service
from reports.content.models.record_kind import WORKFLOW_FIELDS, RecordKind
from reports.content.visibility.compiled_queries import Selection
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import names_with_survivors
from reports_graphql.loaders.loader import K, Loader, V
from reports_graphql.loaders.record_loader import RecordLoader


@cache
def shown_columns(model: type[Model]) -> tuple[str, ...]:
    fields = model._meta.concrete_fields
    return tuple(field.name for field in fields if field.name not in WORKFLOW_FIELDS)


@cache
def named_columns(model: type[Model]) -> tuple[str, ...]:
    """Return the public columns of a record, and those of the record it was merged into."""
    shown = shown_columns(model)
    return *shown, *(f"merged_into__{name}" for name in ("id", *shown))


class SnippetLoader(RecordLoader[K, V]):
    """Loads records of one model. A merged record's key gives the record it was merged into."""

    model: ClassVar[Any]

    @abstractmethod
    def find_columns(self, keys: set[K]) -> dict[str, set[Any]]:
        """Return the keys by the column that they are in."""

    def tag(self, value: Any) -> None:
        self.loaders.tag_records([value])

    def select_rows(self, keys: set[K]) -> Selection:
        only, columns = named_columns(self.model), self.find_columns(keys)
        names = names_with_survivors
        return self.perspective.select_visible(names, self.model, only=only, **columns)

    def index_rows(self, rows: Sequence[Any], keys: set[K]) -> dict[K, V]:
        merged = [row for row in rows if row.merged_into_id]
        survivors = {row.merged_into_id: row.merged_into for row in merged}
        own = {row.pk: row for row in rows if not row.merged_into_id}
        columns = self.find_columns(keys)
        columns["pk"] = {*columns.get("pk", ()), *survivors}
        found = [*{**survivors, **own}.values()]
        records = self.perspective.drafts.replace_rows(found, self.model, **columns)
        self.announce_related(records)
        indexed = {key: record for record in records for key in self.list_keys(record)}
        former = {key: row.merged_into_id for row in merged for key in self.list_keys(row)}
        by_row = {record.pk: record for record in records}
        return indexed | {key: by_row[row] for key, row in former.items() if row in by_row}

    def list_keys(self, record: Any) -> tuple[Any, ...]:
        """Return the keys by which a record can be requested."""
        return (getattr(record, self.model.key_field),)

    def announce_related(self, records: list[Any]) -> None:
        """Announce the rows that fields of these records may need."""


class RecordsByIdOrSlugLoader(SnippetLoader[int | str, V]):
    """Loads records by row id or by key in one SQL statement.

    Blocks refer to records by row id, rows of tables and readers by key.
    """

    def find_columns(self, keys: set[int | str]) -> dict[str, set[Any]]:
        ids = {key for key in keys if isinstance(key, int)}
        return {"pk": ids, self.model.key_field: keys - ids}

    def list_keys(self, record: Any) -> tuple[Any, ...]:
        return record.pk, getattr(record, self.model.key_field)


class ServicesByIdOrSlugLoader(RecordsByIdOrSlugLoader[Service]):
    model = Service
    kind = "services"

    def announce_related(self, records: list[Service]) -> None:
        self.loaders.announce_services(records)


class IncubatorsByIdOrSlugLoader(RecordsByIdOrSlugLoader[Incubator]):
    model = Incubator
    kind = "incubators"

    def announce_related(self, records: list[Incubator]) -> None:
        self.loaders.announce_incubators(records)


class FundingRoundsByIdOrSlugLoader(RecordsByIdOrSlugLoader[FundingRound]):
    model = FundingRound
    kind = "fundingrounds"

    def announce_related(self, records: list[FundingRound]) -> None:
        self.loaders.announce_funding_rounds(records)


class IndicatorsByCodeLoader(SnippetLoader[str, Indicator]):
    model = Indicator
    kind = "indicators"

    def find_columns(self, keys: set[str]) -> dict[str, set[Any]]:
        return {"code": keys}

    def announce_related(self, records: list[Indicator]) -> None:
        self.loaders.announce_indicators(records)


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


MAX_SERVICES = 100  # of one incubator in its list


def first_services(perspective: Perspective) -> QuerySet[Service]:
    """Return the first visible services of each incubator, in the order of their list.

    Services of a merged incubator belong to the one into which it was merged.
    """
    by_name = "sort_key", "slug"
    carrier = Coalesce("incubator__merged_into", "incubator")
    place = Window(RowNumber(), partition_by=carrier, order_by=by_name)
    services = perspective.snippets(Service).annotate(carrier=carrier, place=place)
    return services.filter(place__lte=MAX_SERVICES).order_by(*by_name)


class ServicesByIncubatorIdLoader(Loader[int, list[Service]]):
    """Loads the first visible services of each incubator."""

    kind = "services"

    def tag(self, value: list[Service]) -> None:
        self.loaders.tag_records(value)

    def fetch_by_keys(self, keys: set[int]) -> dict[int, list[Service]]:
        services: dict[int, list[Service]] = {key: [] for key in keys}
        only = shown_columns(Service)
        found = self.perspective.fetch_visible(first_services, only=only, carrier=keys)
        self.loaders.announce_services(found)
        for service in found:
            services[service.carrier].append(service)
        return services
