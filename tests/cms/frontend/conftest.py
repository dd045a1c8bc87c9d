"""A site with a report of every block, as the tests of the graph have it."""

from ...reports_graphql.conftest import every_block, index, living, no_cache, publish

__all__ = ["every_block", "index", "living", "no_cache", "publish"]
