import pytest

from reports.content.charts import drawing


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    """A storage with no drawing in it, and no failure remembered."""
    settings.MEDIA_ROOT = tmp_path
    drawing._failed.clear()
    return tmp_path
