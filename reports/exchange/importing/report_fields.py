"""Sets the fields of a report from its front matter; others keep their values."""

from collections.abc import Callable, Iterable
from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.models.pages import CURRENCIES, LANGUAGES
from reports.content.validation import lengths
from reports.core.figures.locale import EDITION, UNKNOWN, Locale
from reports.core.refusal import Refusal
from reports.core.text.french_spaces import set_html_spaces, set_spaces
from reports.core.text.rich_text_form import normalize_html
from reports.exchange.importing.comments.readers.texts import read_prose
from reports.exchange.importing.currency import find_currency
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.language import find_language
from reports.exchange.importing.links import replace_links
from reports.exchange.importing.markup import build_tree
from reports.exchange.importing.no_break_spaces import FRENCH
from reports.exchange.importing.request import Request
from reports.exchange.importing.source import MAX_TITLE_CHARACTERS, Source

FILES = {"image": ("picture", "image_id"), "document": ("document", "source_document_id")}
TEXTS = ("seo_title", "search_description")
TITLES = ("title", "hero_title", *TEXTS)
CHOICES = {"language": LANGUAGES, "currency": CURRENCIES}
MAX_CHARACTERS = {"seo_title": MAX_TITLE_CHARACTERS}
DEFAULTS = {
    "report_date": None,
    "language": "fr",
    "currency": "EUR",
    "introduction": "",
    "image_id": None,
    "seo_title": "",
    "search_description": "",
}
"""The fields that imports did not write once, as they are where nothing was written."""

SAID_BY_WORDS = "langue du fichier : {}, d’après ses mots."
SAID_BY_SIGNS = "monnaie du fichier : {}, d’après ses montants."

RowOf = Callable[[Named], int | None]


def set_fields(report: AnnualReportPage, origin: Source, row_of: RowOf) -> None:
    """Set the fields that the front matter names; its date is parsed already.

    Figures are read by the current rules. Raises `Refusal` for a value that a field cannot have.
    """
    front = origin.front
    report.reading_edition = EDITION
    for name in (*TEXTS, *FILES, *CHOICES, "introduction"):
        require_text(origin, name)
    if front.get("hero_title") == "":
        report.hero_title = ""
    if "date" in front:
        report.report_date = front["date"]
    for name in CHOICES:
        if name in front:
            setattr(report, name, read_choice(origin, name))
    if front.get("introduction") is not None:
        report.introduction = read_introduction(origin, row_of)
    for name in TEXTS:
        if name in front:
            setattr(report, name, origin.front_text(name))
    for name, (kind, field) in FILES.items():
        if name in front:
            path = origin.front_text(name)
            setattr(report, field, row_of(Named(kind, "", path, line=2)) if path else None)


def set_field_spaces(report: AnnualReportPage, origin: Source, drafts: Iterable[Draft]) -> None:
    """Write no-break spaces into the fields that front matter gave, if the report is in French."""
    if report.language not in FRENCH or any(draft.is_commented for draft in drafts):
        return
    for name in TITLES:
        setattr(report, name, set_spaces(getattr(report, name)))
    if "introduction" in origin.front:
        report.introduction = normalize_html(set_html_spaces(report.introduction))


def require_text(origin: Source, name: str) -> None:
    """Refuse a value that is not one text, or that no field can store."""
    value = origin.front.get(name)
    if value is None:
        return
    if not isinstance(value, str | int | float):
        raise refusal(origin, name, "n’est pas un texte")
    text = str(value)
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise refusal(origin, name, "contient un caractère impossible")
    most = MAX_CHARACTERS.get(name, lengths.MAX_RICH_TEXT_CHARACTERS)
    if len(text) > most:
        raise refusal(origin, name, f"a plus de {most} caractères")


def read_choice(origin: Source, name: str) -> str:
    """Return the code of a language or a currency."""
    code = origin.front_text(name)
    if code not in CHOICES[name]:
        known = ", ".join(CHOICES[name])
        raise refusal(origin, name, f"n’est pas l’un de ces codes : {known}")
    return code


def read_locale(origin: Source, request: Request) -> Locale:
    """Return the locale of the request or the front matter, and write it into the latter.

    A language that neither gives is detected from the words if they leave no doubt; otherwise it is
    unknown, and a number that can be read in two ways is not read. The currency of an English
    report is detected in the same way.
    """
    asked = {"language": request.language, "currency": request.currency}
    origin.front.update({name: code for name, code in asked.items() if code})
    text = f"{origin.front_text('title')}\n{origin.text}"
    if "language" not in origin.front and (language := find_language(text)):
        origin.front["language"] = language
        if language != DEFAULTS["language"]:
            origin.notices.append(Notice(0, SAID_BY_WORDS.format(LANGUAGES[language])))
    region = origin.front_text("lang").partition("-")[2].lower()
    is_asked = origin.front.get("language") == "en" and "currency" not in origin.front
    if is_asked and (currency := find_currency(origin.text, region)):
        origin.front["currency"] = currency
        origin.notices.append(Notice(0, SAID_BY_SIGNS.format(CURRENCIES[currency])))
    given = {name: read_choice(origin, name) for name in CHOICES if name in origin.front}
    return Locale.from_fields({"language": UNKNOWN, **given})


def read_introduction(origin: Source, row_of: RowOf) -> str:
    """Return the introduction, which is Markdown, as rich text."""
    text = str(origin.front["introduction"])
    parsed = build_tree(Source(origin.name, text, 1, {}, ""))
    if parsed.damage or parsed.comments:
        raise refusal(origin, "introduction", "contient du HTML abîmé")
    body: Any = parsed.soup.body
    html = read_prose(list(body.children) if body else [])
    return replace_links(html, row_of)


def refusal(origin: Source, name: str, message: str) -> Refusal:
    return Refusal(f"{origin.name}, ligne 2 : « {name} » {message}.")


def list_digested(report: AnnualReportPage) -> list[Any]:
    """Return the fields that do not have their default values."""
    values = {name: getattr(report, name) for name in DEFAULTS}
    return [[n, str(value)] for n, value in values.items() if value != DEFAULTS[n]]
