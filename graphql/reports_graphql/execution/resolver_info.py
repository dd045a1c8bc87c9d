from functools import cached_property
from typing import TYPE_CHECKING, Any

from graphql import GraphQLResolveInfo
from strawberry import Info

if TYPE_CHECKING:
    from reports_graphql.execution.execution import Execution
    from reports_graphql.execution.place import Place
    from reports_graphql.execution.step import Step


class ResolverInfo(Info[Any, Any]):
    """What a resolver is told: the context at once, all else when it asks."""

    def __init__(self, run: "Execution", step: "Step", place: "Place") -> None:
        self._run, self._step, self._place = run, step, place

    @property
    def context(self) -> Any:
        return self._run.context_value

    @cached_property
    def _raw_info(self) -> GraphQLResolveInfo:  # type: ignore[override]
        return self._run.info(self._step, self._place)

    @cached_property
    def _field(self) -> Any:  # type: ignore[override]
        return self._step.field.extensions["strawberry-definition"]
