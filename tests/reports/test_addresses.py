"""No block stores an address that could run code where it is shown."""

import pytest
from django.core.exceptions import ValidationError

from reports.addresses import is_safe, validate
from reports.blocks.body import ReportBody
from reports.tables import Cell, Column, Row, Table


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
        validate(address)


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
