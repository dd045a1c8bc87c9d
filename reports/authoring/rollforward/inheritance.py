"""Copies the open tasks of a report to its copy, and settles them when an import replaces its
body.
"""

from reports.authoring.models import RollForward
from reports.authoring.rollforward.expected_fields import DOCUMENT
from reports.authoring.rollforward.passages import INTRODUCTION, read_introduction
from reports.content.models import AnnualReportPage
from reports.core.document.block_ids import derive_id


def copy_roll_forward(source: AnnualReportPage, copy: AnnualReportPage) -> None:
    """Record for a copied report the same open fields as for its source.

    Blocks of the copy have new ids, but its older revisions have those of the source: both are
    expected.
    """
    roll = RollForward.objects.filter(report_id=source.pk).first()
    if roll is None or RollForward.objects.filter(report_id=copy.pk).exists():
        return
    RollForward.objects.create(
        report=copy,
        source_id=roll.source_id,
        year=roll.year,
        user_id=roll.user_id,
        **{
            name: {new: value for key, value in held.items() for new in list_keys(key, copy)}
            for name in ("expected", "prose", "unchanged")
            if (held := getattr(roll, name)) is not None
        },
        **{
            name: [new for key in getattr(roll, name) for new in list_keys(key, copy)]
            for name in ("reread", "closed")
        },
    )


def list_keys(key: str, copy: AnnualReportPage) -> list[str]:
    """Return a key of the source, and its forms in the body of the copy.

    The parts after the first id are column ids, which change too, or field names, which stay.
    """
    if key in (DOCUMENT, INTRODUCTION):
        return [key]
    seed = copy.translation_key
    first, *rest = key.split("/")
    named = "/".join([derive_id(seed, first), *rest])
    of_cell = "/".join(derive_id(seed, part) for part in (first, *rest))
    return [key, named, of_cell]


def settle_replaced_body(page: AnnualReportPage) -> None:
    """Stop expecting the source document of a report whose body was replaced by another one.

    A copied introduction that nobody has reread is removed together with the old body.
    """
    roll = RollForward.objects.filter(report_id=page.pk).first()
    if roll is None:
        return
    digest = roll.prose.pop(INTRODUCTION, None)
    introduction = read_introduction(page)
    if introduction.digest == digest and INTRODUCTION not in roll.reread:
        page.introduction = ""
    roll.expected.pop(DOCUMENT, None)
    roll.save(update_fields=["expected", "prose"])
