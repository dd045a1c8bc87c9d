"""No block stores an address that could run code where it is shown."""

from html import escape

import pytest
from django.core.exceptions import ValidationError

from reports.content.folding.bodies import ReportBody
from reports.content.tables import Cell, Column, Row, Table
from reports.content.validation.site_addresses import validate_link
from reports.core.text import rich_text
from reports.core.text.addresses import is_safe, sanitize_address


@pytest.mark.parametrize(
    "address", ["", "/stats", "#ancre", "https://example.org/a:b", "mailto:a", "a/b:c", "?q=a:b"]
)
def test_these_are_safe(address):
    assert is_safe(address)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JaVa\tScript:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_these_are_refused(address):
    with pytest.raises(ValidationError, match="n’est pas un lien"):
        validate_link(address)


def addressed(block, path=""):
    """Every child block called url or source_url, with its path."""
    for name, child in getattr(block, "child_blocks", {}).items():
        if name in ("url", "source_url"):
            yield f"{path}/{name}", child
        yield from addressed(getattr(child, "child_block", child), f"{path}/{name}")


def test_every_block_with_an_address_refuses_code():
    found = dict(addressed(ReportBody()))
    assert len(found) >= 8
    for path, block in found.items():
        with pytest.raises(ValidationError):
            block.clean("javascript:alert(1)")
        assert block.clean("/stats") == "/stats", path


def test_a_table_refuses_code_in_rows_and_cells():
    block = ReportBody().child_blocks["data_table"].child_blocks["table"]
    columns = (Column("a"),)
    for row in (
        Row((Cell("x"),), url="javascript:alert(1)"),
        Row((Cell("x", url="javascript:alert(1)"),)),
    ):
        with pytest.raises(ValidationError, match="n’est pas un lien"):
            block.clean(Table(columns, (row,)))


REFUSED = [
    *("javascript:alert(1)", " JaVa\tScript:alert(1)", "\tjava\nscript:alert(1)"),
    *("java\0script:a", "\x01javascript:x", "data:text/html,x", "DATA:x", "vbscript:x"),
    *("file:///C:/x", "blob:x", "about:blank", "x:y", "http:", "https:evil", "https:///evil"),
    *("javascript&#58;alert(1)", "javascript&colon;alert(1)", "&#x6a;avascript:x"),
    *("jav&Tab;ascript:x", "&#47;&#47;evil", " //evil.example", "//evil.example"),
    *("/\\evil.example", "\\\\evil.example", "https:\\\\evil.example"),
]
ALLOWED = [
    *("", "/stats", "/bilan/2023/#résultats", "#ancre", "?q=a:b", "a/b:c", " /stats "),
    *("https://example.org/a:b", "HTTP://Example.org?a=b&copy=c", "mailto:x", "tel:+33"),
    "https://é.example/€",
]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_may_not_leave_is_nothing(address):
    assert sanitize_address(address) == ""
    with pytest.raises(ValidationError):
        validate_link(address)


@pytest.mark.parametrize("address", ALLOWED)
def test_an_address_that_may_leave_is_what_it_was(address):
    assert sanitize_address(address) == address.strip()
    assert is_safe(address)


@pytest.mark.parametrize("address", [a for a in REFUSED if "\0" not in a])
def test_a_link_in_rich_text_loses_such_an_address_and_keeps_its_words(address):
    html = rich_text.resolve_links(f'<p>Voir <a href="{escape(address)}">la page</a>.</p>', {})
    assert html == "<p>Voir la page.</p>"
    raw = rich_text.resolve_links(f'<p><a href="{address}">la page</a></p>', {})
    assert raw == "<p>la page</p>"
