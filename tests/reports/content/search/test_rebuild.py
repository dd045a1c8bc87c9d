"""`rebuild_search` proves that the entries equal the content, and heals what differs."""

import io

import pytest
from django.core.management import CommandError, call_command

from reports.content.models import AnnualReportPage, SearchEntry, Service

pytestmark = pytest.mark.django_db


def rebuild(**options):
    out = io.StringIO()
    call_command("rebuild_search", stdout=out, **options)
    return out.getvalue()


def rows():
    fields = [f.attname for f in SearchEntry._meta.fields if f.name != "id"]
    return sorted(SearchEntry.objects.values_list(*fields), key=str)


def test_it_says_and_repairs_a_difference(page):
    Service.objects.create(name="Mano", slug="mano")
    before = rows()
    SearchEntry.objects.filter(service=None, order=2).update(stems=" rien ")
    SearchEntry.objects.filter(service__slug="mano").delete()

    with pytest.raises(CommandError, match="2 contenu"):
        rebuild(check=True)
    assert rows() != before
    assert f"{len(before)} entrées, 2 contenu(s) refait(s)" in rebuild()

    assert rows() == before
    rebuild(check=True)


def test_what_should_not_be_there_goes(page):
    AnnualReportPage.objects.update(live=False)

    with pytest.raises(CommandError, match="1 contenu"):
        rebuild(check=True)
    rebuild()

    assert not SearchEntry.objects.filter(report=page).exists()


def test_a_database_without_entries_is_healed(page):
    before = rows()
    SearchEntry.objects.all().delete()
    rebuild()
    assert rows() == before


def test_the_demonstration_heals_a_database_that_an_earlier_version_made():
    call_command("load_demo", stdout=io.StringIO())
    before = rows()
    assert before
    rebuild(check=True)
    SearchEntry.objects.all().delete()

    call_command("load_demo", stdout=io.StringIO())

    assert rows() == before


def test_the_real_reports_fill_the_table_by_themselves(real_reports, import_file):
    for year in (2023, 2024):
        folder = real_reports / str(year)
        import_file(folder / f"{year}.md", assets=folder, publish=True)

    rebuild(check=True)
    for page in AnnualReportPage.objects.all():
        assert page.search_entries.count() > 40
