"""Rule that reports ordinary spaces where a line must not break, in French."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.spacing import visible_lines
from reports.core.reading import Reading
from reports.core.reading.place import Place
from reports.core.text.french_spaces import find_breaking_spaces, fix_breaking_spaces
from reports.core.text.missing_spaces import word_at

MAX_EXAMPLES = 8


@rule(
    "spacing-breaking",
    Severity.WARNING,
    "Espaces sécables",
    "Une espace ordinaire précède un signe double ou sépare des milliers : la ligne peut se "
    "couper là, et le signe ou la fin du nombre passer seul à la ligne suivante. L’import d’un "
    "fichier écrit lui-même ces espaces. Un seul constat pour tout le bilan.",
    language="fr",
    fix=fix_breaking_spaces,
)
def spacing_breaking(report: Reading) -> Iterator[Issue]:
    places: dict[Place, None] = {}
    excerpts: dict[str, None] = {}
    count = 0
    for line in visible_lines(report):
        if line.role == "cell" and not any(map(str.isalpha, line.text)):
            continue  # a number in brackets stays as it is printed
        points = [place + 1 for place in find_breaking_spaces(line.native)]
        if points:
            places[line.place] = None
            count += len(points)
        if len(excerpts) < MAX_EXAMPLES:
            excerpts.update((quote_space(line.text, point), None) for point in sorted(points))
    if count:
        blocks = len({place.block for place in places})
        examples = ", ".join(f"« {each} »" for each in list(excerpts)[:MAX_EXAMPLES])
        spaces = f"{count} espaces ordinaires" if count > 1 else "Une espace ordinaire"
        yield Issue(
            report.whole,
            f"{spaces} dans {blocks} bloc{'s' if blocks > 1 else ''}, là où la ligne ne doit pas "
            f"se couper : {examples}.",
            "Remplacez-les par des espaces insécables.",
            ("espace sécable",),
            tuple(places),
        )


def quote_space(text: str, point: int) -> str:
    """Return the words on both sides of the space that ends at a point."""
    before = text[:point].rstrip()
    start = word_at(before, len(before))[0]
    return " ".join(text[start : word_at(text, point)[1]].split())
