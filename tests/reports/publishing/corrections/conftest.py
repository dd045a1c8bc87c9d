"""A site with a report of 2024 that is published once."""

import json
from typing import Any

import pytest
from wagtail.models import Page, Revision, Site

from reports import models
from tests.reports.publishing.corrections.bodies import (
    AGENTS,
    STARTUPS,
    USERS,
    indicator_table,
    key_figures,
    paragraph,
)

FIRST = (paragraph("Un an."), indicator_table(USERS, AGENTS), key_figures(STARTUPS))
CORRECTED = (FIRST[0], indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS), FIRST[2])


def draft(page: models.AnnualReportPage, *body: Any, user: Any = None, **fields: Any) -> Revision:
    """Save a draft with another body."""
    written = models.AnnualReportPage.objects.get(pk=page.pk)
    written.body = json.dumps(list(body))
    for name, value in fields.items():
        setattr(written, name, value)
    return written.save_revision(user=user, clean=False)


@pytest.fixture
def page(db: None) -> models.AnnualReportPage:
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="Accueil", slug="h"))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    index = home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))
    for code, name in (("utilisateurs", "Utilisateurs"), ("agents", "Agents")):
        models.Indicator.objects.create(code=code, name=name, live=True)
    report = models.AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, live=False)
    index.add_child(instance=report)
    draft(report, *FIRST).publish()
    report.refresh_from_db()
    return report
