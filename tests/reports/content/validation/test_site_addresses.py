"""A link leads where a reader can go, whatever clipboard it came from."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from reports.content.folding.bodies import ReportBody
from reports.content.tables import Cell, Column, Row, Table
from reports.content.validation.site_addresses import clean_links, is_dead, to_path

pytestmark = pytest.mark.django_db

EDIT = "http://127.0.0.1:8600/admin/pages/10/edit/"
DEAD = [
    *("", "#", "#ftnt1", "#ftnt_ref1", "#_ftn1", "#_ftnref1", "#_edn1", "#cmnt1", "#_msocom_1"),
    *("#heading=h.abc", "#bookmark=id.x", "#_Toc123", "file:///C:/x.docx", "about:blank#ftnt1"),
    *(f"{EDIT}#ftnt1", EDIT, "/admin/", "/admin", "/admin/pages/10/edit/#x", "javascript:x"),
    *("https://bilan.exemple.fr/admin/pages/3/edit/preview/", "//exemple.fr", "blob:x"),
]
ALIVE = [
    *("#résultats", "/bilan/2023/#a", "/administration/", "https://exemple.fr/admin/"),
    *("mailto:x", "tel:3939", "https://exemple.fr/#ftnt1", "/#top"),
]


@pytest.mark.parametrize("address", DEAD)
def test_a_link_that_leads_nowhere_goes_and_its_words_stay(address: str) -> None:
    assert is_dead(to_path(address))
    html = f'<p>Selon <a href="{address}">la <b>note</b></a>.</p>'
    assert clean_links(html) == "<p>Selon la <b>note</b>.</p>"


@pytest.mark.parametrize("address", ALIVE)
def test_a_link_that_leads_somewhere_stays(address: str) -> None:
    html = f'<p><a href="{address}">ici</a> <a linktype="page" id="3">là</a></p>'
    assert clean_links(html) == html


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://127.0.0.1:8600/bilan/2023/?a=b#c", "/bilan/2023/?a=b#c"),
        ("http://localhost:8000", "/"),
        ("http://[::1]:8000/x", "/x"),
        ("https://exemple.fr/x", "https://exemple.fr/x"),
        ("http://127.0.0.1.exemple.fr/x", "http://127.0.0.1.exemple.fr/x"),
        ("http://127.0.0.1@exemple.fr/x", "http://127.0.0.1@exemple.fr/x"),
        ("http://[oups/", "http://[oups/"),
        ("/stats", "/stats"),
    ],
)
def test_an_address_of_this_site_becomes_its_path(address: str, path: str) -> None:
    assert to_path(address) == path


def test_the_site_is_known_by_its_record_and_its_base_address(settings: Any) -> None:
    settings.DEMO_ACCOUNTS_ALLOWED = False
    settings.WAGTAILADMIN_BASE_URL = "https://edition.exemple.fr"
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = "bilan.exemple.fr", 443
    site.save()

    assert to_path("https://bilan.exemple.fr/a/#b") == "/a/#b"
    assert to_path("https://edition.exemple.fr:443/a/") == "/a/"
    assert to_path("http://bilan.exemple.fr:8000/a/") == "http://bilan.exemple.fr:8000/a/"
    assert is_dead("http://localhost:8000/a/")


def test_a_page_of_this_site_is_stored_as_the_chooser_does() -> None:
    root = Site.objects.get(is_default_site=True).root_page
    page = root.add_child(instance=Page(title="Stats", slug="stats"))

    assert clean_links('<a href="http://localhost:8600/stats/">a</a>') == (
        f'<a linktype="page" id="{page.pk}">a</a>'
    )
    anchored = '<a href="http://localhost:8600/stats/#b">a</a>'
    assert clean_links(anchored) == '<a href="/stats/#b">a</a>'
    page.unpublish()
    hidden = '<a href="http://localhost:8600/stats/">a</a>'
    assert clean_links(hidden) == '<a href="/stats/">a</a>'


def test_what_a_client_posts_is_cleaned_by_the_blocks() -> None:
    body = ReportBody().child_blocks
    text = body["paragraph"].child_blocks["text"]
    posted = RichText(f'<p><a href="{EDIT}#_ftn1">[1]</a> <a href="#a">b</a></p>')

    assert text.clean(posted).source == '<p>[1] <a href="#a">b</a></p>'
    url = body["links"].child_blocks["items"].child_block.child_blocks["url"]
    assert url.clean("http://127.0.0.1:8600/stats?a=b") == "/stats?a=b"
    with pytest.raises(ValidationError, match="ne mène nulle part"):
        url.clean(f"{EDIT}#_ftn1")
    table = body["data_table"].child_blocks["table"]
    row = Row(
        (Cell("x", url="http://localhost:1/a"),),
        url="http://localhost:1/b",
        note=f'<a href="{EDIT}#_ftn1">n</a><script>x</script><b onclick="x">m</b>',
    )
    (cleaned,) = table.clean(Table((Column("a"),), (row,))).rows
    assert (cleaned.cells[0].url, cleaned.url, cleaned.note) == ("/a", "/b", "n<b>m</b>")
    with pytest.raises(ValidationError, match="ne mène nulle part"):
        table.clean(Table((Column("a"),), (Row((Cell("x"),), url="/admin/"),)))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row((Cell("x"),), note="<" * 150_000), "La note de la ligne 1 a 150"),
        (Row((Cell("x" * 2_001),)), "Une cellule de la ligne 1 a 2"),
        (Row((Cell("x", read_as="1" * 2_001),)), "Une cellule de la ligne 1"),
    ],
)
def test_a_table_refuses_what_is_too_long(row: Row, said: str) -> None:
    table = ReportBody().child_blocks["data_table"].child_blocks["table"]
    with pytest.raises(ValidationError, match=said):
        table.clean(Table((Column("a"),), (row,)))


def every_text(block: Any, path: str = "") -> Any:
    """Each block with one field, and its path."""
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from every_text(child, f"{path}/{name}")
    if hasattr(block, "child_block"):
        yield from every_text(block.child_block, path)
    elif not hasattr(block, "child_blocks"):
        yield path, block


def test_every_free_text_of_a_report_has_a_bound() -> None:
    """Choices, numbers, ticks and references have their own."""
    bounded = 0
    for path, block in every_text(ReportBody()):
        long = block.normalize("x" * 1_000_000)
        kind = type(block).__name__
        if kind in ("LineBlock", "ProseBlock", "AddressBlock", "FigureBlock", "ReferenceNameBlock"):
            with pytest.raises(ValidationError, match="signes"):
                block.clean(long)
            bounded += 1
        else:
            assert not isinstance(block.normalize(None), str) or kind == "ChoiceBlock", path
    assert bounded > 70


def test_a_posted_text_that_cannot_be_read_is_refused_in_french() -> None:
    block = ReportBody().child_blocks["paragraph"].child_blocks["text"]
    deep = "[" * 100_000
    for posted in ("", "x", "null", "[]", "{}", '{"blocks": 1}', '{"blocks": [0]}', deep):
        value = block.value_from_datadict({"t": posted}, {}, "t")
        with pytest.raises(ValidationError, match=r"pas pu être lu|requis"):
            block.clean(value)
    state = json.dumps({"blocks": [], "entityMap": {}})
    assert block.value_from_datadict({"t": state}, {}, "t").source == ""
