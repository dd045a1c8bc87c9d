"""The figures that the citations of rich text name, by the texts of their addresses."""

from uuid import UUID

from reports.content.models import AnnualReportPage
from reports.core.figure_addresses import FigureAddress, parse_address
from reports.core.figure_addresses.segments import AddressError
from reports.publishing.figure_addresses import Edition, ResolvedAddress, resolve_addresses
from reports_graphql.loaders.loader import Loader


class CitedFiguresByAddressLoader(Loader[str, ResolvedAddress]):
    """Loads the figures at addresses; reports that the request has read are not read again."""

    kind = "reports"

    def fetch_by_keys(self, keys: set[str]) -> dict[str, ResolvedAddress]:
        addresses = {key: address for key in keys if (address := read_address(key))}
        found = resolve_addresses(addresses.values(), self.perspective, self.list_editions())
        return {key: found[address] for key, address in addresses.items() if address in found}

    def list_editions(self) -> dict[tuple[UUID, str], Edition]:
        """Return the reports of the request: drafts as drafts, and versions as they were."""
        return {
            (page.translation_key, str(page.year)): Edition(
                page.year, document, self.perspective.path(page)
            )
            for page, document in self.loaders.bodies.documents.values()
            if isinstance(page, AnnualReportPage)
        }

    def tag(self, value: ResolvedAddress) -> None:
        self.perspective.cache_tags.add(f"report-{value.year}")


def read_address(text: str) -> FigureAddress | None:
    """Return the address that a text is; None if it is none."""
    try:
        return parse_address(text)
    except AddressError:
        return None
