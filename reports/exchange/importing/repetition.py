"""Decides whether the draft of a report is still as the last import of its file left it."""

import hashlib
import json

from reports.content.models import AnnualReportPage
from reports.exchange.importing.findings import ExistingReport
from reports.exchange.importing.report_fields import CHOICES, list_digested
from reports.exchange.importing.source import Source
from reports.exchange.models import ImportRecord

LABELS = {"language": "langue", "currency": "monnaie"}


def describe_choices(origin: Source, latest: AnnualReportPage) -> list[str]:
    """Return the language and the currency that the request changes in the draft, in French.

    With the same file, its numbers are then read in another way.
    """
    return [
        f"{LABELS[name]} : {known[getattr(latest, name)]} → {known[code]}"
        for name, known in CHOICES.items()
        if (code := origin.front_text(name)) and code != getattr(latest, name)
    ]


def require_unchanged_draft(origin: Source, page: AnnualReportPage, path: str) -> AnnualReportPage:
    """Return the latest draft; refuse one that the last import of this file did not write."""
    record = ImportRecord.objects.filter(report_id=page.pk).first()
    latest = page.get_latest_revision_as_object()
    reason = ""
    if record is None:
        reason = "existe déjà et ne vient pas d’un import"
    elif record.source_digest != origin.digest:
        reason = f"vient d’un autre fichier ou d’un autre état de celui-ci ({record.source_name})"
    elif record.body_digest != digest_report(latest):
        reason = "a été modifié depuis son import"
    if reason:
        raise ExistingReport(
            f"{origin.name}, ligne 1 : le bilan {path} {reason} ; "
            "--replace l’écrase par une nouvelle version, que l’historique permet d’annuler."
        )
    return latest


def require_known_draft(page: AnnualReportPage, revision: int | None) -> None:
    """Refuse to replace a draft that is newer than the one that the user agreed to replace."""
    if revision is not None and (page.latest_revision_id or 0) != revision:
        raise ExistingReport(
            "Quelqu’un a enregistré une autre version de ce bilan entre-temps : rien n’a été "
            "remplacé."
        )


def digest_report(report: AnnualReportPage) -> str:
    """Return the SHA-256 of what an import writes into a report."""
    body = report.body.get_prep_value()
    content = [report.title, report.hero_title, report.source_document_id, body]
    content += list_digested(report)
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
