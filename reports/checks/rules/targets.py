"""Rule that reports missed targets."""

from collections.abc import Iterator

from reports.checks.arithmetic.outcomes import find_outcomes
from reports.checks.arithmetic.rounding import ONE, TWO, ZERO, format_number
from reports.checks.rule import Issue, Severity, rule
from reports.checks.statements.shortfalls import find_explained_rows
from reports.checks.statements.target_claims import group_sentences, mentions_missed_targets
from reports.core.figures import Figure, Unit
from reports.core.figures.parts import State
from reports.core.reading import Reading


@rule(
    "target-missed",
    Severity.WARNING,
    "Objectif non atteint",
    "Le résultat de l’année est en deçà de l’objectif de la même année (au-delà, pour un "
    "indicateur qui doit baisser : délais, réclamations, coûts, émissions). Rien n’est dit d’un "
    "indicateur dont on ne sait s’il doit monter : ni son nom, ni le résultat d’avant, ni le sens "
    "de sa fiche ne le disent. Ce n’est pas une faute : le lecteur attend une explication, et "
    "l’un des deux chiffres peut être mal recopié. Une ligne qui a des mots à côté de ses chiffres "
    "n’est pas signalée : ils en disent l’issue. Une ligne dont le texte de la même partie dit "
    "l’écart, ou l’explique, non plus.",
)
def target_missed(report: Reading) -> Iterator[Issue]:
    sentences = group_sentences(report)
    for grid in report.grids:
        missed = [o for o in find_outcomes(report, grid) if o.missed and not o.remarks]
        if missed and mentions_missed_targets(report, grid, sentences):
            continue
        told = find_explained_rows(report, grid, [o.name for o in missed]) if missed else set()
        for outcome in missed:
            if outcome.name not in told:
                result, target = outcome.result.raw.strip(), outcome.target.raw.strip()
                yield Issue(
                    outcome.place,
                    f"« {outcome.name} » : « {result} » pour un objectif de « {target} » "
                    f"(écart de {describe_gap(outcome.result, outcome.target)}).",
                    "Expliquez l’écart dans le texte, ou corrigez le chiffre.",
                    (outcome.name, result, target),
                )


def describe_gap(result: Figure, target: Figure) -> str:
    """Return how far a result is from its target, with their unit: « 32,6 points »."""
    gap = abs((result.value or ZERO) - (target.value or ZERO))
    if result.unit is None:
        return format_number(gap)
    if result.unit in (Unit.PERCENT, Unit.POINT):
        return f"{format_number(gap)} point{'s' if gap >= TWO else ''}"
    exact = gap.normalize().as_tuple().exponent
    step = ONE.scaleb(min(int(exact), 0))
    return Figure("", value=gap, step=step, unit=result.unit, state=State.VALUE).text
