"""Reads rows for a perspective, with statements that are compiled once and rows that are cached."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from django.db import connection
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from reports.content.visibility import compiled_queries
from reports.content.visibility.combined_selections import fetch_together
from reports.content.visibility.compiled_queries import Selection
from reports.content.visibility.kept_rows import KeptRows
from reports.core.document.recent_values import RecentValues

Kind = Callable[..., QuerySet[Any]]

STATEMENTS: RecentValues[tuple[compiled_queries.Statement, set[str]]] = RecentValues(512)


@dataclass(frozen=True)
class Reader:
    """Reads rows of a site as they are at one moment.

    `now` is the time for which it reads, or None for the time of each read. `cache_tags` collects
    the tags of what was read: each kind, and single records that callers add. `kept_rows` has the
    cached rows of the moment that the request is answered for, or None if every row is read from
    the database.
    """

    site: Site
    now: Any = None
    cache_tags: set[str] = field(default_factory=set, compare=False, repr=False)
    kept_rows: KeptRows | None = field(default=None, compare=False, repr=False)

    def fetch_visible(
        self,
        kind: Kind,
        *arguments: Any,
        only: tuple[str, ...] = (),
        **keys: Iterable[Any],
    ) -> list[Any]:
        """The rows of a kind that have one of the keys in one of the columns that are named.

        `kind` is a method of `Perspective`, or what takes one too, and `arguments` after it.
        The rows know the columns `only`. The statement is that of the kind's queryset, compiled
        once.
        """
        if keys and not any(keys.values()):
            return []
        return self._fetch(self._select_rows(True, kind, arguments, only, keys))

    def select_visible(
        self,
        kind: Kind,
        *arguments: Any,
        only: tuple[str, ...] = (),
        **keys: Iterable[Any],
    ) -> Selection:
        """Return the selection of what `fetch_visible` reads, in no order, for one key at least.

        It names nothing in `cache_tags`: that is for whoever answers with its rows.
        """
        return self._select_rows(False, kind, arguments, only, keys)

    def _select_rows(
        self,
        is_ordered: bool,
        kind: Kind,
        arguments: tuple[Any, ...],
        only: tuple[str, ...],
        keys: Mapping[str, Iterable[Any]],
    ) -> Selection:
        given = {
            column: compiled_queries.pad_to_power_of_two(values)
            for column, values in keys.items()
            if values
        }
        assert given or not keys  # without a condition, it would be all rows
        sizes = tuple((column, len(values)) for column, values in given.items())

        def build(seen: Self) -> QuerySet[Any]:
            rows = compiled_queries.rows_with_keys(kind(seen, *arguments), dict(sizes))
            rows = rows if is_ordered else rows.order_by()
            return rows.only(*only) if only else rows

        return self._select((is_ordered, kind, arguments, only, sizes), build, given)

    def fetch_compiled(
        self,
        key: Hashable,
        build: Callable[[Any], QuerySet[Any]],
        given: Mapping[str, list[Any]] | None = None,
    ) -> list[Any]:
        """Return the rows of the queryset that `build` makes of a perspective.

        Its statement is compiled once for each `key`, which names all that it depends on beside the
        site, the time, and the values for its slots, which are `given`.
        """
        return self._fetch(self._select(key, build, given or {}))

    def fetch_values(
        self,
        key: Hashable,
        build: Callable[[Any], QuerySet[Any]],
        given: Mapping[str, list[Any]],
    ) -> list[tuple[Any, ...]]:
        """Return the same as the database gives it, in the order of its columns.

        Nobody keeps these: what hardly anybody asks for twice would take the place of others.
        """
        selection = self._select(key, build, given)
        self.cache_tags.update(selection.tags)
        return selection.fetch_values()

    def fetch_each(self, kind: Kind, keys: Sequence[int], *only: str) -> dict[int, Any]:
        """Return rows of a kind by primary key, with the columns `only`; each is kept by itself."""

        def fetch(missing: list[int]) -> list[Any]:
            return self.select_visible(kind, only=only, pk=missing).fetch() if missing else []

        if self.kept_rows is None:
            return {row.pk: row for row in fetch([*keys])}
        return self.kept_rows.fetch_each((self._origin, kind, only), keys, fetch)

    def fetch_together(self, selections: Sequence[Selection]) -> list[list[Any]]:
        """Return the rows of each selection, which one statement reads; some may be kept."""
        if self.kept_rows is None:
            return fetch_together(selections)
        return self.kept_rows.fetch_together(selections)

    def _fetch(self, selection: Selection) -> list[Any]:
        self.cache_tags.update(selection.tags)
        return self.fetch_together([selection])[0]

    def _select(
        self,
        key: Hashable,
        build: Callable[[Any], QuerySet[Any]],
        given: Mapping[str, list[Any]],
    ) -> Selection:
        def compile_statement() -> tuple[compiled_queries.Statement, set[str]]:
            seen = self.build_timeless()
            return compiled_queries.Statement.compile(build(seen)), seen.cache_tags

        known = self._origin, key
        statement, tags = STATEMENTS.get_or_make(known, compile_statement)
        return Selection(statement, given, tags)

    @cached_property
    def _origin(self) -> Hashable:
        """What a statement depends on beside what it reads: the database, and the site."""
        return connection.vendor, self.site.pk, self.site.root_page.path

    def build_timeless(self) -> Self:
        """Return the public's reader of the same site, whose time is yet to be given."""
        site = Site(pk=self.site.pk, root_page=Page(path=self.site.root_page.path))
        return type(self)(site, compiled_queries.CurrentTime())
