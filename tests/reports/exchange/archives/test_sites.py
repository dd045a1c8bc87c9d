"""Archives of a site that is not the default one."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page, Site

from reports import models
from reports.content.site_tree import report_index
from tests.reports.exchange.archives.databases import empty_database
from tests.reports.exchange.archives.test_round_trip import assert_same_bytes
from tests.reports_graphql.bodies import block

pytestmark = pytest.mark.django_db

BODY = [block(71, "paragraph", {"text": "<p>D’un autre site.</p>"})]


@pytest.fixture
def other(index: Any, settings: Any) -> Site:
    """Another site beside the default one, without reports."""
    settings.ALLOWED_HOSTS = ["*"]
    return make_other()


def make_other() -> Site:
    home = Page.get_first_root_node().add_child(
        instance=models.HomePage(title="Autre", slug="autre")
    )
    return Site.objects.create(hostname="autre.example", root_page=home)


def test_a_report_moves_from_the_default_site_to_another_and_out_of_it(
    publish: Any, other: Site, tmp_path: Path, client: Client, capsys: Any
) -> None:
    publish(2024, BODY)
    call_command("export_report", 2024, to="archive", output=tmp_path / "out")
    empty_database()
    report_index()
    make_other()
    call_command("import_archive", str(tmp_path / "out"), site="autre.example")
    call_command(
        "export_report", 2024, to="archive", output=tmp_path / "again", site="autre.example"
    )

    assert "Bilan 2024 : créé, /bilan/2024/" in capsys.readouterr().out
    assert client.get("/bilan/2024/").status_code == 404
    assert "autre site" in client.get("/bilan/2024/", headers={"host": "autre.example"}).text
    assert_same_bytes(tmp_path / "out", tmp_path / "again")


def test_a_report_of_another_site_is_exported_under_its_name_alone(
    publish: Any, other: Site, tmp_path: Path
) -> None:
    index = other.root_page.add_child(instance=models.ReportIndexPage(title="B", slug="bilan"))
    page = models.AnnualReportPage(title="Bilan 2024", slug="2024", year=2024)
    index.add_child(instance=page)

    with pytest.raises(CommandError, match="Il n’y a pas de bilan 2024"):
        call_command("export_report", 2024, to="markdown", output=tmp_path / "out")
    for name in ("autre.example", "autre.example:80"):
        output = tmp_path / name.replace(":", "-")
        call_command("export_report", 2024, to="markdown", output=output, site=name)
        assert (output / "2024.md").exists()


@pytest.mark.parametrize("command", [("export_report", 2024), ("import_archive", "{folder}")])
def test_a_site_that_is_not_there_is_named_with_those_that_are(
    publish: Any, other: Site, tmp_path: Path, command: tuple[str, Any]
) -> None:
    publish(2024, BODY)
    call_command("export_report", 2024, to="archive", output=tmp_path / "out")
    name, argument = command
    options: Any = {"to": "archive", "output": tmp_path / "more"} if argument == 2024 else {}
    argument = argument if argument == 2024 else str(tmp_path / "out")

    with pytest.raises(CommandError, match=r"autre\.example:80, localhost:80"):
        call_command(name, argument, site="rien.example", **options)


def test_a_site_without_a_home_of_ours_is_refused(
    publish: Any, other: Site, tmp_path: Path
) -> None:
    publish(2024, BODY)
    call_command("export_report", 2024, to="archive", output=tmp_path / "out")
    Site.objects.filter(pk=other.pk).update(root_page=Page.get_first_root_node())

    with pytest.raises(CommandError, match="pas de page d’accueil"):
        call_command("import_archive", str(tmp_path / "out"), site="autre.example")
