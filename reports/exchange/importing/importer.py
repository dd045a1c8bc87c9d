"""Runs one import, from the file to the saved report, in one transaction."""

import json
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction

from reports.authoring.rollforward.inheritance import settle_replaced_body
from reports.checks.check_result import acknowledge_findings, check_latest
from reports.checks.gate import PublicationRefused
from reports.checks.serializers import count_by_severity
from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import publication_context
from reports.content.site_tree import report_index
from reports.core.document import read
from reports.core.refusal import Refusal
from reports.core.text.words import split_words
from reports.exchange.importing import fidelity, loss, tree
from reports.exchange.importing.acceptance import require_whole
from reports.exchange.importing.assets import Assets
from reports.exchange.importing.comments.keys import keep_keys
from reports.exchange.importing.draft import Named
from reports.exchange.importing.essentials import mark_essentials
from reports.exchange.importing.fidelity import Fidelity
from reports.exchange.importing.outcome import Outcome
from reports.exchange.importing.parsing import Parse, parse_report, refuse_depth, title_of
from reports.exchange.importing.recognition import Recognised
from reports.exchange.importing.record_words import read_credits, read_definitions
from reports.exchange.importing.registry import Registry
from reports.exchange.importing.repetition import (
    describe_choices,
    digest_report,
    require_known_draft,
    require_unchanged_draft,
)
from reports.exchange.importing.replacing.former_body import describe_lost, read_former_body
from reports.exchange.importing.replacing.former_ids import find_former_ids
from reports.exchange.importing.report_fields import set_field_spaces, set_fields
from reports.exchange.importing.request import Request
from reports.exchange.importing.source import Source
from reports.exchange.importing.storing import stored_body
from reports.exchange.importing.taken_ids import collect_taken_ids
from reports.exchange.models import ImportRecord
from reports.publishing import publish
from reports.publishing.corrections.gate import CorrectionsUnanswered
from reports.publishing.models.correction import MAX_SENTENCE_CHARACTERS

IMPORT = "Import"  # who answers for what is imported as it was published


def run_import(
    request: Request,
    progress: Callable[[str], None] = lambda stage: None,
    parse: Parse = parse_report,
) -> Outcome:
    """Import a report; if that fails, raise `Refusal` and leave the database unchanged.

    `parse` reads the files: `parse_bounded` for files of unknown content.
    """
    reason = " ".join(request.reason.split())
    if len(reason) > MAX_SENTENCE_CHARACTERS:
        raise Refusal(f"La raison a plus de {MAX_SENTENCE_CHARACTERS} caractères.")
    progress("lecture")
    parsed = parse(request)
    origin, year, recognition = parsed.origin, parsed.year, parsed.recognition
    try:
        progress("fidélité")
        score = fidelity.compare_words(
            fidelity.list_source_words(origin, title_of(origin, year), recognition.has_title),
            split_words(title_of(origin, year))
            + loss.list_draft_words(recognition.drafts, recognition.notes),
        )
        if request.accept_loss is None:  # else it is compared with what readers will lack
            require_whole(origin, score, recognition.damage, None)
        with transaction.atomic(), publication_context(reason=reason):
            outcome = save(request, origin, year, recognition, progress)
            if request.dry_run:
                outcome.status = "simulé"
                transaction.set_rollback(True)
    except ValidationError as error:
        raise Refusal(f"{origin.name}, ligne 1 : {' '.join(error.messages)}") from error
    except PublicationRefused as error:
        raise Refusal(str(error)) from error
    except CorrectionsUnanswered as error:
        raise Refusal(describe_unanswered(error)) from error
    except RecursionError as error:
        raise refuse_depth(origin, error) from error
    return outcome


def describe_unanswered(error: CorrectionsUnanswered) -> str:
    """Return which published figures an import changes, and how to answer for them."""
    lines = [f"{change.place} : {change.sentence}" for change in error.changes]
    return "\n".join([str(error), *lines, "Donnez la raison avec --reason « … »."])


def save(
    request: Request,
    origin: Source,
    year: int,
    recognition: Recognised,
    progress: Callable[[str], None],
) -> Outcome:
    """Save the report, or leave it alone if this file made it. Runs within a transaction."""
    index = request.index or report_index()
    page = AnnualReportPage.objects.child_of(index).filter(year=year).first()
    path = f"/{index.slug}/{year}/"
    changes: list[str] = []
    if page is not None:
        require_known_draft(page, request.replaced_revision)
    if page is not None and not request.replace:
        latest = require_unchanged_draft(origin, page, path)
        changes = describe_choices(origin, latest)
        if not changes:
            return leave_unchanged(request, origin, page, latest, path, recognition)
        page = latest

    progress("fichiers et fiches")
    credits = read_credits(origin)
    assets = Assets(request.assets, request.dry_run, origin.pictures, credits, request.user)
    registry = Registry(request.publish, year, read_definitions(origin))

    pages = tree.SitePages(index)
    rows = {"picture": assets.row, "document": assets.row, "page": pages.row}

    def reference(named: Named) -> int | None:
        return rows.get(named.kind, registry.row)(named)

    body = stored_body(recognition.drafts, path, reference, registry.code)
    former = find_former_ids(read_former_body(page), read(body))
    if page is not None or any(draft.keys for draft in recognition.drafts):
        taken = collect_taken_ids(page or AnnualReportPage())
        keep_keys(body, recognition.drafts, taken, former)
    mark_essentials(origin, body, year)
    status = "créé" if page is None else "remplacé"
    report = page or AnnualReportPage(slug=str(year), live=False, owner=request.user)
    report.year = year
    report.title = origin.title() or f"Bilan {year}"
    report.hero_title = title_of(origin, year)
    downloads = [
        draft.value["document"] for draft in recognition.drafts if draft.kind == "download"
    ]
    report.source_document_id = reference(downloads[0]) if downloads and downloads[0] else None
    set_fields(report, origin, reference)
    set_field_spaces(report, origin, recognition.drafts)
    if page is None:
        index.add_child(instance=report)
    report.body = json.dumps(body)  # after its birth, at which a page mints ids of its own
    progress("fidélité")
    score = require_fidelity(request, origin, report, recognition)
    progress("enregistrement")
    if page is None:
        report.save(clean=False)
    else:
        settle_replaced_body(report)
    revision = report.save_revision(user=request.user, log_action=True, clean=False)
    if request.publish:
        revision.publish()
    raised = [*assets.notices, *pages.notices, *registry.notices]
    raised = origin.name_places(raised, recognition.titles)
    notices = sorted({*recognition.notices, *describe_lost(former), *raised})
    ImportRecord.objects.update_or_create(
        report_id=report.pk,
        defaults={
            "source_name": origin.name,
            "source_digest": origin.digest,
            "body_digest": digest_report(report),
            "acknowledged": request.acknowledge,
            "warnings": [str(notice) for notice in notices],
        },
    )
    outcome = Outcome(
        year, path, status, score, recognition.drafts, recognition.prose, notices, registry.made
    )
    outcome.changes = changes
    outcome.ids = [raw["id"] for raw in body]
    outcome.checked = count_findings(report, request.acknowledge)
    return outcome


def leave_unchanged(
    request: Request,
    origin: Source,
    page: AnnualReportPage,
    latest: AnnualReportPage,
    path: str,
    found: Recognised,
) -> Outcome:
    """Leave a report as this file made it; publish it if that is requested and it is not public."""
    score = require_fidelity(request, origin, latest, found)
    outcome = Outcome(page.year, path, "inchangé", score, found.drafts, found.prose, found.notices)
    if request.publish and not page.live:
        publish.publish_with_records(page)
        outcome.status = "publié"
    outcome.ids = [raw["id"] for raw in latest.body.raw_data]
    outcome.checked = count_findings(page, request.acknowledge)
    return outcome


def count_findings(report: AnnualReportPage, reason: str) -> dict[str, int]:
    """Count the findings about the draft; if a reason is given, acknowledge all of them.

    A past report is imported as it was published, errors included: they stay visible.
    """
    checked = check_latest(report)
    if reason:
        checked = acknowledge_findings(checked, checked.open, reason, None, IMPORT)
    return count_by_severity(checked)


def require_fidelity(
    request: Request, origin: Source, report: AnnualReportPage, found: Recognised
) -> Fidelity:
    """Compare the words of the file with those of the report as readers see it.

    Accepted losses become notices, others are refused.
    """
    score = measure_fidelity(report, origin, found)
    accepted = require_whole(origin, score, found.damage, request.accept_loss)
    found.notices[:] = sorted({*found.notices, *accepted})
    return score


def measure_fidelity(report: AnnualReportPage, origin: Source, found: Recognised) -> Fidelity:
    """Compare the words of the file with those of the report as readers see it."""
    title = origin.title("hero_title") or report.hero_title or report.title
    words = fidelity.list_source_words(origin, title, found.has_title)
    return fidelity.compare_words(
        words, loss.list_rendered_words(report, found.drafts, found.notes)
    )
