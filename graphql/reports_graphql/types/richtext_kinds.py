"""GraphQL enums of the kinds of links and of nodes in rich text."""

from reports.core.text.public_links import LinkKind
from reports.core.text.rich_text_tree import NodeKind
from reports_graphql.enums import describe_enum

__all__ = ["LinkKind", "NodeKind"]

describe_enum(
    LinkKind,
    "LinkKind",
    "What a link leads to, which decides what its address is relative to.",
    {
        "PAGE": "A public page: a path of the frontend, « /bilan/2023/ ».",
        "DOCUMENT": "A file to download: a path on this server, « /documents/… ».",
        "ANCHOR": "A place in the same report: « #impact ».",
        "PRINTED": "A path of the site that the report was printed for: relative to `printedBase` "
        "of the site.",
        "EXTERNAL": "A complete address: http, https, mailto or tel.",
    },
)
describe_enum(
    NodeKind,
    "RichTextNodeKind",
    "An element by its name in HTML, or text. Other elements do not occur.",
    {
        "TEXT": "Words, in `text`.",
        "P": "A paragraph.",
        "BR": "A line break.",
        "A": "A link, in `link`.",
        "STRONG": "Strong importance: bold.",
        "EM": "Emphasis: italics.",
        "SUP": "Superscript.",
        "SUB": "Subscript.",
        "CODE": "Code.",
        "SPAN": "Words in the language that `lang` says.",
        "UL": "A list.",
        "OL": "A numbered list, from `start` on.",
        "LI": "An item of a list.",
        "DL": "A list of terms and what is said of them.",
        "DT": "A term.",
        "DD": "What is said of a term.",
        "BLOCKQUOTE": "A quotation on lines of its own.",
        "PRE": "Words whose spaces and line breaks count.",
        "Q": "A quotation within a line.",
        "ABBR": "An abbreviation: `title` says what it stands for.",
        "DEL": "Words that were removed.",
        "INS": "Words that were added.",
        "S": "Words that no longer hold.",
        "KBD": "What is typed.",
        "MARK": "Marked words.",
        "DATA": "A number that repeats figures, in `citation`.",
        "SMALL": "Small print.",
        "TABLE": "A table.",
        "CAPTION": "The caption of a table.",
        "THEAD": "The head of a table.",
        "TBODY": "The body of a table.",
        "TFOOT": "The foot of a table.",
        "TR": "A row of a table.",
        "TH": "A header of a row or of a column.",
        "TD": "A cell of a table.",
    },
)
