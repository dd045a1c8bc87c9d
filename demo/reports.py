"""Write `bilan-YEAR.json`, which `load_demo` loads, from `bilan-YEAR.md`: `make demo-reports`."""

import os
import sys
from pathlib import Path

import django

HERE = Path(__file__).resolve().parent
os.environ |= {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": "sqlite://:memory:"}
sys.path[0] = str(HERE.parent)


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from reports.content.models import AnnualReportPage
    from reports.demo.fixture import describe_report
    from reports.demo.reports import YEARS
    from reports.exchange.importing.importer import Request, run_import

    call_command("migrate", verbosity=0)
    for year in YEARS:
        folder = HERE / str(year)
        file = folder / f"bilan-{year}.md"
        run_import(Request(file, assets=folder, publish=True))
        page = AnnualReportPage.objects.get(year=year)
        file.with_suffix(".json").write_text(describe_report(page, folder), encoding="utf-8")


if __name__ == "__main__":
    main()
