"""Making next year's report: a draft, in one transaction, or nothing."""

import json
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from reports import identity
from reports.models import AnnualReportPage, ReportIndexPage, RollForward
from reports.rollforward import body
from reports.rollforward.labels import Step, moved
from reports.rollforward.prose import to_reread
from reports.rollforward.slots import Slot, slots

BEGUN = "reports.roll_forward"


def readable(source: AnnualReportPage, user: Any) -> bool:
    """Whether `user` may see what is taken over: what is public, or what they work on."""
    if source.live and not source.get_view_restrictions().exists():
        return True
    allowed = source.permissions_for_user(user)
    return bool(allowed.can_edit() or allowed.can_publish())


def shown(source: AnnualReportPage) -> AnnualReportPage:
    """What is taken over: the published version; of a report that is not published, its draft."""
    return source if source.live else source.get_latest_revision_as_object()


def free_year(source: AnnualReportPage) -> int:
    """The first year after the source's of which there is no report beside it."""
    beside = AnnualReportPage.objects.sibling_of(source)
    taken = set(beside.values_list("year", flat=True))
    return next(year for year in count(source.year + 1) if year not in taken)


@transaction.atomic
def roll_forward(source: AnnualReportPage, year: int, user: Any = None) -> RollForward:
    """The draft of `year` made of `source`. A year that is taken is a `ValidationError`."""
    index = ReportIndexPage.objects.select_for_update().get(pk=source.get_parent().pk)
    if AnnualReportPage.objects.child_of(index).filter(year=year).exists():
        raise ValidationError(f"Le bilan {year} existe déjà : choisissez une autre année.")
    old = shown(source)
    step = Step(old.year, year)
    page = begun(old, step, user)
    index.add_child(instance=page)  # gives every block an id of its own
    page.save_revision(user=user, clean=False)
    before = {slot.key: slot for slot in slots(again(old, page))}
    emptied = [slot for slot in slots(page) if waits(slot, before.get(slot.key))]
    made = RollForward.objects.create(
        report=page,
        source=source,
        year=old.year,
        expected={slot.key: told(before.get(slot.key)) for slot in emptied},
        prose=to_reread(page, {slot.block for slot in emptied}, step),
        user=user,
    )
    log(instance=page, action=BEGUN, user=user, data={"year": old.year, "live": source.live})
    return made


def begun(old: AnnualReportPage, step: Step, user: Any) -> AnnualReportPage:
    """The page, not saved yet."""
    title = moved(old.title, step)
    return AnnualReportPage(
        title=title if title != old.title else f"Bilan {step.target}",
        slug=str(step.target),
        year=step.target,
        hero_title=moved(old.hero_title, step),
        introduction=old.introduction,
        seo_title=moved(old.seo_title, step),
        search_description=moved(old.search_description, step),
        show_in_menus=old.show_in_menus,
        locale=old.locale,
        body=json.dumps(body.rolled(list(old.body.raw_data), step)),
        live=False,
        owner=user,
    )


def again(old: AnnualReportPage, page: AnnualReportPage) -> AnnualReportPage:
    """The source in memory with the ids that its blocks were given in `page`."""
    stored = identity.remint(list(old.body.raw_data), page.translation_key)
    return AnnualReportPage(source_document=old.source_document, body=json.dumps(stored))


def waits(slot: Slot, before: Slot | None) -> bool:
    """Whether a place is to be filled: it was, or it is a cell of a row that is new."""
    return slot.is_hole and (not before.is_hole if before else slot.is_cell)


def told(before: Slot | None) -> str:
    """What stood in a place a year ago, in words."""
    return str(before.value) if before else ""
