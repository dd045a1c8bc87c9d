import io
from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from reports.demo import accounts, corrections, site
from reports.editorial.set_up import set_up
from reports.importing.importer import run_import
from reports.importing.request import Request
from reports.models import AnnualReportPage, SearchEntry

YEARS = (2023, 2024)
REASON = "Repris tel que publié en son temps."
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
        for year in YEARS:
            self.load(year)
        site.ensure_site(settings.BUNDLED / "demo" / "site.json")
        set_up()
        accounts.ensure_accounts()
        if settings.PDF_REPORTS:
            call_command("make_pdfs", stdout=io.StringIO())
        self.stdout.write(welcome(options["port"]))

    def load(self, year: int) -> None:
        """Imports a demo report unless it is there: an editor's changes to it are kept."""
        if AnnualReportPage.objects.filter(year=year).exists():
            return
        folder = settings.BUNDLED / "demo" / str(year)
        file = folder / f"bilan-{year}.md"
        reason = REASON if year != max(YEARS) else ""  # the last one shows what checks find
        request = Request(file, assets=folder, publish=True, acknowledge=reason)
        if year == corrections.YEAR:
            corrections.publish_with_mistake(request)
            request = replace(request, replace=True, reason=corrections.SENTENCE)
        outcome = run_import(request)
        blocks = sum(outcome.recognised.values())
        self.stdout.write(f"Bilan {year} importé : {blocks} blocs, aucun mot perdu.")


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
