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


def describe_address(what: str) -> str:
    """A link as the report has it: who renders it must be told where it leads from."""
    return (
        f"{what}, tel qu’imprimé : adresse complète, « #ancre », ou chemin sur le site pour lequel "
        "le bilan a été écrit ; vide s’il n’y en a pas."
    )


def describe_block(block: Block) -> str:
    """Return what editors read about a block: beside it in a form, else in the block chooser."""
    return str(getattr(block.meta, "help_text", None) or block.get_description())


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def block_type(source: type[StructBlock], description: str = "", **names: str) -> Callable[[T], T]:
    """Make a type for the nodes that `source` edits.

    The block describes the type, and each child the attribute of the same name, unless it is
    declared with a description of its own. `names` are the names of fields by the attributes that
    they give, where these differ.
    """
    block = source()

    def describe(cls: T) -> T:
        for name in cls.__annotations__:
            child = block.child_blocks.get(name)
            if child is None:
                continue
            if name not in vars(cls):
                setattr(cls, name, strawberry.field(name=names.get(name)))
            field = vars(cls)[name]
            field.description = field.description or describe_block(child)
        return strawberry.type(cls, description=description or describe_block(block))

    return describe
