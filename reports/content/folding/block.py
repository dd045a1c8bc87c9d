"""The stream block whose form folds stored blocks, and its telepath adapter."""

import re
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from django.utils.functional import cached_property
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter

from reports.content.blocks.stream import Body
from reports.content.folding.body_tools import list_body_tools
from reports.content.folding.signed_blocks import read_signed_block
from reports.content.folding.stored_blocks import Storage, digest_block
from reports.content.folding.summary import summarize_block
from reports.content.folding.value import Child, PostedValue, stored_children

MAX_UNFOLDED_BLOCKS = 10  # a body of fewer blocks is shown unfolded

PostedChild = tuple[int, Child | None, bool]
"""A posted block: its order; the block, or None if it exists no more; whether it is unchanged since
the form was loaded."""


class FoldingStreamBlock(Body):
    """A stream whose stored blocks have no fields in a form until somebody opens them.

    A folded block has one field, `…-kept`: its order, its id and the digest of its stored value. A
    block that the server has made since has `…-signed`: its order and its whole value, signed.
    """

    def get_form_state(self, value: Any) -> Any:
        state = super().get_form_state(value)
        if len(state) < MAX_UNFOLDED_BLOCKS:
            return state
        for child_state, child, raw in zip(state, value, stored_children(value), strict=True):
            if raw is not None:
                child_state["kept"] = digest_block(raw)
                child_state["summary"] = summarize_block(child.block, child.value)
        return state

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, prefix: str, storage: Storage | None = None
    ) -> PostedValue:
        """Without `storage`, folded children are nowhere to be found."""
        posted: list[PostedChild] = []
        for name in list_child_prefixes(data, prefix):
            if (kept := data.get(f"{name}-kept")) is not None:
                posted.append(find_stored_child(kept, storage, self.child_blocks))
            elif (signed := data.get(f"{name}-signed")) is not None:
                posted.append(self.read_signed_child(signed))
            elif child := self.opened(data, files, name):
                posted.append((parse_order(data.get(f"{name}-order")), child, True))
        children = sorted((child for child in posted if child[1] is not None), key=itemgetter(0))
        value = PostedValue(self, [child for _, child, _ in children])
        value.outdated = [place for place, (_, _, current) in enumerate(children) if not current]
        value.vanished = len(children) < len(posted)
        return value

    def read_signed_child(self, signed: str) -> PostedChild:
        """Return a block that the server has made, and nobody has changed since."""
        order, _, rest = signed.partition(" ")
        raw = read_signed_block(rest)
        block = self.child_blocks.get(raw["type"]) if raw else None
        if raw is None or block is None:
            return parse_order(order), None, False
        return parse_order(order), (block.name, block.to_python(raw["value"]), raw["id"]), True

    def opened(self, data: Mapping[str, Any], files: Any, name: str) -> Child | None:
        """A child that has all its fields in the form."""
        block = self.child_blocks.get(data.get(f"{name}-type", ""))
        if block is None or data.get(f"{name}-deleted"):
            return None
        value = block.value_from_datadict(data, files, f"{name}-value")
        return block.name, value, data.get(f"{name}-id")

    def clean(self, value: Any, **kwargs: Any) -> Any:
        if isinstance(value, PostedValue):
            value.demand()
        return super().clean(value, **kwargs)


def list_child_prefixes(data: Mapping[str, Any], prefix: str) -> list[str]:
    """Return the prefix of the names of fields of every child of a form."""
    child = re.compile(rf"{re.escape(prefix)}-\d+(?=-(?:kept|signed|type)$)", re.ASCII)
    return list(dict.fromkeys(match[0] for match in map(child.match, data) if match))


def find_stored_child(kept: str, storage: Storage | None, known: Mapping[str, Any]) -> PostedChild:
    order, _, rest = kept.partition(" ")
    child_id, _, wanted = rest.rpartition(" ")
    child = storage and storage.find(wanted)
    current = child is not None
    child = child or (storage and storage.latest(child_id))
    return parse_order(order), child if child and child.fitted["type"] in known else None, current


def parse_order(text: Any) -> int:
    """A number that a form has posted, 0 where it is none."""
    return int(text) if isinstance(text, str) and re.fullmatch(r"\d{1,9}", text) else 0


class FoldingStreamBlockAdapter(StreamBlockAdapter):
    js_constructor = "bilan.FoldingStreamBlock"

    def js_args(self, block: FoldingStreamBlock) -> list[Any]:
        *args, meta = super().js_args(block)
        formats = {
            name: getattr(child.meta, "summary", "") for name, child in block.child_blocks.items()
        }
        return [*args, {**meta, "summaries": formats}]

    @cached_property
    def media(self) -> Media:
        tools = list(list_body_tools())
        names = ["folding/body", *(tool.script for tool in tools)]
        scripts: list[Any] = [Script(f"reports/{name}.js", type="module") for name in names]
        styles = ["folding/body", *(style for tool in tools for style in tool.styles)]
        return super().media + Media(
            js=scripts,
            css={"all": [f"reports/{name}.css" for name in styles]},
        )


register(FoldingStreamBlockAdapter(), FoldingStreamBlock)
