import pytest

from reports.exchange.importing import source
from reports.exchange.importing.recognition import recognise


@pytest.fixture
def blocks(tmp_path):
    """Recognises Markdown: the drafts of its blocks. No database is touched."""

    def read(markdown: str):
        path = tmp_path / "bilan.md"
        path.write_text(f"---\ntitle: Bilan 2024\n---\n{markdown}\n", encoding="utf-8")
        return recognise(source.read_source(path), None, 2024)

    return read
