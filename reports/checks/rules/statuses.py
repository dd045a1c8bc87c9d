"""Rule that reports rows whose status (« Atteint », ✘) contradicts their numbers."""

from collections.abc import Iterator

from reports.checks.arithmetic.outcomes import find_outcomes
from reports.checks.arithmetic.statuses import read_status
from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading


@rule(
    "status-differs",
    Severity.WARNING,
    "Issue démentie par les chiffres",
    "Une ligne dit « Atteint », « Non atteint », « ✔ » ou « ✘ » de son objectif, et ses chiffres "
    "disent le contraire. Rien n’est dit d’un indicateur dont on ne sait s’il doit monter.",
)
def status_differs(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        for outcome in find_outcomes(report, grid, is_undated=True):
            for remark in outcome.remarks:
                is_reached = read_status(remark)
                if is_reached is None or outcome.missed in (None, not is_reached):
                    continue
                result, target = outcome.result.raw.strip(), outcome.target.raw.strip()
                verb = "n’atteint pas" if outcome.missed else "atteint"
                yield Issue(
                    outcome.place,
                    f"« {outcome.name} » est dit « {remark} », et « {result} » {verb} l’objectif "
                    f"de « {target} ».",
                    "Corrigez ce mot, ou l’un des deux chiffres.",
                    (outcome.name, remark, result, target),
                )
                break
