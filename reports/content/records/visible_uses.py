"""Lists the uses of a record that a user may see, with what the reports say about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.content.models import Service, User
from reports.content.models.snippet import Snippet
from reports.content.records.quoted_values import QuotedValue, quote_values
from reports.content.records.serializers import get_edit_url, get_key
from reports.content.records.uses import Use, Uses, find_uses


@dataclass(frozen=True)
class ReportQuotes:
    """The lines that one report prints beside each of its references to a record."""

    use: Use
    values: list[list[QuotedValue]]


@dataclass(frozen=True)
class VisibleUses:
    """The uses of a record that a user may see, and the number of the others."""

    record: Snippet
    uses: list[Use]
    services: list[Service]
    merged: list[Snippet]
    hidden: int
    quotes: list[ReportQuotes]

    @property
    def is_used(self) -> bool:
        return bool(self.uses or self.services or self.merged or self.hidden)

    @property
    def url(self) -> str:
        return get_edit_url(self.record)

    @property
    def service_links(self) -> list[tuple[str, str]]:
        """The services that use it, by name, and their addresses in the admin."""
        return [(service.name, get_edit_url(service)) for service in self.services]

    @property
    def merged_links(self) -> list[tuple[str, str]]:
        """The records that were merged into it, by name and key, and their addresses."""
        return [(f"{each} ({get_key(each)})", get_edit_url(each)) for each in self.merged]

    @property
    def summary(self) -> str:
        """One line: « Bilan 2025 (brouillon) · Bilan 2023 (publié) »."""
        named = [*map(str, self.uses)]
        if self.services:
            named.append(
                "1 service" if len(self.services) == 1 else f"{len(self.services)} services"
            )
        return " · ".join(named)


def list_visible_uses(
    records: Iterable[Snippet], user: User, year: int | None = None
) -> list[VisibleUses]:
    """Return what `user` may know of each record.

    Reports are quoted of one year, or of every year.
    """
    return [filter_uses(record, its, user, year) for record, its in find_uses(records)]


def filter_uses(record: Snippet, its: Uses, user: User, year: int | None) -> VisibleUses:
    """Return the uses of a record in reports that `user` may edit, and count the others."""
    mine = [use for use in its.reports if use.report.permissions_for_user(user).can_edit()]
    quotes = [
        ReportQuotes(use, [quote_values(reference) for reference in use.references])
        for use in mine
        if year in (None, use.report.year)
    ]
    return VisibleUses(record, mine, its.services, its.merged, len(its.reports) - len(mine), quotes)
