"""The fixtures of the frontend: a site with a report of every block."""

from ..frontend.conftest import every_block, index, keeping, living, no_cache, publish

__all__ = ["every_block", "index", "keeping", "living", "no_cache", "publish"]
