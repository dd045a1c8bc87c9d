"""Keeps the search vocabulary of each site in memory until public content changes."""

from reports.content.search.corrections import Vocabulary
from reports_graphql.context import Context
from reports_graphql.http.content_version import ContentVersion, read_content_version

# By site, by the path of its root page.
_kept: dict[str, tuple[ContentVersion, Vocabulary]] = {}


def get_or_read_vocabulary(context: Context) -> Vocabulary:
    """Return the words that may be seen on the site of a request.

    The version is read first, so that the words are never older than the version they are kept
    under.
    """
    version, site = read_content_version(), context.perspective.site.root_page.path
    kept = _kept.get(site)
    if kept and kept[0] == version:
        return kept[1]
    vocabulary = Vocabulary.read(context.perspective)
    if version is not None:
        _kept[site] = version, vocabulary
    return vocabulary
