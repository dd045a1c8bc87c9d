"""Finds the public figures that the citations of a report name."""

from collections.abc import Callable

from wagtail.models import Site

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.content.visibility.perspective import Perspective
from reports.core.citations.citation import find_citations, list_citations, read_addresses
from reports.core.document import Document
from reports.core.figure_addresses.address import is_in_report
from reports.core.figures import Figure
from reports.core.text.citations import StoredCitation, replace_citations, write_citation
from reports.core.text.citations import list_citations as list_stored_citations
from reports.publishing.figure_addresses import Edition, resolve_addresses


def find_cited_figures(page: AnnualReportPage) -> dict[str, Figure]:
    """Return the public figures of other reports and of indicators that a report cites.

    They are named by the text of their address.
    """
    addresses = {
        address
        for citation in (*find_citations(page.introduction), *list_citations(read_body(page)))
        for address in citation.addresses
        if not is_in_report(address, page.translation_key)
    }
    if not addresses:
        return {}
    site = page.get_site() if page.path else Site.objects.filter(is_default_site=True).first()
    if site is None:
        return {}
    found = resolve_addresses(addresses, Perspective(site))
    return {str(address): each.figure for address, each in found.items() if each.figure}


def build_citation_filter(
    page: AnnualReportPage, introduction: str, document: Document, perspective: Perspective
) -> Callable[[str], str]:
    """Return what makes words of the citations in a text of a report that may not be seen.

    The introduction and the document are those of the page, or of an older version of it.
    """
    texts = [introduction, *(each.html for each in list_citations(document))]
    cited = [each for text in dict.fromkeys(texts) for each in list_stored_citations(text)]
    asked = {address for each in cited for address in read_addresses(each.addresses)}
    known = {(page.translation_key, str(page.year)): Edition(page.year, document, "")}
    seen = {str(each) for each in asked & resolve_addresses(asked, perspective, known).keys()}

    def write(citation: StoredCitation) -> str:
        is_seen = seen.issuperset(citation.addresses)
        return write_citation(citation) if is_seen else citation.html

    return lambda html: replace_citations(html, write)
