"""The value of a body that was posted by a form with folded blocks."""

from typing import Any, TypeAlias

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError

from reports.content.blocks.stream import keep_unknown_blocks
from reports.content.folding.stored_blocks import Raw, StoredChild, list_stored_blocks

OUTDATED = (
    "Ce bloc a été modifié ailleurs depuis que vous avez ouvert cette page : le voici tel qu’il "
    "est maintenant. Relisez-le, puis enregistrez de nouveau."
)
VANISHED = (
    "Un bloc que vous n’aviez pas déplié a été supprimé ailleurs depuis que vous avez ouvert cette "
    "page. Le reste de votre saisie est ci-dessous : relisez-le, puis enregistrez de nouveau."
)

Child: TypeAlias = StoredChild | tuple[str, Any, str | None] | StreamValue.StreamChild


class PostedValue(StreamValue):
    """The posted blocks of a body: opened blocks as values, folded ones as stored JSON."""

    def __init__(self, block: StreamBlock, children: list[Child]) -> None:
        super().__init__(block, [])
        self.kept: list[StoredChild | None] = []
        self.outdated: list[int] = []
        self.vanished = False
        for child in children:
            if isinstance(child, StoredChild):
                self.raw_data.insert(len(self), child.fitted)
            else:
                self.append(child)
            self.kept.append(child if isinstance(child, StoredChild) else None)

    def demand(self) -> None:
        """Refuses what somebody else changed or deleted meanwhile."""
        if self.outdated or self.vanished:
            raise StreamBlockValidationError(
                block_errors={place: ValidationError(OUTDATED) for place in self.outdated},
                non_block_errors=[ValidationError(VANISHED)] if self.vanished else None,
            )

    def cleaned(self, value: StreamValue, draft: bool) -> "PostedValue":
        """`value` is this one, cleaned: what was kept stays to the byte, unless cleaning for
        publication has completed it.
        """
        children: list[Child] = []
        for kept, was, child in zip(self.kept, self, value, strict=True):
            same = draft or was.get_prep_value() == child.get_prep_value()
            children.append(kept if kept and same else child)
        completed = PostedValue(self.stream_block, children)
        keep_unknown_blocks(value, completed)
        return completed


def stored_children(value: StreamValue) -> list[Raw | None]:
    """Return the stored JSON of each block of a body, or None where the block has changed."""
    if isinstance(value, PostedValue):
        return [kept.stored if kept else None for kept in value.kept]
    if not value.is_lazy:
        return [None] * len(value)
    return [
        child.stored if isinstance(child.stored.get("id"), str) else None
        for child in list_stored_blocks(value)
    ]
