"""A service without any extra: `python -m tests.cms.operations.least_service` on a database of its
own. Prints as JSON what its checks and its readers are told.
"""

import json
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

# The packages of the extras, and those that they alone bring.
ABSENT = {
    *("bagit", "ftfy", "lxml", "mammoth", "mdit_py_plugins", "mistune", "yaml"),
    *("typst", "pikepdf", "fontTools", "manimgx_fonts", "vl_convert", "odfdo"),
    *("mozilla_django_oidc", "jwt", "cryptography"),
    *("storages", "boto3", "botocore", "psycopg", "psycopg_pool"),
}
BODY = [
    {"type": "paragraph", "value": {"text": "<p>Nous avons aidé 42 services.</p>"}},
    {
        "type": "chart",
        "value": {
            "title": "Services",
            "kind": "column",
            "data": {
                "columns": [{"label": "Année"}, {"label": "Services"}],
                "rows": [{"cells": ["2023", "40"]}, {"cells": ["2024", "42"]}],
            },
        },
    },
]
QUERY = (
    "{ report(year: 2024) { title pdf { path } body { __typename ... on ChartBlock { svg } } } }"
)


class Absence(MetaPathFinder):
    """Finds none of these packages, whoever else has them."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> None:
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def main() -> None:
    import django
    from django.core.checks import run_checks

    django.setup()
    checks = {each.id: str(each.msg) for each in run_checks()}

    from django.test import Client

    from reports.content.models import AnnualReportPage, User
    from reports.content.site_tree import report_index

    page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, body=BODY)
    report_index().add_child(instance=page)
    page.save_revision().publish()
    client = Client()
    answer = client.post("/graphql/", {"query": QUERY}, content_type="application/json").json()
    shown = client.get("/bilan/2024/")
    client.force_login(User.objects.create_superuser("admin"))
    edited = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    told = {
        "checks": checks,
        "answer": answer,
        "status": shown.status_code,
        "page": shown.content.decode(),
        "workbook": client.get("/bilan/2024/donnees.ods").status_code,
        "draft": client.get(f"/admin/pages/{page.pk}/apercu.pdf").status_code,
        "edited": edited,
        "absent": sorted(ABSENT & set(sys.modules)),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    sys.meta_path.insert(0, Absence())
    main()
