"""A body with every variant leaves as Markdown and comes back, also without its comments."""

import pytest

from reports.exchange.importing.visible.words import visible_words
from tests.reports.every_variant import build_body
from tests.reports.exchange.exporting.test_reports import COMMENT, check_round_trip

pytestmark = pytest.mark.django_db


def test_every_variant_comes_back(publish, records, export, import_folder):
    publish(*build_body(records))
    folder = check_round_trip(export, import_folder, 2024)
    file = folder / "2024.md"
    text = file.read_text()
    plain = COMMENT.sub("", text)
    assert "<!--" not in plain
    assert visible_words(plain, "") == visible_words(text, "")
    file.write_text(plain)

    outcome = import_folder(folder, 2024)

    assert outcome.fidelity.lost == ()  # words and numbers are compared, in their order
    assert outcome.status == "remplacé"
    assert "essentiel:\n- " in text
