"""The maximum length of each text of a report, in characters.

Every regular expression that reads texts ends in time at these lengths (`tests/patterns`). Real
reports stay far below them.
"""

from django.core.exceptions import ValidationError

from reports.core.text.french_spaces import format_count

MAX_LINE_CHARACTERS = 2_000  # a title, a name, a caption, the words around a figure
MAX_CELL_CHARACTERS = 2_000  # a cell, a heading or an address in a table
MAX_NOTE_CHARACTERS = 5_000  # the note under the head of a row, with its markup
MAX_RICH_TEXT_CHARACTERS = 50_000  # several paragraphs, with their markup


def refuse_longer(text: str, most: int, what: str = "Ce texte") -> None:
    """Refuse, in French, a text of more than `most` characters."""
    if len(text) > most:
        found, limit = map(format_count, (len(text), most))
        raise ValidationError(f"{what} a {found} signes : {limit} au plus.")
