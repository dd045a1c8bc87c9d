"""Refuses an import that would lose words or guess, unless exactly this loss was accepted."""

from collections.abc import Sequence
from dataclasses import replace

from reports.exchange.importing.fidelity import Fidelity
from reports.exchange.importing.findings import LossRefusal, Notice
from reports.exchange.importing.lines import find_lines
from reports.exchange.importing.source import Source

MAX_LINES = 10  # lines that a refusal names
MAX_RUN_CHARACTERS = 120  # characters of lost words that it quotes


def require_whole(
    origin: Source, fidelity: Fidelity, damage: Sequence[Notice], accepted: int | None
) -> list[Notice]:
    """Return notices of what was accepted; refuse what is lost or in doubt and was not.

    `accepted` is the exact number of words that may be lost, 0 for damage that loses none. None
    accepts nothing.
    """
    if accepted is None and fidelity.whole and not damage:
        return []
    if accepted == fidelity.missing:
        return [
            replace(notice, message=f"{notice.message} : accepté.")
            for notice in (*damage, *describe_losses(origin, fidelity))
        ]
    notices = [*damage, *describe_losses(origin, fidelity)]
    message = loss_refusal(origin, fidelity, damage, accepted)
    raise LossRefusal(message, fidelity.missing, notices)


def loss_refusal(
    origin: Source, fidelity: Fidelity, damage: Sequence[Notice], accepted: int | None
) -> str:
    """Return the sentence and the lines of a refusal, with the number that accepts it."""
    lines = [] if accepted is None else [f"--accept-loss {accepted} ne vaut pas pour ce fichier."]
    if fidelity.missing:
        percent = f"{fidelity.percent:.2f}".replace(".", ",")
        lines.append(
            f"fidélité de {percent} %, {fidelity.missing} mots sur {fidelity.seen} seraient "
            "perdus ; corrigez les lignes ci-dessous, ou acceptez exactement cette perte avec "
            f"--accept-loss {fidelity.missing}."
        )
    elif damage:
        lines.append(
            "aucun mot ne serait perdu, mais des balises abîmées laissent un doute sur ce que "
            "l’auteur voulait ; corrigez les lignes ci-dessous, ou acceptez le bilan tel qu’il est "
            "lu avec --accept-loss 0."
        )
    else:
        lines.append("rien n’en serait perdu : retirez cette option.")
    head = f"{origin.name} : {' '.join(lines)}"
    notices = [*damage[:MAX_LINES], *describe_losses(origin, fidelity)[:MAX_LINES]]
    return "\n".join([head, *(f"  {notice}" for notice in notices)])


def describe_losses(origin: Source, fidelity: Fidelity) -> list[Notice]:
    """Return the lost words, each run with its line in the file."""
    if not fidelity.lost:
        return []
    lines = find_lines(origin, fidelity.words, fidelity.places)
    return origin.name_places(
        [
            Notice(line, f"il manque « {shorten(run)} »")
            for line, run in sorted(
                zip(lines, fidelity.lost, strict=True), key=lambda pair: pair[0]
            )
        ]
    )


def shorten(text: str) -> str:
    return text if len(text) <= MAX_RUN_CHARACTERS else f"{text[:MAX_RUN_CHARACTERS]}…"
