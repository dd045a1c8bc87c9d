"""Executes one operation that is within the limits, by generated code or by graphql-core."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import ExecutionResult, OperationDefinitionNode, version_info

from reports_graphql.errors import public_errors, raise_if_refused
from reports_graphql.execution.graphql_core import execute_with_graphql_core

if TYPE_CHECKING:
    from reports_graphql.query_limits.cost import Estimate
    from reports_graphql.query_limits.document import Document

if version_info < (3, 3):
    from reports_graphql.execution.plan import build_plans
else:  # graphql-core executes by itself: right, and slower
    from reports_graphql.execution.graphql_core import build_plans

__all__ = ["Operation", "build_plans"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Operation:
    """An operation that was checked against the limits, with the values of its variables.

    `given` has the variables as they were sent, `variables` as coerced to their types. `estimate`
    is the most that the operation may cost, `least_cost` its cost if all lists were empty.
    """

    document: "Document"
    node: OperationDefinitionNode
    given: Mapping[str, Any]
    variables: Mapping[str, Any]
    estimate: "Estimate"
    least_cost: int

    @property
    def cost(self) -> int:
        return self.estimate.total

    def run(self, context: Any) -> ExecutionResult:
        """Return the answer. Raises `Refusal` if one field refuses the whole request.

        After any other error graphql-core executes the operation again: it knows which fields may
        be null, and the path of each field that failed.
        """
        context.kinds_read = self.estimate.kinds_read
        if plans := self.document.plans:
            try:
                return ExecutionResult(plans.run(self.node, context, self.variables))
            except Exception as error:
                raise_if_refused(error)
                logger.debug("Generated code gave up: %s", type(error).__name__)
        name = self.node.name.value if self.node.name else None
        document = self.document
        result = execute_with_graphql_core(document.schema, document.ast, context, self.given, name)
        return ExecutionResult(result.data, public_errors(result.errors or ()) or None)
