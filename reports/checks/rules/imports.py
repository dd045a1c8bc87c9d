"""Rule that repeats what the import of a report repaired or left out."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading

SILENT = (
    "lien vers une ancre sans titre",  # rules find these in the body as it is today
    "langue du fichier : ",  # chosen in the form of the report
    "monnaie du fichier : ",
    "tel que le fichier le déclare",
    "sommaire laissé de côté",  # ours is made of the headings
    "en-tête ou pied de page laissé de côté",
    "lu comme un titre",
    "son contenu reste dans l’ordre",
    "chiffre resté dans du texte riche",  # it can be read there too
    "<pre> n’a pas été reconnu",
    "existe déjà sous «",  # a rule finds it in the records as they are today
)
RETIRED = re.compile(r": (?:attribut on\w{1,40}|<(?:script|style|noscript)>) retiré\.\Z")
ASKS_LANGUAGE = re.compile(r" Dites la langue du fichier à l’import.*\Z")
MORE_UNCLEAR = re.compile(r"\b(\d{1,9}) autres lignes ont un nombre qui se lit de deux façons")
ABOUT_LANGUAGE = "Écrivez ce nombre comme les autres du bilan, ou importez en disant la langue."
COMPARE = "Comparez avec le fichier d’origine : corrigez le bilan, ou dites qu’il est bien ainsi."
LEFT_OUT = re.compile(
    r"page web : seul le contenu de <\w+> est pris ; laissés de côté : (?P<rest>[^.]*)"
)
MENU = re.compile(r"<(?:nav|header|footer)> \(\d+ mots?\)")
OTHER = re.compile(r"(?:<aside> \()?(?P<count>\d{1,9}) mots?\)?(?: ailleurs)?")
MAX_BANNER_WORDS = 40  # words beside a page that are no more than a banner


@rule(
    "import-notice",
    Severity.WARNING,
    "Repris à l’import",
    "L’import du fichier d’origine a réparé ou laissé de côté quelque chose : une parenthèse "
    "jamais refermée, un repère d’une autre année, un poids de fichier saisi à la main, "
    "une ligne de tableau coupée.",
)
def import_notice(report: Reading) -> Iterator[Issue]:
    notices = report.context.notices
    unclear = [notice for notice in notices if ASKS_LANGUAGE.search(notice)]
    for notice in notices:
        if notice not in unclear and not is_silent(notice) and not MORE_UNCLEAR.search(notice):
            yield Issue(report.whole, f"À l’import, {notice}", COMPARE, (notice,))
    if unclear:
        words = ASKS_LANGUAGE.sub("", unclear[0])
        rest = (int(found[1]) for notice in notices if (found := MORE_UNCLEAR.search(notice)))
        others = len(unclear) - 1 + sum(rest)
        lines = f"{others} autres lignes sont" if others > 1 else "une autre ligne est"
        more = f" ; {lines} dans ce cas." if others else "."
        message = f"À l’import, {words.removesuffix('.')}{more}"
        yield Issue(report.whole, message, ABOUT_LANGUAGE, tuple(unclear))


def is_silent(notice: str) -> bool:
    """Return whether a notice needs no finding.

    Other rules find the same in the body, or the notice only says how the file was read.
    """
    is_told = any(words in notice for words in SILENT) or RETIRED.search(notice) is not None
    return is_told or names_menus(notice)


def names_menus(notice: str) -> bool:
    """Return whether a notice names only menus and banners around the content of a web page."""
    if not (found := LEFT_OUT.search(notice)):
        return False
    others = [OTHER.fullmatch(part) for part in found["rest"].split(", ") if not MENU.match(part)]
    return all(other and int(other["count"]) < MAX_BANNER_WORDS for other in others)
