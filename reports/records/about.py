"""What somebody is told of a record beside it: where it is used, what reports said of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.models import Service, User
from reports.models.snippets import Snippet
from reports.records.described import edit_url
from reports.records.sayings import Saying, said
from reports.records.uses import Use, Uses, uses


@dataclass(frozen=True)
class Told:
    """What one report said of a record."""

    use: Use
    sayings: list[list[Saying]]


@dataclass(frozen=True)
class About:
    """The uses of a record that somebody may see, and how many others there are."""

    record: Snippet
    uses: list[Use]
    services: list[Service]
    hidden: int
    told: list[Told]

    @property
    def used(self) -> bool:
        return bool(self.uses or self.services or self.hidden)

    @property
    def url(self) -> str:
        return edit_url(self.record)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The services that use it, by name, and their addresses in the admin."""
        return [(service.name, edit_url(service)) for service in self.services]

    @property
    def summary(self) -> str:
        """« Bilan 2025 (brouillon) · Bilan 2023 (publié) »."""
        named = [*map(str, self.uses)]
        if self.services:
            named.append(
                "1 service" if len(self.services) == 1 else f"{len(self.services)} services"
            )
        return " · ".join(named)


def about(records: Iterable[Snippet], user: User, year: int | None = None) -> list[About]:
    """What `user` may know of each; what reports said of them in one year, or in every one."""
    return [seen(record, its, user, year) for record, its in uses(records)]


def seen(record: Snippet, its: Uses, user: User, year: int | None) -> About:
    mine = [use for use in its.reports if use.report.permissions_for_user(user).can_edit()]
    told = [
        Told(use, [said(mention) for mention in use.mentions])
        for use in mine
        if year in (None, use.report.year)
    ]
    return About(record, mine, its.services, len(its.reports) - len(mine), told)
