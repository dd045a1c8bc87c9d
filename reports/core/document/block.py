"""The base class of blocks, and the registry of their classes by stored type."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar, dataclass_transform

from reports.core.document.fields import declare
from reports.core.document.node import Node, node
from reports.core.document.part import Role


@node()
class Block(Node):
    """The base class of blocks: the nodes that a body is a list of."""

    block_type: ClassVar[str] = ""
    """The name under which bodies store it."""
    is_prose: ClassVar[bool] = True
    """Whether it says more than a title, a label or a link."""

    has_sentences: ClassVar[bool] = False
    """Whether its figures stand in sentences or lines, where checks look for an announced total."""
    is_running_text: ClassVar[bool] = False
    """Whether its rich text `text` is prose: checks look there for bold lines that stand for titles
    and for numbers that announce a list."""
    has_dated_facts: ClassVar[bool] = False
    """Whether its facts are of the year of the title above them, or else of the report."""
    can_split_total: ClassVar[bool] = False
    """Whether its facts may be the parts of a total."""
    has_cards: ClassVar[bool] = False
    """Whether it is made of cards: checks compare their facts within the card of one service."""

    @property
    def stored_type(self) -> str:
        """The type as a body stores it."""
        return self.block_type


B = TypeVar("B", bound=type[Block])
BLOCKS: dict[str, type[Block]] = {}
"""The class of each type of block."""


@dataclass_transform(frozen_default=True, field_specifiers=(declare,))
def block(block_type: str, label: str, **traits: Any) -> Callable[[B], B]:
    """Register a class of blocks under its type; the rest is as for `node`."""

    def register(cls: B) -> B:
        made = node(label, block_type=block_type, **traits)(cls)
        if any(part.role is Role.FIGURE for part in made.parts.values()):
            raise TypeError(f"{block_type} has its figure in a fact: fields.node(…, Fact)")
        BLOCKS[block_type] = made
        return made

    return register


@node()
class UnknownBlock(Block):
    """A stored block whose type this version does not know. It is kept unchanged and never read."""

    unknown_type: str = ""
    raw: Any = None

    @property
    def stored_type(self) -> str:
        return self.unknown_type

    @property
    def stored(self) -> Any:
        """The value as it was stored, whatever it is."""
        return self.raw
