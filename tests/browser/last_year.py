"""Last year's report, small and whole: what the next one is made from in the walk."""

import io
import json

from django.core.management import call_command
from wagtail.models import Site

from reports.content.folding.bodies import ReportBody
from reports.content.models import AnnualReportPage, Incubator, Indicator, Service
from reports.content.site_tree import report_index
from reports.core.document.block_ids import derive_new_ids
from reports.demo import accounts
from tests.reports.checks import build
from tests.reports.publishing.answering import publish_answered

INDICATORS = [
    ("Services lancés dans l’année", "services-lances", "9", "12", "11"),
    ("Agents publics formés", "agents-formes", "154", "220", "217"),
    ("Part des femmes parmi ces agents", "part-des-femmes", "53 %", "50 %", "45 %"),
    ("Services ouverts à tous", "services-ouverts", "31", "40", "42"),
    ("Délai moyen de lancement", "delai-de-lancement", "9 mois", "8 mois", "7 mois"),
    ("Satisfaction des usagers", "satisfaction", "N/A", "4/5", "4,2/5"),
]
CHART = [("Cohésion des territoires", "14"), ("Écologie", "12"), ("Numérique", "16")]
SERVICES = [
    ("mano", "Mano", "Accompagner les personnes en rue.", "442", "associations équipées"),
    ("tchap", "Tchap", "Échanger entre agents, en sûreté.", "Plus de 279 000", "agents actifs"),
    ("pix", "Pix", "Mesurer ses compétences numériques.", "", ""),
]


def published() -> AnnualReportPage:
    """The report of 2024, public, with its records, roles and accounts."""
    index = report_index()
    call_command("set_up", stdout=io.StringIO())
    accounts.ensure_accounts()
    Site.objects.update(site_name="Programme")
    incubator = Incubator.objects.create(slug="dinum", name="DINUM")
    for slug, name, mission, *_ in SERVICES:
        Service.objects.create(slug=slug, name=name, mission=mission, incubator=incubator)
    for name, code, *_ in INDICATORS:
        Indicator.objects.create(
            code=code, name=name, direction="down" if code.startswith("delai") else "up"
        )
    page = AnnualReportPage(title="Bilan 2024", year=2024, slug="2024", body=json.dumps(body()))
    index.add_child(instance=page)
    publish_answered(page.save_revision())
    return AnnualReportPage.objects.get(pk=page.pk)


def body() -> list[dict]:
    columns = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")
    rows = [(name, *cells) for name, _, *cells in INDICATORS]
    blocks = [
        build.heading("Nos résultats", anchor="nos-resultats"),
        build.prose("Voici ce que nous avons fait en 2024."),
        build.indicators(
            columns, *rows, caption="Indicateurs 2024", refs=[code for _, code, *_ in INDICATORS]
        ),
        build.heading("Nos incubateurs", anchor="nos-incubateurs"),
        build.chart(
            "Services par ministère", *CHART, columns=("Ministère", "Services"), kind="bar"
        ),
        build.heading("Nos services", anchor="nos-services"),
        build.impact_cards(*(card(*service) for service in SERVICES[:2])),
    ]
    stream = ReportBody()
    value = stream.to_python([{"type": kind, "value": value} for kind, value in blocks])
    assert all(child.value for child in value)
    return [derive_new_ids(block, rank) for rank, block in enumerate(stream.get_prep_value(value))]


def card(slug: str, name: str, mission: str, figure: str, after: str) -> dict:
    made = build.card(name, ("", figure, after), mission=mission)
    return made | {"service": Service.objects.get(slug=slug).pk}
