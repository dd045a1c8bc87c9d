"""Declares the fields of nodes: role, labels, how they are stored, and what next year keeps."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Role(Enum):
    """The kinds of content that a field of a node can hold."""

    TEXT = "text"
    """A line of words that a reader sees."""
    RICH_TEXT = "rich text"
    FIGURE = "figure"
    TABLE = "table"
    COLUMN = "column"
    """The heading of a column."""
    ROW_HEAD = "row head"
    """The first cell of a row: what the row is about."""
    CELL = "cell"
    ADDRESS = "address"
    """Where printed words lead: an address, a path or an anchor."""
    REFERENCE = "reference"
    """The row id or key of a record, a picture or a document."""
    SETTING = "setting"
    """What steers how the rest is shown; a reader does not read it."""
    BOOKKEEPING = "bookkeeping"
    """What the system remembers for itself."""
    NODE = "node"
    NODES = "nodes"


class NextYear(Enum):
    """The ways in which roll-forward copies a field to next year's report."""

    STAYS = "stays"
    MOVES = "moves"
    """Words stay, and years in them move on."""
    GOES = "goes"
    """It was of that year alone."""
    SHIFTS = "shifts"
    """Items are periods; each has the facts of the one that was the same year."""


@dataclass(frozen=True, slots=True)
class Part:
    """The description of one field of a node."""

    role: Role
    label: str = ""
    """The French name that editors read."""
    help: str = ""
    """What the form says below the field, in French."""
    description: str = ""
    """What the schema says of the field, in English: its GraphQL type then has it. Of an address or
    a record it is the beginning of the sentence."""
    public_name: str = ""
    """What the field is called in answers, where not as here. The items of each block have a name
    of their own; the rich text of a node is called `content`."""
    is_required: bool = False
    """Whether a publication must fill it: a fact with a figure, a list with an item."""
    is_sentence: bool = False
    """Whether a line of words is often longer than its field, which then shows all of it."""
    reads: Any = str
    """How a stored value is read: a type of scalar, or the class of the node below."""
    refers_to: str = ""
    """The kind of what a reference refers to: service, incubator, picture and so on."""
    next_year: NextYear = NextYear.STAYS
    default: Any = ""
    """The stored value that stands for one that was never stored."""
    choices: dict[str, str] = field(default_factory=dict)
    """What may be stored, with the French words that editors choose."""
    text_columns: int = 1
    """How many columns of a table hold words; cells in the others are figures."""
    headings: tuple[str, ...] = ()
    """The columns that a new table begins with."""
    has_lists: bool = True
    """Whether rich text may have lists, and so several paragraphs."""
    has_notes: bool = True
    """Whether rich text may have notes: not where it is shown apart from the report too."""
    bounds: tuple[int, int] = (0, 0)
    """The lowest and the highest value of a number."""
    in_grid: bool = False
    """Whether the items of a list are edited as rows of a grid."""
    is_optional: bool = False
    """Whether nothing is stored for it where it is empty: what was written before it was there
    stays as it is."""
    made_of: str = ""
    """The name of the part beside it that an anchor was made of."""
    heading: str = ""
    """The name of the part beside it that is printed above it."""
    cited_in: str = ""
    """The name of the part beside it in which the citations of a line of words are stored."""
