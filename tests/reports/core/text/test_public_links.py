"""The links of public rich text, and what they say of themselves."""

import pytest

from reports.core.text.public_links import LinkKind, PublicLink, kind_of_address, list_public_links
from reports.core.text.rich_text import resolve_links

TARGETS = {"page": {3: "/bilan/2023/"}, "document": {4: "/documents/k/Bilan.pdf"}}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("#impact", LinkKind.ANCHOR),
        ("#a:b", LinkKind.ANCHOR),
        ("https://beta.gouv.fr/#a", LinkKind.EXTERNAL),
        (" HTTP://beta.gouv.fr", LinkKind.EXTERNAL),
        ("mailto:contact@beta.gouv.fr", LinkKind.EXTERNAL),
        ("tel:+33140506070", LinkKind.EXTERNAL),
        ("/startups/mano.html", LinkKind.PRINTED),
        ("startups/mano.html#a:b", LinkKind.PRINTED),
        ("?page=2", LinkKind.PRINTED),
    ],
)
def test_an_address_says_its_kind(address: str, kind: LinkKind) -> None:
    assert kind_of_address(address) is kind


def test_links_are_those_of_the_html_in_order() -> None:
    html = resolve_links(
        '<p><a linktype="page" id="3">2023</a> <a linktype="page" id="9">caché</a> '
        '<a linktype="document" id="4">PDF</a> <a href="/s?a=1&amp;b=2" hreflang="en">s</a> '
        '<a href="javascript:1">piège</a> <a id="x">rien</a> <a href="#a">a</a></p>',
        TARGETS,
    )

    assert html == (
        '<p><a href="/bilan/2023/" data-kind="page">2023</a> caché '
        '<a href="/documents/k/Bilan.pdf" data-kind="document">PDF</a> '
        '<a href="/s?a=1&amp;b=2" data-kind="printed" hreflang="en">s</a> '
        'piège rien <a href="#a" data-kind="anchor">a</a></p>'
    )
    assert list_public_links(html) == (
        PublicLink(0, "/bilan/2023/", LinkKind.PAGE),
        PublicLink(1, "/documents/k/Bilan.pdf", LinkKind.DOCUMENT),
        PublicLink(2, "/s?a=1&b=2", LinkKind.PRINTED),
        PublicLink(3, "#a", LinkKind.ANCHOR),
    )


def test_nobody_writes_a_kind() -> None:
    html = resolve_links('<a href="/s" data-kind="page">s</a><b data-kind="page">b</b>', {})

    assert html == '<a href="/s" data-kind="printed">s</a><b>b</b>'


def test_a_link_around_another_is_text_and_leads_to_no_row() -> None:
    html = resolve_links(
        '<a linktype="page" id="3">x<table><tr><td><a href="/y">z</a></td></tr></table></a>',
        TARGETS,
    )

    assert html == (
        'x<table><tbody><tr><td><a href="/y" data-kind="printed">z</a></td></tr></tbody></table>'
    )


def test_a_target_s_address_is_escaped() -> None:
    html = resolve_links('<a linktype="page" id="3">x</a>', {"page": {3: '/a"&b/'}})

    assert html == '<a href="/a&quot;&amp;b/" data-kind="page">x</a>'
    assert list_public_links(html)[0].href == '/a"&b/'


def test_links_without_end_are_read_in_time() -> None:
    assert len(list_public_links(resolve_links('<a href="/x">' * 3_800, {}))) == 3_800
