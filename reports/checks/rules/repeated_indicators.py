"""Rule that reports two rows of the same indicator with different values for the same period."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.checks.statements.indicator_results import Result, iterate_results, quote_words
from reports.core.comparison.agreement import differ
from reports.core.reading import Reading
from reports.core.text.stems import fold_accents


@rule(
    "indicator-twice",
    Severity.WARNING,
    "Indicateur imprimé deux fois",
    "Deux lignes des tableaux d’indicateurs portent le même indicateur et ne donnent pas la même "
    "valeur pour la même période.",
)
def indicator_twice(report: Reading) -> Iterator[Issue]:
    first_results: dict[tuple[object, ...], Result] = {}
    for result in iterate_results(report):
        for name in dict.fromkeys(
            filter(None, (result.row.confirmed_ref, fold_accents(result.row.head)))
        ):
            first = first_results.setdefault((name, *result.stated_key), result)
            if first.row is result.row or first.figure.state.value == "empty":
                continue
            if differ(first.figure, result.figure):
                yield Issue(
                    result.place,
                    f"L’indicateur {quote_words(result.row.head)} vaut « {first.figure.text} » sur "
                    f"une ligne et « {result.figure.text} » sur une autre, pour "
                    f"{quote_words(result.column)}.",
                    "Gardez une seule ligne, ou donnez la même valeur aux deux.",
                    (result.row.head, result.column, first.figure.raw, result.figure.raw),
                    (first.place,),
                )
                break
