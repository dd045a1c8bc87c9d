"""Creates next year's report as a draft, in one transaction."""

import json
from collections.abc import Collection
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from reports.authoring.models import RollForward
from reports.authoring.rollforward import body
from reports.authoring.rollforward.expected_fields import ExpectedField, iterate_fields
from reports.authoring.rollforward.labels import Step, move_years
from reports.authoring.rollforward.passages import digest_passages
from reports.authoring.rollforward.repeated_values import find_repeated_keys
from reports.authoring.rollforward.suggestions import collect_facts
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.content.models.page_document import locale_of, read_body
from reports.content.models.page_reading import read_page
from reports.content.records.reference_names import ReferenceNames
from reports.core.document import Document, block_ids, read

BEGUN = "reports.roll_forward"


def can_read(source: AnnualReportPage, user: Any) -> bool:
    """Return whether `user` may see the source: it is public, or they may edit or publish it."""
    if source.live and not source.get_view_restrictions().exists():
        return True
    allowed = user and source.permissions_for_user(user)
    return bool(allowed and (allowed.can_edit() or allowed.can_publish()))


def get_source_version(source: AnnualReportPage) -> AnnualReportPage:
    """Return the version that is taken over: the published one, else the draft."""
    return source if source.live else source.get_latest_revision_as_object()


def find_free_year(source: AnnualReportPage) -> int:
    """Return the first year after the source's for which there is no sibling report."""
    beside = AnnualReportPage.objects.sibling_of(source)
    taken = set(beside.values_list("year", flat=True))
    return next(year for year in count(source.year + 1) if year not in taken)


@transaction.atomic
def roll_forward(source: AnnualReportPage, year: int, user: Any = None) -> RollForward:
    """Create the draft of `year` from `source`. Raises `ValidationError` if the year is taken."""
    index = ReportIndexPage.objects.select_for_update().get(pk=source.get_parent().pk)
    if AnnualReportPage.objects.child_of(index).filter(year=year).exists():
        raise ValidationError(f"Le bilan {year} existe déjà : choisissez une autre année.")
    old = get_source_version(source)
    step = Step(old.year, year)
    repeated = find_repeated(old, step, user)
    page = build_page(old, step, user, repeated)
    index.add_child(instance=page)  # gives every block an id of its own
    page.save_revision(user=user, clean=False)
    before_document, document = read_copy(old, page), read_body(page)
    names = ReferenceNames(before_document)
    before = {field.key: field for field in iterate_fields(old, before_document)}
    now = list(iterate_fields(page, document))
    emptied = [field for field in now if is_waiting(field, before.get(field.key))]
    expected = {field.key: describe_value(before.get(field.key), names) for field in emptied}
    ids = set(block_ids.list_ids(list(old.body.raw_data)))
    keys = {renew_key(key, ids, page.translation_key) for key in repeated}
    still = [field for field in now if field.key in keys]
    made = RollForward.objects.create(
        report=page,
        source=source,
        year=old.year,
        expected={**expected, **collect_facts(before_document, expected)},
        prose=digest_passages(page, document, {field.block for field in (*emptied, *still)}, step),
        unchanged={field.key: field.value for field in still},
        user=user,
    )
    log(instance=page, action=BEGUN, user=user, data={"year": old.year, "live": source.live})
    return made


def find_repeated(old: AnnualReportPage, step: Step, user: Any) -> set[str]:
    """Return the keys of fields that are not emptied, as the two last reports have the same
    value.
    """
    before = report_before(old, user)
    if before is None or not old.live:
        return set()
    bare = read(body.roll_body(list(old.body.raw_data), step), locale_of(old))
    holes = {field.key for field in iterate_fields(old, bare) if field.is_empty}
    return holes & find_repeated_keys(read_page(old), read_page(before), step)


def report_before(old: AnnualReportPage, user: Any) -> AnnualReportPage | None:
    """Return the published report of the latest year before that `user` may read."""
    earlier = AnnualReportPage.objects.sibling_of(old).filter(year__lt=old.year, live=True)
    return next((page for page in earlier.order_by("-year") if can_read(page, user)), None)


def renew_key(key: str, ids: Collection[str], seed: object) -> str:
    """Return the key of the same field in a page with new ids."""
    parts = (block_ids.derive_id(seed, part) if part in ids else part for part in key.split("/"))
    return "/".join(parts)


def build_page(
    old: AnnualReportPage, step: Step, user: Any, repeated: Collection[str]
) -> AnnualReportPage:
    """Return the page, not saved yet."""
    title = move_years(old.title, step)
    return AnnualReportPage(
        title=title if title != old.title else f"Bilan {step.target}",
        slug=str(step.target),
        year=step.target,
        hero_title=move_years(old.hero_title, step),
        introduction=old.introduction,
        language=old.language,
        currency=old.currency,
        seo_title=move_years(old.seo_title, step),
        search_description=move_years(old.search_description, step),
        show_in_menus=old.show_in_menus,
        locale=old.locale,
        body=json.dumps(body.roll_body(list(old.body.raw_data), step, repeated)),
        live=False,
        owner=user,
    )


def read_copy(old: AnnualReportPage, page: AnnualReportPage) -> Document:
    """Return the source's document with the ids that its blocks were given in `page`."""
    stored = block_ids.derive_new_ids(list(old.body.raw_data), page.translation_key)
    return read(stored, locale_of(old))


def is_waiting(field: ExpectedField, before: ExpectedField | None) -> bool:
    """Return whether a field is to be filled: it was, or it is a cell of a row that is new."""
    return field.is_empty and (not before.is_empty if before else field.is_cell)


def describe_value(before: ExpectedField | None, names: ReferenceNames) -> str:
    """Return last year's value of a field in words."""
    if before is None:
        return ""
    if before.refers_to and before.value is not None:
        return str(names.find_instance(before.refers_to, before.value) or "")
    return str(before.value)
