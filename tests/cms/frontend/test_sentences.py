"""A sentence has one full stop."""

import pytest

from cms.frontend.sentences import end_sentence


@pytest.mark.parametrize(
    ("text", "ended"), [("DINUM", "DINUM."), ("Digital e.V.", "Digital e.V."), ("Et…", "Et…")]
)
def test_an_abbreviation_keeps_its_own(text: str, ended: str) -> None:
    assert end_sentence(text) == ended
