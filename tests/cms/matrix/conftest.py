"""A site with a report that a test publishes."""

from typing import Any

import pytest

from ...reports_graphql.conftest import index, living, no_cache, publish

__all__ = ["index", "living", "no_cache", "publish"]


@pytest.fixture(autouse=True)
def pdfs_are_made(settings: Any) -> None:
    settings.PDF_REPORTS = True
