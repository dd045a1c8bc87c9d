"""Results that miss their target."""

from collections.abc import Iterator

from reports.checks.arithmetic.outcomes import outcomes
from reports.checks.arithmetic.rounding import ZERO, said
from reports.checks.reading import Reading
from reports.checks.rule import Severity, Slip, rule


@rule(
    "target-missed",
    Severity.WARNING,
    "Objectif non atteint",
    "Le résultat de l’année est en deçà de l’objectif de la même année (au-delà, pour un "
    "indicateur qui doit baisser). Ce n’est pas une faute : le lecteur attend une explication, et "
    "l’un des deux chiffres peut être mal recopié.",
)
def target_missed(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        for outcome in outcomes(report, grid):
            if outcome.missed:
                result, target = outcome.result, outcome.target
                gap = said(abs((result.value or ZERO) - (target.value or ZERO)))
                printed, wanted = result.raw.strip(), target.raw.strip()
                yield Slip(
                    outcome.place,
                    f"« {outcome.name} » : « {printed} » pour un objectif de « {wanted} » "
                    f"(écart de {gap}).",
                    "Expliquez l’écart dans le texte, ou corrigez le chiffre.",
                    (outcome.name, printed, wanted),
                )
