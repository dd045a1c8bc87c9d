"""Each row of the table still names what it removes: `make guards` removes it."""

import pytest

from .__main__ import GUARDS, ROOT
from .guard import Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard_is_where_its_row_says(guard: Guard) -> None:
    assert guard.old in (ROOT / guard.file).read_text()
    assert (ROOT / guard.tests).exists()
