"""The union `ReportBlock` of all block types, in the order of the editor's menu."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from reports_graphql.types.blocks import figures, media, services, text
from reports_graphql.types.blocks.block import REPORT_BLOCKS, find_member

FAMILIES = (text, figures, services, media)
"""The modules that register the members which differ from their nodes."""

if TYPE_CHECKING:
    ReportBlock = Any
else:
    ReportBlock = Annotated[
        reduce(or_, map(find_member, REPORT_BLOCKS)),
        strawberry.union(
            "ReportBlock",
            description="A block of a report: one type for each kind, each of them a `Block`.",
        ),
    ]
