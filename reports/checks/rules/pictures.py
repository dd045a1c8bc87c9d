"""Rules about the text alternatives of pictures, and about charts inserted as pictures."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Picture
from reports.core.document.text_blocks import Heading
from reports.core.reading import Reading
from reports.core.reading.parts import Block
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

SUFFIX = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic|pdf)$", re.IGNORECASE)
CAMERA = re.compile(
    r"(?:img|dsc[nf]?|pict?|screenshot|screen shot|capture|image|photo|untitled|sans titre)"
    r"[-_ ]*\(?\d[\d\-_. ()x]*(?:[ -]?(?:copie|copy))?",
    re.IGNORECASE,
)
CODED = re.compile(r"\S*_\S*|(?=\S*\d)[^\s-]+(?:-[^\s-]+){2,}")
MAX_NAME_CHARACTERS = 200  # characters of a name or of an opening
TITLED = re.compile(r"(?=\S*[-_\d])\S+")
EMPTY_WORDS = {
    *("image", "photo", "photographie", "illustration", "visuel", "picture", "logo", "alt"),
    *("capture", "capture d’écran", "capture d'écran", "texte alternatif", "sans titre"),
}
OPENING = re.compile(
    r"(?:une |cette )?(?:image|visuel|illustration) "
    r"(?:de|d[’'ʼ]|du|des|montrant|représentant|qui)(?! (?:synthèse|marque)\b)"
    r"(?!\s*(?:archive|Épinal|épinal))",
    re.IGNORECASE,
)
NOUN = r"""
    (?: courbes? | graph(?:ique|e)?s? | diagrammes? | histogrammes? | camemberts? | schémas?
      | cartographies?
      | cartes?\ (?: choroplèthe | interactive | (?:de|des|du|d[’'ʼ])
          (?!\s?(?:visite|identité|v[oœ]|séjour|presse|crédit|paiement|fidélité|transport
            |membre|bienvenue|étudiant|électeur))) )"""
DRAWN = re.compile(
    rf"""^(?:(?:image|visuel|illustration|capture\ d[’'ʼ]écran|photo)\ (?:de\ |d[’'ʼ]|du\ |des\ ))?+
        (?:(?:le|la|les|un|une|deux|trois|des|du)\ |l[’'ʼ])?+ (?P<noun>{NOUN})(?!\w)
      | \b(?:sous\ (?:la\ )?forme|en\ forme)\ (?:de\ |d[’'ʼ](?:une?\ )?)(?P<form>{NOUN})(?!\w)
      | \((?P<aside>{NOUN})(?!\w)[^()]*\)\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# A map that says which places it shows: « Carte de France : Paris, Lyon et Rennes »
PLACES_NAMED = re.compile(r"\b[Cc]arte\b[^:]*:(?:[^:A-ZÀ-Ý]*\b[A-ZÀ-Ý][\w-]+){2,}")

TRANSCRIBED = re.compile(
    r"\b(?:transcription|transcript|transcrit|version texte|texte du graphique|en toutes lettres"
    r"|données du graphique|in words|text version|as text)\b",
    re.IGNORECASE,
)
MAX_BLOCKS_BELOW = 2  # blocks below a picture that may transcribe it
MAX_BLOCKS_TO_TABLE = 3  # blocks, below which a table is another matter's
# What names a drawing, and nothing that it shows
DRAWING = {"graphiqu", "graph", "courb", "diagramm", "histogramm", "cart", "schema", "chart"}
MIN_FIGURES = 2  # figures that a transcription states, at least
YEAR_RANGE = range(1900, 2101)


@rule(
    "picture-without-alternative",
    Severity.ERROR,
    "Image sans texte alternatif",
    "Une image n’a pas de texte alternatif et n’est pas déclarée décorative (RGAA 1.1 et 1.2). Un "
    "seul constat pour toutes les images.",
    summary="{count} images n’ont pas de texte alternatif : {named}.",
)
def picture_without_alternative(report: Reading) -> Iterator[Issue]:
    unnamed: Counter[str] = Counter()
    emptied = {empty.block for empty in report.context.unfilled}
    for place, image in report.find_nodes(Picture):
        if image.picture is None and place.block in emptied:
            continue  # that it is to be filled in says it
        if not image.alt.strip() and not image.decorative:
            name = file_of(report, image)
            what = f"L’image {name} n’a pas de texte alternatif.".replace("  ", " ")
            repair = "Dites ce qu’elle montre, ou cochez « Décorative » si elle n’apprend rien."
            if image.picture is None:
                what = "Aucune image n’est choisie, et il n’y a pas de texte alternatif."
                repair = "Choisissez l’image et dites ce qu’elle montre, ou retirez le bloc."
            alike = unnamed[str(place)] = unnamed[str(place)] + (not name)
            known = name or f"« {place} »" + (f" ({alike})" if alike > 1 else "")
            yield Issue(place, what, repair, (name or image.caption or "image",), name=known)


@rule(
    "alternative-idle",
    Severity.WARNING,
    "Texte alternatif qui ne décrit rien",
    "Le texte alternatif est un nom de fichier, répète la légende, ou commence par « Image de » : "
    "il ne dit pas ce que l’on voit (RGAA 1.3).",
    summary="{count} textes alternatifs ne disent pas ce que l’on voit : {named}.",
)
def alternative_idle(report: Reading) -> Iterator[Issue]:
    images = ((p, i.alt, i.picture, i.caption) for p, i in report.find_nodes(Picture))
    charts = ((p, c.alt, c.picture, "") for p, c in report.find_nodes(Chart) if not c.data.rows)
    for place, alt, picture, caption in (*images, *charts):
        title = report.context.pictures.get(picture or 0, "")
        if why := explain_idle(alt.strip(), title.strip(), caption):
            yield Issue(
                place,
                f"Le texte alternatif « {alt.strip()} » {why}.",
                "Dites en une phrase ce que l’image montre à qui la voit.",
                (alt.strip(),),
                name=f"« {alt.strip()} »",
            )


def explain_idle(alt: str, title: str, caption: str) -> str:
    """Return why an alternative says nothing; empty for one that does, or for none."""
    if not alt or len(alt) > MAX_NAME_CHARACTERS:
        return ""
    is_file_name = SUFFIX.search(alt) or CAMERA.fullmatch(alt) or CODED.fullmatch(alt)
    if is_file_name or (alt == title and TITLED.fullmatch(alt)):
        return "est un nom de fichier"
    if alt.lower().rstrip(".") in EMPTY_WORDS:
        return "ne décrit rien"
    if fold_accents(alt) == fold_accents(caption):
        return "répète la légende"
    opening = OPENING.match(alt)
    return f"commence par « {opening[0]} », qu’un lecteur d’écran annonce déjà" if opening else ""


@rule(
    "picture-of-chart",
    Severity.WARNING,
    "Graphique inséré comme une image",
    "Le texte alternatif d’une image nomme une courbe, un graphique, un schéma ou une carte : "
    "ses valeurs ne sont écrites nulle part (RGAA 1.6). Une image que suit une transcription avec "
    "des chiffres, ou un tableau de ce qu’elle montre, n’est pas signalée, ni une carte dont le "
    "texte nomme les lieux.",
)
def picture_of_chart(report: Reading) -> Iterator[Issue]:
    texts = group_values((text.place.rank, text.text) for text in report.texts)
    for place, image in report.find_nodes(Picture):
        if is_transcribed(report, place.rank, texts) or is_tabulated(report, place.rank, image):
            continue
        for words in (image.alt, image.caption):
            drawn = DRAWN.search(words.strip()[:MAX_NAME_CHARACTERS])
            if drawn and not PLACES_NAMED.search(words):
                noun = (drawn["noun"] or drawn["form"] or drawn["aside"]).split()[0]
                yield Issue(
                    place,
                    f"L’image « {words.strip()} » est sans doute un dessin de données "
                    f"(« {noun} ») : ce qu’elle montre n’est écrit nulle part.",
                    "Remplacez-la par un bloc « Graphique » avec ses données ou sa transcription.",
                    (words.strip(),),
                )
                break


def is_transcribed(report: Reading, rank: int, texts: Mapping[int, list[str]]) -> bool:
    """Return whether a transcription with figures stands right below the block of that rank."""
    for block in iterate_blocks_below(report, rank, MAX_BLOCKS_BELOW):
        if TRANSCRIBED.search("\n".join(texts.get(block.place.rank, ()))):
            figures = [each.figure for each in report.stated_at.get(block.place.rank, ())]
            values = [figure for figure in figures if figure.unit or figure.value not in YEAR_RANGE]
            return len(values) >= MIN_FIGURES
    return False


def iterate_blocks_below(report: Reading, rank: int, most: int) -> Iterator[Block]:
    """Yield the blocks right below that of a rank, as far as the next heading or drawing."""
    for block in report.blocks[rank + 1 : rank + 1 + most]:
        if isinstance(block.node, Heading | Picture | Chart):
            return
        yield block


def is_tabulated(report: Reading, rank: int, image: Picture) -> bool:
    """Return whether a table with figures stands right below a picture and speaks of the same."""
    shown = set(meaningful_stems(f"{image.alt} {image.caption}")) - DRAWING
    ranks = {block.place.rank for block in iterate_blocks_below(report, rank, MAX_BLOCKS_TO_TABLE)}
    for grid in report.grids:
        if grid.place.rank in ranks:
            heads = (column.heading for column in grid.table.columns)
            names = " ".join((grid.title, *heads, *(row.head for row in grid.table.rows)))
            figures = [c for row in grid.table.rows for c in row.cells[1:] if c.figure.is_number]
            if len(figures) >= MIN_FIGURES and shown & set(meaningful_stems(names)):
                return True
    return False


def file_of(report: Reading, image: Picture) -> str:
    """Return what an editor knows a picture by: its title or its old address, quoted."""
    title = report.context.pictures.get(image.picture or 0, "")
    name = title or image.source_url.rpartition("/")[2] or image.caption
    return f"« {name} »" if name else ""
