"""A site with a report of every block, as the tests of the graph have it."""

from ...reports_graphql.conftest import every_block, index, living, no_cache, publish
from ...reports_graphql.http.conftest import keeping

__all__ = ["every_block", "index", "keeping", "living", "no_cache", "publish"]
