"""Word documents: elements are counted before any of them is read."""

import io
import zipfile

import pytest

from reports.core.refusal import Refusal
from reports.exchange.importing.word.package import BODY, open_package


def pack(body: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(BODY, body)
    return written.getvalue()


def test_elements_are_counted_first() -> None:
    small = pack(b"<w:p/>" * 600_001)
    assert len(small) < 20_000
    with pytest.raises(Refusal, match="plus de 600000 balises"):
        open_package("a.docx", small)
    assert open_package("a.docx", pack(b"<w:p/>" * 600_000))
