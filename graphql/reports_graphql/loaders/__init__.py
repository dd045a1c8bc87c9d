"""The data loaders of a request: each reads the visible rows of one kind in one SQL statement."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from django.utils.functional import cached_property

from reports import models
from reports.content.models.page_document import has_read_body
from reports.content.models.record_kind import RecordKind, list_kinds, list_searched_kinds
from reports.content.models.snippet import Snippet
from reports.content.visibility.perspective import Perspective
from reports.core.text import rich_text
from reports.core.text.citations import list_citations
from reports_graphql.loaders.bodies import Bodies
from reports_graphql.loaders.cited_figures import CitedFiguresByAddressLoader
from reports_graphql.loaders.link_targets import NO_TARGETS, LinkTargets
from reports_graphql.loaders.loader import Loader
from reports_graphql.loaders.media import (
    DocumentsByIdLoader,
    LinkedPagesByIdLoader,
    PicturesByIdLoader,
    RenditionsByPictureIdLoader,
)
from reports_graphql.loaders.mentions import (
    MentionsByRecordLoader,
    PrintedMentionsLoader,
    ReportsByIdLoader,
)
from reports_graphql.loaders.record_loader import RecordLoader
from reports_graphql.loaders.reports import (
    NeighboursByYearLoader,
    ReportsByYearLoader,
)
from reports_graphql.loaders.series import SeriesByIndicatorIdLoader
from reports_graphql.loaders.snippets import (
    FundingRoundsByIdOrSlugLoader,
    IncubatorsByIdOrSlugLoader,
    IndicatorsByCodeLoader,
    ServicesByIdOrSlugLoader,
    ServicesByIncubatorIdLoader,
    find_loader_class,
)
from reports_graphql.loaders.versions import CorrectionsByKeyLoader, VersionsByKeyLoader
from reports_graphql.tags import cache_tag

__all__ = ["Loader", "Loaders"]

T = TypeVar("T")

# The loaders of the kinds that documents refer to.
LOADER_NAMES = {
    **{kind.name: f"{kind.name}s_by_id_or_slug" for kind in list_kinds()},
    "indicator": "indicators_by_code",
    "picture": "pictures_by_id",
    "document": "documents_by_id",
    "page": "linked_pages_by_id",
}
# What a search leads to is read in one statement, whatever the operation asks of it.
FOUND_RECORDS = "found records"
FOUND_KINDS = tuple(kind.plural for kind in list_searched_kinds())
LINKED = LinkedPagesByIdLoader.kind, DocumentsByIdLoader.kind  # what rich text may lead to


class Loaders:
    """The loaders of one request, each created when it is first used.

    `kinds_read` has the kinds of records that the request may ask for; None if they are not known.
    """

    def __init__(self, perspective: Perspective, kinds_read: Collection[str] | None = None) -> None:
        self.perspective = perspective
        self.kinds_read = kinds_read
        self.unread: list[Callable[[], None]] = []
        self.others: dict[Callable[[Loaders], Any], Any] = {}

    reports_by_year = cached_property(ReportsByYearLoader)
    neighbours_by_year = cached_property(NeighboursByYearLoader)
    series_by_indicator_id = cached_property(SeriesByIndicatorIdLoader)
    reports_by_id = cached_property(ReportsByIdLoader)
    mentions_by_service = cached_property(partial(MentionsByRecordLoader, refers_to="service"))
    mentions_by_funding_round = cached_property(
        partial(MentionsByRecordLoader, refers_to="funding_round")
    )
    printed_mentions = cached_property(PrintedMentionsLoader)
    services_by_incubator_id = cached_property(ServicesByIncubatorIdLoader)
    services_by_id_or_slug = cached_property(ServicesByIdOrSlugLoader)
    incubators_by_id_or_slug = cached_property(IncubatorsByIdOrSlugLoader)
    indicators_by_code = cached_property(IndicatorsByCodeLoader)
    funding_rounds_by_id_or_slug = cached_property(FundingRoundsByIdOrSlugLoader)
    pictures_by_id = cached_property(PicturesByIdLoader)
    renditions_by_picture_id = cached_property(RenditionsByPictureIdLoader)
    documents_by_id = cached_property(DocumentsByIdLoader)
    linked_pages_by_id = cached_property(LinkedPagesByIdLoader)
    versions_by_key = cached_property(VersionsByKeyLoader)
    corrections_by_key = cached_property(CorrectionsByKeyLoader)
    cited_figures_by_address = cached_property(CitedFiguresByAddressLoader)
    bodies = cached_property(Bodies)

    @cached_property
    def site_identity(self) -> models.SiteIdentity:
        """The identity of the site that the request is made to."""
        return models.SiteIdentity.read(self.perspective.site)

    def find_loader(self, kind: str) -> Loader[Any, Any]:
        """Return the loader of a kind that documents refer to."""
        loader: Loader[Any, Any] = getattr(self, LOADER_NAMES[kind])
        return loader

    def announce_references(self, references: Mapping[str, Iterable[Any]]) -> None:
        """Announce the references of a document: the keys, by kind."""
        for kind, keys in references.items():
            if kind in LOADER_NAMES:
                self.find_loader(kind).announce(keys)

    def list_record_loaders(self) -> list[RecordLoader[Any, Any]]:
        """Return the loaders in use, of the kinds that the request may ask for.

        One statement reads the rows that were announced to them.
        """
        kinds, made = self.kinds_read, vars(self)
        if kinds is not None and FOUND_RECORDS in kinds:
            kinds = {*kinds, *FOUND_KINDS}
        loaders = (made[name] for name in LOADER_NAMES.values() if name in made)
        records = (each for each in loaders if isinstance(each, RecordLoader))
        return [each for each in records if kinds is None or each.kind in kinds]

    def get_loaders(self, kind: Callable[["Loaders"], T]) -> T:
        """Return this request's only instance of `kind`, for loaders of other parts of the
        graph.
        """
        if kind not in self.others:
            self.others[kind] = kind(self)
        made: T = self.others[kind]
        return made

    def read_when_needed(self, announce: Callable[[], None]) -> None:
        """Postpone an announcement that is costly to compute until something is fetched."""
        self.unread.append(announce)

    def read_announced(self) -> None:
        while self.unread:
            self.unread.pop()()

    def tag_records(self, records: Iterable[Snippet]) -> None:
        """Add the cache tags of records to the answer.

        Records that are only read together with these get none: they would reveal hidden records.
        """
        for record in records:
            kind = record._meta.model_name or ""
            self.perspective.cache_tags.add(cache_tag(kind, getattr(record, record.key_field)))

    def announce_services(self, services: Iterable[models.Service]) -> None:
        for service in services:
            today = service.survivor
            self.mentions_by_service.announce_key((today.pk, today.slug))
            self.incubators_by_id_or_slug.announce_key(service.incubator_id)

    def announce_incubators(self, incubators: Iterable[models.Incubator]) -> None:
        for incubator in incubators:
            self.services_by_incubator_id.announce_key(incubator.survivor.pk)

    def announce_funding_rounds(self, rounds: Iterable[models.FundingRound]) -> None:
        for each in rounds:
            today = each.survivor
            self.mentions_by_funding_round.announce_key((today.pk, today.slug))

    def announce_indicators(self, indicators: Iterable[models.Indicator]) -> None:
        for indicator in indicators:
            self.series_by_indicator_id.announce_key(indicator.survivor.pk)

    def announce_mentions(self, mentions: Iterable[models.Mention]) -> None:
        for each in mentions:
            self.reports_by_id.announce_key(each.report_id)
            self.printed_mentions.announce_key((each.report_id, each.block))

    def announce_report(self, report: models.AnnualReportPage) -> None:
        """Announce what any answer about a report may need, once something is read."""
        self.perspective.cache_tags.add(f"report-{report.year}")
        self.read_when_needed(partial(self.announce_parts, report))

    def announce_parts(self, report: models.AnnualReportPage) -> None:
        """Announce the rows to which the fields of a report refer."""
        if not has_read_body(report):
            self.bodies.announce(report.pk)
        self.documents_by_id.announce_key(report.source_document_id)
        self.versions_by_key.announce_key(report.translation_key)
        self.corrections_by_key.announce_key(report.translation_key)
        self.pictures_by_id.announce_key(report.image_id)
        self.announce_links(report.introduction)
        self.announce_citations(report.introduction)

    def announce_citations(self, html: str) -> None:
        for citation in list_citations(html):
            self.cited_figures_by_address.announce(citation.addresses)

    def announce_links(self, html: str) -> None:
        links = rich_text.collect_linked_rows(html)
        self.linked_pages_by_id.announce(links.get("page", ()))
        self.documents_by_id.announce(links.get("document", ()))

    def link_targets(self, html: str) -> LinkTargets:
        """Return the visible pages and documents to which `html` links."""
        self.perspective.cache_tags.update(LINKED)
        links = rich_text.collect_linked_rows(html)
        if not links:
            return NO_TARGETS
        pages = ((key, self.linked_pages_by_id.get(key)) for key in links.get("page", ()))
        files = ((key, self.documents_by_id.get(key)) for key in links.get("document", ()))
        return LinkTargets(
            {key: page for key, page in pages if page}, {key: file for key, file in files if file}
        )


def add_loader(kind: RecordKind) -> None:
    """Give requests a loader of the records of a kind."""
    name = LOADER_NAMES[kind.name]
    made = cached_property(find_loader_class(kind))
    made.__set_name__(Loaders, name)
    setattr(Loaders, name, made)


for each in list_kinds():
    if not hasattr(Loaders, LOADER_NAMES[each.name]):
        add_loader(each)
