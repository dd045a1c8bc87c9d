"""Reads a report page, as it is in memory, into a `Reading` for checks and comparisons."""

from wagtail.models import Page

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.reading import Reading
from reports.core.reading.parts import Text
from reports.core.reading.place import WHOLE
from reports.core.reading.visitor import read_document
from reports.core.text.rich_text import plain


def read_page(page: AnnualReportPage) -> Reading:
    """Read a report in the stored form that its body has in memory."""
    reading = read_document(page.year or 0, read_body(page), public_path(page))
    reading.beside = [
        Text(WHOLE.below(label), name, text, html)
        for name, label, text, html in (
            ("title", "Titre", page.title, ""),
            ("hero_title", "Titre affiché", page.hero_title, ""),
            ("introduction", "Chapô", plain(page.introduction), page.introduction),
        )
        if text
    ]
    return reading


def public_path(page: Page) -> str:
    """Return the path from the site's home: `/accueil/bilan/2024/` is `/bilan/2024/`."""
    return "/" + page.url_path.partition("/")[2].partition("/")[2]
