"""The real reports, which stand beside the project where they stand at all."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[4].parent / "shared"


@pytest.fixture
def lines(year: int) -> list[str]:
    """The lines of a year's report; without it a test is skipped, but fails in CI."""
    path = SHARED / "reports" / str(year) / f"{year}.md"
    if not path.exists():
        absent = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        absent(f"{path} is missing: the real reports are expected in a folder beside the project")
    return path.read_text(encoding="utf-8").split("\n")
