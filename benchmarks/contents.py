"""The database that is measured: the demonstration, with the real report if there is one."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from databases import temporary_database
from server import ROOT

REAL = ROOT.parent / "shared" / "reports" / "2024"
REASON = "Repris pour une mesure."
YEARS = range(2015, 2023)  # with 2023 and 2024, a list of ten
RATES = ("GRAPHQL_RATE_REQUESTS", "GRAPHQL_RATE_COST", "PAGES_RATE", "LOGIN_RATE")


@contextmanager
def demonstration(rates: bool = False) -> Iterator[dict[str, str]]:
    """Load the demonstration into a new database; return the environment that serves it."""
    with tempfile.TemporaryDirectory() as folder, temporary_database(folder) as address:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DATABASE_URL": address,
            "MEDIA_ROOT": folder,
            "OUTBOX_IN_SERVER": "0",  # nothing but the answers is to be measured
            "CLIENT_ADDRESS_HEADER": "ClientAddress",
        }
        if not rates:
            environment |= dict.fromkeys(RATES, "off")
        for command in ("migrate", "load_demo"):
            manage(environment, command, "-v", "0")
        yield environment


def manage(environment: dict[str, str], *words: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def import_real_report(environment: dict[str, str]) -> bool:
    """Put the real report of 2024 in the place of the demonstration's, if there is one."""
    file = REAL / "2024.md"
    if file.exists():
        words = ["--publish", "--replace", "--acknowledge", REASON, "--reason", REASON]
        manage(environment, "import_report", str(file), "--assets", str(REAL), *words)
    return file.exists()


def connect(environment: dict[str, str]) -> None:
    """Set Django up in this process, as the server does."""
    os.environ.update(environment)
    sys.path[:0] = [str(ROOT)]
    import cms.wsgi  # noqa: F401


def add_reports() -> None:
    """Publish copies of the report of 2024 until there are ten reports.

    They have its head alone: figures that eight copies repeat would make series that no service
    has.
    """
    from reports.content.models import AnnualReportPage

    latest = AnnualReportPage.objects.get(year=2024)
    for year in YEARS:
        copy = AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year)
        copy.hero_title, copy.introduction = latest.hero_title, latest.introduction
        copy.source_document = latest.source_document
        latest.get_parent().add_child(instance=copy)


def publish_again() -> None:
    """Publish the report of 2024 under another title: what was kept of it is old now."""
    from reports.content.models import AnnualReportPage

    page = AnnualReportPage.objects.get(year=2024)
    page.hero_title = f"{page.hero_title or page.title}."
    page.save()
