"""The PDF of a report lists its notes, and its marks lead to them."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from tests.reports_graphql.bodies import block

pytestmark = pytest.mark.django_db

NOTE = '<bilan-note id="a">Voir <a href="https://a.test/">l’office</a>.</bilan-note>'


def test_notes_stand_at_the_end_and_marks_lead_there_and_back(make: Any, publish: Any) -> None:
    text = block(2, "paragraph", {"text": f"<p>Douze{NOTE} et{NOTE}.</p>"})
    page = publish(2024, [text])
    reader = PdfReader(io.BytesIO(make(page)))

    words = "".join(sheet.extract_text() for sheet in reader.pages)
    assert words.index("Douze") < words.index("Notes") < words.index("l’office")
    inner = [
        link
        for sheet in reader.pages
        for link in sheet.get("/Annots", [])
        if "/URI" not in link.get_object().get("/A", {})
    ]
    assert len(inner) == 3  # two marks, one way back
