"""References survive every way through the editor's form."""

import pytest
from django.core.files.base import ContentFile

from reports.content.blocks.references import Reference, ReferenceMixin
from reports.content.folding.bodies import ReportBody
from reports.content.models import FundingRound, Incubator, Picture, ReportDocument, Service, Term

pytestmark = pytest.mark.django_db


def references(block, path=""):
    """Every reference block in a body, with its path."""
    for name, child in getattr(block, "child_blocks", {}).items():
        inner = getattr(child, "child_block", child)
        if isinstance(child, ReferenceMixin):
            yield f"{path}/{name}", child
        yield from references(inner, f"{path}/{name}")


@pytest.fixture
def records(picture_bytes):
    return {
        Service: Service.objects.create(name="Mano", slug="mano"),
        Incubator: Incubator.objects.create(name="Fabrique", slug="fabrique"),
        Term: Term.objects.create(name="FAST", slug="fast"),
        FundingRound: FundingRound.objects.create(name="FAST 14", slug="fast-14"),
        Picture: Picture.objects.create(title="p", file=ContentFile(picture_bytes + b"r", "p.png")),
        ReportDocument: ReportDocument.objects.create(title="d", file=ContentFile(b"d", "d.txt")),
    }


def test_what_a_form_posts_is_what_is_stored(records):
    found = dict(references(ReportBody()))
    assert len(found) == 9
    for path, block in found.items():
        record = records[block.model_class]
        posted = block.value_from_datadict({"x": str(record.pk)}, {}, "x")
        cleaned = block.clean(posted)
        assert block.get_prep_value(cleaned) == record.pk, path
        assert cleaned.instance == record, path
        assert block.get_prep_value(block.to_python(record.pk)) == record.pk


@pytest.mark.parametrize("posted", ["", "0", "999999", "abc", "1; DROP"])
def test_what_is_no_record_is_none(records, posted):
    for _, block in references(ReportBody()):
        assert not block.clean(block.value_from_datadict({"x": posted}, {}, "x"))


def test_a_comparison_can_show_every_reference(records):
    for path, block in references(ReportBody()):
        shown = str(block.render_basic(block.to_python(records[block.model_class].pk)))
        assert "Reference" not in shown, path
        assert block.render_basic(None) == ""
        assert block.render_basic(block.to_python(999999)) == ""


def test_a_batch_is_one_statement_when_somebody_asks(records, django_assert_num_queries):
    block = dict(references(ReportBody()))["/impact_cards/cards/service"]
    pk = records[Service].pk
    with django_assert_num_queries(0):
        values = block.bulk_to_python([pk, None, pk, 999])
    with django_assert_num_queries(1):
        assert [v and v.instance for v in values] == [
            records[Service],
            None,
            records[Service],
            None,
        ]


def test_references_are_equal_by_what_they_refer_to(records):
    block = dict(references(ReportBody()))["/impact_cards/cards/service"]
    pk = records[Service].pk
    assert block.to_python(pk) == Reference.to(records[Service])
    assert block.to_python(pk) != block.to_python(pk + 1)
