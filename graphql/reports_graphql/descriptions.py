"""One sentence, three readers: what an editor reads beside a field also describes it in the SDL."""

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import strawberry
from wagtail.blocks import Block, StructBlock

T = TypeVar("T", bound=type[Any])

HERE = "un chemin sur ce serveur, à faire précéder de son adresse"
JOINED = (
    "`before`, `figure` et `after` se lisent dans cet ordre, avec une espace entre ceux qui ne "
    "sont pas vides ; sans espace devant ce qui commence par « , », « . », « ) », « … » ou « / »."
)


def printed(what: str) -> str:
    """A link as the report has it: who renders it must be told where it leads from."""
    return (
        f"{what}, tel qu’imprimé : adresse complète, « #ancre », ou chemin sur le site pour lequel "
        "le bilan a été écrit ; vide s’il n’y en a pas."
    )


def sentence(block: Block) -> str:
    """What editors read about a block: beside it in a form, else in the block chooser."""
    return str(getattr(block.meta, "help_text", None) or block.get_description())


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def block_type(
    source: type[StructBlock], description: str = "", **children: str
) -> Callable[[T], T]:
    """A type for the values of `source`: described by it, each field by the child of the same name.

    `children` names the child where field and child differ. A field that is declared with a
    description of its own keeps it.
    """
    block = source()

    def describe(cls: T) -> T:
        for name in cls.__annotations__:
            child = block.child_blocks.get(children.get(name, name))
            if name not in vars(cls) and child is not None:
                setattr(cls, name, strawberry.field(description=sentence(child)))
        return strawberry.type(cls, description=description or sentence(block))

    return describe
