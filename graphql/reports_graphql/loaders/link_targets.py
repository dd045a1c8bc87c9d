"""The pages and documents to which the links of a rich text lead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reports.content.models import ReportDocument
from reports.core.text.public_links import LinkKind
from reports_graphql.loaders.media import LinkedPage


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """The visible targets of the links of a rich text, by row id."""

    pages: Mapping[int, LinkedPage] = field(default_factory=dict)
    documents: Mapping[int, ReportDocument] = field(default_factory=dict)

    @property
    def addresses(self) -> dict[str, dict[int, str]]:
        """The public addresses by kind and row id; hidden targets have none."""
        return {
            "page": {key: page.path for key, page in self.pages.items()},
            "document": {key: file.url for key, file in self.documents.items()},
        }

    @property
    def by_address(self) -> dict[tuple[LinkKind, str], LinkedPage | ReportDocument]:
        """The targets by the kind and the address of their links."""
        return {
            **{(LinkKind.PAGE, page.path): page for page in self.pages.values()},
            **{(LinkKind.DOCUMENT, file.url): file for file in self.documents.values()},
        }


NO_TARGETS = LinkTargets()
