"""What an import tells: as text for a person, as JSON for a machine."""

from typing import Any

from reports.blocks.body import ReportBody
from reports.checks.told import summary
from reports.importing.fidelity import EXCLUSIONS
from reports.importing.importer import Outcome
from reports.importing.inventory import census

KINDS = {
    "service": "services",
    "incubator": "incubateurs",
    "indicator": "indicateurs",
    "funding_round": "promotions financées",
    "term": "termes",
}


def numbered(outcome: Outcome) -> list[tuple[int, str]]:
    """Prose in which a digit stands: what a person may want to look at for hidden figures."""
    return [(line, text) for line, text in outcome.prose if any(map(str.isdigit, text))]


def as_text(outcome: Outcome) -> str:
    """A French summary: status, fidelity, what was recognised as what, what was noticed."""
    labels = {name: block.label for name, block in ReportBody().child_blocks.items()}
    kept = outcome.fidelity
    lines = [
        f"Bilan {outcome.year} {outcome.status} : {outcome.path}",
        f"Fidélité : {kept.percent:.4g} % ({kept.kept} mots sur {kept.seen})",
    ]
    lines += [f"  manque : « {run} »" for run in kept.lost[:20]]
    lines += [f"  en trop : « {run} »" for run in kept.added[:20]]
    lines += ["  non comparés : " + " ; ".join(EXCLUSIONS), "Reconnu :"]
    for draft in outcome.drafts:
        if draft.kind not in ("heading", "paragraph"):
            lines.append(f"  ligne {draft.line} : {labels[draft.kind]}{census(draft)}")
    counts = outcome.recognised
    lines.append(
        f"  et {counts.get('heading', 0)} titres, {counts.get('paragraph', 0)} paragraphes"
    )
    if outcome.made:
        made = ", ".join(f"{count} {KINDS[kind]}" for kind, count in outcome.made.items())
        lines.append(f"Fiches créées : {made}")
    lines.append(f"Paragraphes de texte qui contiennent un chiffre : {len(numbered(outcome))}")
    lines.append(
        f"Contrôles : {summary(**outcome.checked)} (voir manage.py check_report {outcome.year})"
    )
    lines.append(f"Avertissements : {len(outcome.notices)}")
    lines += [f"  {notice}" for notice in outcome.notices]
    return "\n".join(lines)


def as_json(outcome: Outcome) -> dict[str, Any]:
    """The same for a machine; lines are those of the file, from 1."""
    kept = outcome.fidelity
    return {
        "year": outcome.year,
        "path": outcome.path,
        "status": outcome.status,
        "fidelity": {
            "percent": round(kept.percent, 2),
            "seen": kept.seen,
            "kept": kept.kept,
            "lost": list(kept.lost),
            "added": list(kept.added),
            "exclusions": list(EXCLUSIONS),
        },
        "recognised": [
            {"line": draft.line, "kind": draft.kind, "parts": census(draft).strip(" ()")}
            for draft in outcome.drafts
        ],
        "prose_with_digits": [{"line": line, "text": text} for line, text in numbered(outcome)],
        "snippets_made": outcome.made,
        "checked": outcome.checked,
        "warnings": [
            {"line": notice.line, "message": notice.message} for notice in outcome.notices
        ],
    }
