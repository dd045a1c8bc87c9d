"""The migration that tells passages from ranges, in rows that an earlier release projected."""

import importlib
import io
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from reports.content.models import Observation

BODY = """| Indicateurs | Résultats 2023 | Objectifs PLF 2024 | Résultats 2024 |
|---|---|---|---|
| **Délai** | de 3 à 1 mois | entre 3 et 5 | passé de 3 à 5 |
| **Âge** | ND | de 18 à 25 ans | 12 |
"""
READ_BEFORE = [
    ("de 3 à 1 mois", "range", 3, 1),
    ("entre 3 et 5", "range", 3, 5),
    ("passé de 3 à 5", "exact", None, None),
    ("ND", "exact", None, None),
    ("de 18 à 25 ans", "range", 18, 25),
    ("12", "exact", 12, None),
]
migration = importlib.import_module("reports.migrations.0023_passages")


@pytest.mark.django_db
def test_rows_are_as_if_projected_today(import_file, report_text):
    import_file(report_text(BODY), publish=True)
    rows = Observation.objects.order_by("order")
    assert [row.raw for row in rows] == [raw for raw, *_ in READ_BEFORE]
    for row, (raw, qualifier, value, value_to) in zip(rows, READ_BEFORE, strict=True):
        row.qualifier, row.value, row.value_to = qualifier, value, value_to
        if raw == "passé de 3 à 5":
            row.state, row.step, row.unit = "text", None, None
        row.save()
    with pytest.raises(CommandError):
        call_command("rebuild_observations", check=True, stdout=io.StringIO())

    migration.read_again(apps, SimpleNamespace(connection=connection))

    call_command("rebuild_observations", check=True, stdout=io.StringIO())
    assert [(row.qualifier, row.state) for row in rows.all()] == [
        ("from_to", "value"),
        ("range", "value"),
        ("from_to", "value"),
        ("exact", "not_available"),
        ("range", "value"),
        ("exact", "value"),
    ]
