"""Writes the result of an import as text for people, and as JSON for programs."""

from collections.abc import Mapping
from typing import Any

from reports.checks.serializers import format_summary
from reports.content.models.record_kind import get_kinds_by_name
from reports.core.document.block import BLOCKS
from reports.exchange.importing.block_counts import count_parts, pluralise
from reports.exchange.importing.fidelity import EXCLUSIONS
from reports.exchange.importing.outcome import Outcome


def count_records(made: Mapping[str, int]) -> str:
    """Return the numbers of new records by kind: « 1 indicateur, 3 promotions financées »."""
    return ", ".join(f"{count} {name_records(kind, count)}" for kind, count in made.items())


def name_records(name: str, count: int) -> str:
    """Return the French name of a kind of records, in the plural if there are several."""
    kind = get_kinds_by_name().get(name)
    if kind is None:
        return name
    options = kind.model._meta
    return str(options.verbose_name_plural if count > 1 else options.verbose_name)


def list_prose_with_digits(outcome: Outcome) -> list[tuple[int, str]]:
    """Return the paragraphs with a digit, which a person may want to check for hidden figures."""
    return [(line, text) for line, text in outcome.prose if any(map(str.isdigit, text))]


def as_text(outcome: Outcome) -> str:
    """Return a French summary: status, fidelity, recognised blocks and warnings."""
    fidelity = outcome.fidelity
    lines = [
        f"Bilan {outcome.year} {outcome.status} : {outcome.path}",
        *(f"  {change}" for change in outcome.changes),
        f"Fidélité : {fidelity.percent:.4g} % ({fidelity.kept} mots sur {fidelity.seen})",
    ]
    lines += [f"  manque : « {run} »" for run in fidelity.lost[:20]]
    lines += [f"  en trop : « {run} »" for run in fidelity.added[:20]]
    lines += ["  non comparés : " + " ; ".join(EXCLUSIONS), "Reconnu :"]
    for draft in outcome.drafts:
        if draft.kind not in ("heading", "paragraph"):
            lines.append(f"  ligne {draft.line} : {BLOCKS[draft.kind].label}{count_parts(draft)}")
    counts = outcome.recognised
    lines.append(
        f"  et {pluralise(counts.get('heading', 0), 'titres')}, "
        f"{pluralise(counts.get('paragraph', 0), 'paragraphes')}"
    )
    if outcome.made:
        lines.append(f"Fiches créées : {count_records(outcome.made)}")
    lines.append(
        f"Paragraphes de texte qui contiennent un chiffre : {len(list_prose_with_digits(outcome))}"
    )
    lines.append(
        f"Contrôles : {format_summary(**outcome.checked)} "
        f"(voir manage.py check_report {outcome.year})"
    )
    lines.append(f"Avertissements : {len(outcome.notices)}")
    lines += [f"  {notice}" for notice in outcome.notices]
    return "\n".join(lines)


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Return the summary as JSON; lines are those of the file, from 1."""
    fidelity = outcome.fidelity
    return {
        "year": outcome.year,
        "path": outcome.path,
        "status": outcome.status,
        "changes": outcome.changes,
        "fidelity": {
            "percent": round(fidelity.percent, 2),
            "seen": fidelity.seen,
            "kept": fidelity.kept,
            "lost": list(fidelity.lost),
            "added": list(fidelity.added),
            "exclusions": list(EXCLUSIONS),
        },
        "recognised": [
            {"line": draft.line, "kind": draft.kind, "parts": count_parts(draft).strip(" ()")}
            for draft in outcome.drafts
        ],
        "prose_with_digits": [
            {"line": line, "text": text} for line, text in list_prose_with_digits(outcome)
        ],
        "snippets_made": outcome.made,
        "checked": outcome.checked,
        "warnings": [
            {"line": notice.line, "message": notice.message} for notice in outcome.notices
        ],
    }
