"""One import, from the file to the saved report, in one transaction."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from reports import publication
from reports.checks.checked import acknowledge, check_latest
from reports.checks.told import counts
from reports.importing import fidelity, markup, sidebar, slips, source, tree
from reports.importing.assets import Assets
from reports.importing.draft import Draft, Named
from reports.importing.fidelity import Fidelity
from reports.importing.findings import Notice, Refusal
from reports.importing.recognise.walk import Walk
from reports.importing.registry import Registry
from reports.importing.source import Source
from reports.importing.storing import stored_body
from reports.models import AnnualReportPage, ImportRecord
from reports.printed import spoken, words

IMPORT = "Import"  # who answers for what is imported as it was published


@dataclass(frozen=True)
class Request:
    """What the command was asked."""

    file: Path
    year: int | None = None
    assets: Path | None = None
    publish: bool = False
    acknowledge: str = ""
    replace: bool = False
    dry_run: bool = False
    strict: bool = False


@dataclass
class Outcome:
    """What an import did, for the command to tell."""

    year: int
    path: str
    status: str  # « créé », « remplacé », « inchangé », « publié », « simulé »
    fidelity: Fidelity
    drafts: list[Draft]
    prose: list[tuple[int, str]]  # lines of the file and the words of each paragraph there
    notices: list[Notice]
    made: dict[str, int] = field(default_factory=dict)
    checked: dict[str, int] = field(default_factory=dict)
    """How many errors and warnings are open, and how many findings are acknowledged."""

    @property
    def recognised(self) -> dict[str, int]:
        """How many blocks of each kind there are."""
        return dict(Counter(draft.kind for draft in self.drafts))


def run(request: Request, progress: Callable[[str], None] = lambda stage: None) -> Outcome:
    """Imports a report; raises `Refusal`, and leaves the database as it was, if it cannot."""
    progress("lecture")
    origin = source.read(request.file)
    year = origin.year(request.year)
    progress("reconnaissance")
    try:
        found = recognise(origin, request.assets, year)
        with transaction.atomic():
            outcome = save(request, origin, year, found, progress)
            if request.dry_run:
                outcome.status = "simulé"
                transaction.set_rollback(True)
    except ValidationError as error:
        raise Refusal(f"{origin.name}, ligne 1 : {' '.join(error.messages)}") from error
    except RecursionError as error:
        raise Refusal(
            f"{origin.name} : trop de niveaux imbriqués les uns dans les autres."
        ) from error
    return outcome


@dataclass(frozen=True)
class Recognised:
    """What is in the file, before any database is asked."""

    drafts: list[Draft]
    prose: list[tuple[int, str]]
    notices: list[Notice]


def recognise(origin: Source, assets: Path | None, year: int | None = None) -> Recognised:
    """The blocks of a report file, and what was noticed. Touches no database."""
    soup, noticed = markup.tree(origin)
    inner = [
        (markup.line_of(link), str(link["href"]))
        for link in soup.find_all("a", href=True)
        if str(link["href"]).startswith("#") and len(str(link["href"])) > 1
    ]
    walk = Walk()
    walk.report(soup)
    notices = origin.notices + noticed + walk.notices
    notices += sidebar.settle(walk.drafts, sidebar.read(assets))
    notices += sidebar.astray(inner, walk.drafts)
    notices += slips.noticed(origin, year, walk.drafts)
    return Recognised(walk.drafts, walk.prose_lines, sorted(set(notices)))


def save(
    request: Request,
    origin: Source,
    year: int,
    found: Recognised,
    progress: Callable[[str], None],
) -> Outcome:
    """Within a transaction: leaves a report alone that this file made, else writes it."""
    index = tree.report_index()
    page = AnnualReportPage.objects.child_of(index).filter(year=year).first()
    path = f"/{index.slug}/{year}/"
    if page is not None and not request.replace:
        latest = unchanged(origin, page, path)
        kept = compare(latest, origin)
        outcome = Outcome(year, path, "inchangé", kept, found.drafts, found.prose, found.notices)
        if request.publish and not page.live:
            publication.publish(page)
            outcome.status = "publié"
        outcome.checked = judged(page, request.acknowledge)
        return outcome

    progress("fichiers et fiches")
    assets, registry = Assets(request.assets, request.dry_run), Registry(request.publish, year)

    def reference(named: Named) -> int | None:
        return (assets if named.kind in ("picture", "document") else registry).row(named)

    body = stored_body(found.drafts, path, reference, registry.code)
    status = "créé" if page is None else "remplacé"
    report = page or AnnualReportPage(slug=str(year), live=False)
    report.year = year
    report.title = origin.title() or f"Bilan {year}"
    report.hero_title = origin.title("hero_title") or report.title
    downloads = [draft.value["document"] for draft in found.drafts if draft.kind == "download"]
    report.source_document_id = reference(downloads[0]) if downloads and downloads[0] else None
    if page is None:
        index.add_child(instance=report)
    report.body = json.dumps(body)  # after its birth, at which a page mints ids of its own
    progress("fidélité")
    kept = compare(report, origin)
    if request.strict and not kept.whole:
        raise Refusal(
            f"{origin.name} : fidélité de {kept.percent:.2f} %, il manque « {kept.lost[0]} »."
        )
    progress("enregistrement")
    if page is None:
        report.save(clean=False)
    revision = report.save_revision(log_action=True, clean=False)
    if request.publish:
        revision.publish()
    notices = sorted({*found.notices, *assets.notices})
    ImportRecord.objects.update_or_create(
        report_id=report.pk,
        defaults={
            "source_name": origin.name,
            "source_digest": origin.digest,
            "body_digest": digest(report),
            "acknowledged": request.acknowledge,
            "warnings": [str(notice) for notice in notices],
        },
    )
    outcome = Outcome(year, path, status, kept, found.drafts, found.prose, notices, registry.made)
    outcome.checked = judged(report, request.acknowledge)
    return outcome


def judged(report: AnnualReportPage, reason: str) -> dict[str, int]:
    """What the checks find in the draft; with a reason, all of it is acknowledged and stays seen:
    a past report is imported as it was published, errors included.
    """
    checked = check_latest(report)
    if reason:
        checked = acknowledge(checked, checked.open, reason, None, IMPORT)
    return counts(checked)


def compare(report: AnnualReportPage, origin: Source) -> Fidelity:
    """The words of the file against those of a report's body."""
    title = origin.title("hero_title") or report.hero_title
    body = words(report.hero_title) + spoken(report.body.stream_block, report.body)
    return fidelity.compare(fidelity.seen(origin.text, title), body)


def unchanged(origin: Source, page: AnnualReportPage, path: str) -> AnnualReportPage:
    """The latest draft of `page`; refuses one that the last import of this file did not write."""
    record = ImportRecord.objects.filter(report_id=page.pk).first()
    latest = page.get_latest_revision_as_object()
    reason = ""
    if record is None:
        reason = "existe déjà et ne vient pas d’un import"
    elif record.source_digest != origin.digest:
        reason = f"vient d’un autre fichier ou d’un autre état de celui-ci ({record.source_name})"
    elif record.body_digest != digest(latest):
        reason = "a été modifié depuis son import"
    if reason:
        raise Refusal(
            f"{origin.name}, ligne 1 : le bilan {path} {reason} ; "
            "--replace l’écrase par une nouvelle version, que l’historique permet d’annuler."
        )
    return latest


def digest(report: AnnualReportPage) -> str:
    """SHA-256 of what an import writes of a report."""
    body = report.body.get_prep_value()
    content = [report.title, report.hero_title, report.source_document_id, body]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
