"""Living records that reports refer to."""

from django.db.models import Q

from reports.models import FundingRound, Incubator, Indicator, Service, Term
from reports_graphql.loaders.loader import Loader


class ServicesByIdOrSlugLoader(Loader[int | str, Service]):
    """Cards refer to a service by row id, rows of a table and readers by slug: one statement."""

    kind = "services"

    def fetch(self, keys: set[int | str]) -> dict[int | str, Service]:
        ids = {key for key in keys if isinstance(key, int)}
        services = list(
            self.perspective.snippets(Service).filter(Q(pk__in=ids) | Q(slug__in=keys - ids))
        )
        self.loaders.announce_services(services)
        return {key: service for service in services for key in (service.pk, service.slug)}


class IncubatorsByIdLoader(Loader[int, Incubator]):
    kind = "incubators"

    def fetch(self, keys: set[int]) -> dict[int, Incubator]:
        return {row.pk: row for row in self.perspective.snippets(Incubator).filter(pk__in=keys)}


class IndicatorsByCodeLoader(Loader[str, Indicator]):
    kind = "indicators"

    def fetch(self, keys: set[str]) -> dict[str, Indicator]:
        indicators = list(self.perspective.snippets(Indicator).filter(code__in=keys))
        self.loaders.announce_indicators(indicators)
        return {row.code: row for row in indicators}


class FundingRoundsByIdLoader(Loader[int, FundingRound]):
    kind = "fundingrounds"

    def fetch(self, keys: set[int]) -> dict[int, FundingRound]:
        return {row.pk: row for row in self.perspective.snippets(FundingRound).filter(pk__in=keys)}


class TermsByIdLoader(Loader[int, Term]):
    kind = "terms"

    def fetch(self, keys: set[int]) -> dict[int, Term]:
        return {row.pk: row for row in self.perspective.snippets(Term).filter(pk__in=keys)}
