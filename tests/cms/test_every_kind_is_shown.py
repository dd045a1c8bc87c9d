"""Each kind of records is where the settings and its entry in the registry say that it is.

`pytest tests/cms/test_every_kind_is_shown.py` names the kind, and the file that lacks something.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse
from graphql import FieldNode, OperationDefinitionNode, parse

from cms.frontend.hit_kinds import name_kinds
from cms.frontend.site_entries import RECORDS
from reports import models
from reports.content.models.record_kind import get_kinds_by_name, list_searched_kinds
from tests.reports_graphql.secrecy.sample_records import add_samples

QUERIES = Path("graphql/queries")
TEMPLATES = Path("cms/frontend/templates/frontend")
WITH_PAGES = [*settings.RECORD_PAGES]
SEARCHED = [kind.name for kind in list_searched_kinds()]


@pytest.fixture
def samples(db: None, django_capture_on_commit_callbacks: Any) -> dict[str, Any]:
    """A public record of each kind."""
    records: dict[str, Any] = {}
    with django_capture_on_commit_callbacks(execute=True):
        add_samples(records)
    return records


def read_address(kind: str, samples: dict[str, Any]) -> str:
    record = samples[kind]
    return reverse(kind, args=[getattr(record, record.key_field)])


def read_sitemap() -> tuple[set[str], set[str]]:
    """Return the variables of the document of the site map, and the names of its lists."""
    text = (QUERIES / "sitemap.graphql").read_text(encoding="utf-8")
    (operation,) = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    variables = {each.variable.name.value for each in operation.variable_definitions}
    fields = [each for each in operation.selection_set.selections if isinstance(each, FieldNode)]
    return variables, {(each.alias or each.name).value for each in fields}


@pytest.mark.parametrize("kind", WITH_PAGES)
def test_a_kind_with_a_page_has_its_files(kind: str) -> None:
    assert kind in get_kinds_by_name(), f"RECORD_PAGES: {kind} is no kind of records"
    for path in (QUERIES / f"{kind}.graphql", TEMPLATES / f"{kind}.html"):
        assert path.exists(), f"{kind} has a path in RECORD_PAGES: {path} is missing"


@pytest.mark.parametrize(("name", "kind"), RECORDS.items())
def test_a_kind_with_a_page_is_in_the_site_map(name: str, kind: str) -> None:
    variables, lists = read_sitemap()
    place = f"{kind} has a path in RECORD_PAGES: {QUERIES / 'sitemap.graphql'} has no"
    assert name in lists, f"{place} list {name}"
    assert name in variables, f"{place} variable ${name}"


@pytest.mark.parametrize("kind", WITH_PAGES)
def test_the_page_of_a_record_has_its_name_and_is_led_to(
    kind: str, samples: dict[str, Any], client: Client
) -> None:
    address = read_address(kind, samples)
    answer = client.get(address)
    assert answer.status_code == 200, f"{kind}: {address} answers {answer.status_code}"
    heading = BeautifulSoup(answer.content, "html.parser").h1
    assert heading, f"{TEMPLATES / kind}.html has no heading"
    assert samples[kind].name in heading.get_text(), f"{TEMPLATES / kind}.html: no name"
    plan = client.get("/plan-du-site/").content.decode()
    assert f'href="{address}"' in plan, f"{kind}: « Plan du site » does not lead to its records"
    found = client.get("/sitemap.xml").content.decode()
    assert f"{address}</loc>" in found, f"{kind}: /sitemap.xml does not name its records"


@pytest.mark.parametrize("kind", WITH_PAGES)
def test_the_link_picker_offers_the_page_of_a_record(
    kind: str, samples: dict[str, Any], client: Client
) -> None:
    client.force_login(models.User.objects.create_superuser("lien"))
    targets = client.get(reverse("bilan_links"), {"q": samples[kind].name, "bilan": 0}).json()
    addresses = [target["link"]["url"] for target in targets["targets"]]
    assert read_address(kind, samples) in addresses, f"{kind}: the link picker has no such page"


@pytest.mark.parametrize("kind", SEARCHED)
def test_the_search_finds_a_record_and_leads_to_its_page(
    kind: str, samples: dict[str, Any], client: Client
) -> None:
    (word,) = (word for of, (word, _) in name_kinds().items() if of.name == kind.upper())
    query = urlencode({"q": samples[kind].name, "nature": word})
    page = BeautifulSoup(client.get(f"/recherche/?{query}").content, "html.parser")
    assert page.select_one(f'#nature option[value="{word}"][selected]'), f"{kind}: no filter"
    results = page.select(".bilan-results > li")
    assert len(results) == 1, f"{kind}: the search finds {len(results)} of its records, not one"
    if kind in WITH_PAGES:
        links = [str(link["href"]) for link in results[0].select("a[href]")]
        hit = f"{type(samples[kind]).__name__}Hit"
        document = QUERIES / "search.graphql"
        assert links == [read_address(kind, samples)], f"{kind}: {document} asks nothing of {hit}"
