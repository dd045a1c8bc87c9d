from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from reports.content.models import AnnualReportPage, User

YEARS = (2023, 2024)


@pytest.fixture
def demo_reports(transactional_db: None) -> list[AnnualReportPage]:
    call_command("load_demo", verbosity=0)
    return list(AnnualReportPage.objects.order_by("year"))


@pytest.fixture
def imported_reports(
    transactional_db: None, real_reports: Path, import_file: Callable[..., Any]
) -> list[AnnualReportPage]:
    for year in YEARS:
        folder = real_reports / str(year)
        file = folder / f"{year}.md"
        import_file(file, year=year, assets=folder, publish=True, acknowledge="Repris tel quel.")
    return list(AnnualReportPage.objects.order_by("year"))


@pytest.fixture
def editor(transactional_db: None) -> User:
    return User.objects.create_superuser("editor")
