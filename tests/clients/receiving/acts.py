"""What changes while receivers listen: run by `manage.py shell` in the demonstration."""

from reports.content.models import AnnualReportPage, Service
from reports.content.models.publication_context import publication_context

page = AnnualReportPage.objects.get(year=2024)
page.hero_title = "Bilan 2024, corrigé"
with publication_context(reason="Un titre plus clair."):
    page.save_revision(clean=False).publish()
service = Service.objects.get(slug="tchap")
service.mission = "Écrire entre agents publics"
service.save()
AnnualReportPage.objects.get(year=2023).unpublish()
