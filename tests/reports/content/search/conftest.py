import pytest

from reports.content.models import AnnualReportPage

BODY = """## Impact

Les équipes ont déployé 18 000 bornes.

| Indicateurs | Résultats 2023 | Résultats 2024 |
|---|---|---|
| **Services** *(lancés)* | 12 | 345 |

### Budget

- Réseau : 2,48 millions d’euros
"""


@pytest.fixture
def page(import_file, report_text):
    """A public report with two sections."""
    import_file(report_text(BODY), publish=True)
    return AnnualReportPage.objects.get()
