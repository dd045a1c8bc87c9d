"""What the import of a report had to repair or leave out."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Issue, Severity, rule

JUDGED = ("lien vers une ancre sans titre",)  # rules find these in the body as it is today


@rule(
    "import-notice",
    Severity.WARNING,
    "Repris à l’import",
    "L’import du fichier d’origine a réparé ou laissé de côté quelque chose : une parenthèse "
    "jamais refermée, un identifiant d’une autre année, un poids de fichier saisi à la main, "
    "une ligne de tableau coupée.",
)
def import_notice(report: Reading) -> Iterator[Issue]:
    for notice in report.context.notices:
        if not any(judged in notice for judged in JUDGED):
            yield Issue(
                report.whole,
                f"À l’import, {notice}",
                "Comparez avec le fichier d’origine, puis corrigez le bilan ou assumez.",
                (notice,),
            )
