import pytest
from wagtail.models import Page

from reports.content.site_tree import report_index


@pytest.fixture
def home(db: None) -> Page:
    """The home page of a programme."""
    return report_index().get_parent().specific
