"""Command `load_demo`: loads the demonstration and prints its addresses and accounts."""

import io
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, SearchEntry
from reports.demo import accounts, reports, site

QUERY = '{"query": "{ report(year: 2024) { title body { __typename } } }"}'


class Command(BaseCommand):
    help = (
        "Charge la démonstration : un site avec deux bilans, des comptes, un circuit de validation."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port affiché dans les adresses")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ACCOUNTS_ALLOWED:
            raise CommandError("Pas de comptes de démonstration avec les réglages de production.")
        if AnnualReportPage.objects.exists() and not SearchEntry.objects.exists():
            # made by a version that had no search
            call_command("rebuild_search", stdout=io.StringIO())
            self.stdout.write(f"Recherche : {SearchEntry.objects.count()} entrées faites.")
        for year in reports.YEARS:
            self.load(year)
        site.ensure_site(settings.BUNDLED / "demo" / "site.json")
        set_up()
        accounts.ensure_accounts()
        if settings.PDF_REPORTS:
            call_command("make_pdfs", stdout=io.StringIO())
        self.stdout.write(welcome(options["port"]))

    def load(self, year: int) -> None:
        """Publish a demo report unless it is there: an editor's changes to it are kept."""
        if AnnualReportPage.objects.filter(year=year).exists():
            return
        report = reports.load_report(settings.BUNDLED / "demo" / str(year), year)
        self.stdout.write(f"Bilan {year} publié : {len(report.body)} blocs.")


def welcome(port: int) -> str:
    base = f"http://127.0.0.1:{port}"
    lines = [
        "",
        f"Bilan        {base}/",
        f"Admin        {base}/admin/",
        f"GraphQL      {base}/graphql/",
        f"GraphiQL     {base}/graphiql/",
        "",
        "Comptes de démonstration (nom / mot de passe) :",
        *(f"  {name} / {password}   {role}" for name, password, role in accounts.list_accounts()),
        "",
        "À essayer :",
        f"  curl -s {base}/graphql/ -H 'Content-Type: application/json' -d '{QUERY}'",
        "",
    ]
    return "\n".join(lines)
