"""The type of the problems of a draft: required content that is missing."""

from collections import Counter
from typing import Self

import strawberry

from reports.content.blocks.draft_problems import find_problems
from reports.content.models import AnnualReportPage
from reports.core.document import block_ids
from reports_graphql.types.item import Item


@strawberry.type(description="What a draft lacks.")
class Problem(Item):
    block: strawberry.ID | None = strawberry.field(
        description="The block that lacks it; null for the page itself."
    )
    message: str = strawberry.field(description="What is missing, in French.")

    @classmethod
    def list_of(cls, page: AnnualReportPage) -> list[Self]:
        """Return the problems of a draft.

        Each id is derived from what the problem says, so that the others keep theirs when one is
        solved.
        """
        times: Counter[str] = Counter()
        problems = []
        for problem in find_problems(page):
            derived = block_ids.derive_id("problem", problem.block, problem.message)
            times[derived] += 1
            id = derived if times[derived] == 1 else f"{derived}-{times[derived]}"
            block = strawberry.ID(problem.block) if problem.block else None
            problems.append(cls(id=strawberry.ID(id), block=block, message=problem.message))
        return problems
