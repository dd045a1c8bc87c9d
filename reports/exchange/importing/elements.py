"""Sets of HTML element names by how the import treats them, and the controls of the DSFR."""

import re

from reports.core.text.html_elements import VOID

OPTIONAL_END = frozenset(
    {"li", "p", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup"}
)
NOTE = "bilan-note"
PHRASING = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data"),
        *("del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp"),
        *("small", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var"),
        NOTE,  # what an export writes in raw HTML where a note is called
        *("path", "use", "g", "circle", "rect", "br", "wbr", "img", "input", "picture", "source"),
    }
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that hold one run of words: what follows on a line of its own is not theirs.
LINES = HEADINGS | {"p", "figcaption", "caption", "summary", "legend", "dt", "address"}
DANGEROUS = ("script", "iframe", "object", "embed", "style")
DOCTYPE = "!doctype"
# Of a whole web page, not of a report; a `<footer>` may also be that of a quotation.
PAGE = frozenset({DOCTYPE, "html", "head", "body", "nav"})
KNOWN = (
    VOID
    | OPTIONAL_END
    | PHRASING
    | LINES
    | PAGE
    | set(DANGEROUS)
    | {
        *("article", "aside", "audio", "blockquote", "canvas", "center", "datalist", "details"),
        *("dialog", "div", "dl", "fieldset", "figure", "footer", "form", "header", "hgroup"),
        *("main", "map", "math", "menu", "meter", "noscript", "ol", "optgroup", "output", "param"),
        *("pre", "progress", "ruby", "rt", "rp", "section", "select", "slot", "table", "template"),
        *("textarea", "title", "track", "ul", "video"),
    }
)
# Attributes that stand without a value. Another word without one is a word, not an attribute.
FLAGS = frozenset(
    {
        *("allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default"),
        *("defer", "disabled", "download", "hidden", "inert", "ismap", "itemscope", "loop"),
        *("markdown", "multiple", "muted", "nomodule", "novalidate", "open", "playsinline"),
        *("readonly", "required", "reversed", "selected", "alt", "nowrap", "compact"),
    }
)
TOOLTIP_BUTTON = "fr-btn--tooltip"
# What sets words apart as a term, which a tooltip right after them defines.
TERMS = frozenset({"a", "abbr", "b", "dfn", "strong"})
# The DSFR's own buttons operate the page, they are not its words; a file's size is computed.
CONTROLS = frozenset(
    {
        "fr-transcription__btn",
        "fr-btn--fullscreen",
        "fr-btn--close",
        TOOLTIP_BUTTON,
        "fr-link__detail",
    }
)
# What a control says. Only such words are taken for its label where its end is missing.
LABEL = re.compile(
    r"(?:(?:afficher|voir|masquer|agrandir) )?(?:la )?transcription|agrandir|fermer|infobulle"
    r"|(?:(?:afficher|voir) )?l[’']infobulle|informations? contextuelles?|plus d[’']informations?"
    r"|tooltip|contextual information|more information"
    r"|(?:pdf|od[tsp]|docx?|xlsx?|pptx?|csv|zip)(?: ?[–-] ?[\d\s.,]+ ?[kmg]?[bo])?",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """Return whether `text` is the label of one of the DSFR's controls."""
    return LABEL.fullmatch(" ".join(text.split())) is not None


# Elements whose words no list of definitions may part: it follows the outermost of them.
UNBROKEN = frozenset(
    {"p", "ul", "ol", "dl", "table", "blockquote", "figure", "h2", "h3", "h4", "h5", "h6"}
)
UNBROKEN_BOXES = frozenset({"fr-callout", "fr-alert", "fr-highlight", "fr-accordion"})

# A number alone, maybe with its sign, of money or of a share: no word that could be defined.
BARE_NUMBER = re.compile(
    r"[+−±~≈-]?(?:\s*+[€$£])?\s*+\d[\d\s.,/]*+(?:%|(?:k|M|Md|m|bn)?\s?[€$£]|euros?)?",
    re.IGNORECASE,
)


MAX_ENDING_LETTERS = 4  # letters that are one word with a number: 2nde, 12ème


def is_bare_number(words: str) -> bool:
    """Return whether words are a number alone."""
    return BARE_NUMBER.fullmatch(words.strip()) is not None


def is_parted(number: str, words: str) -> bool:
    """Return whether two adjacent texts are a number and a noun, unlike « 1 » and « er »."""
    return is_bare_number(number) and words[:1].isalpha() and len(words) > MAX_ENDING_LETTERS


# Kinds of callouts in Markdown, and the French titles that stand for their English markers.
CALLOUT_TITLES = {
    "NOTE": "À noter",
    "TIP": "Conseil",
    "IMPORTANT": "Important",
    "WARNING": "Attention",
    "CAUTION": "Attention",
}
