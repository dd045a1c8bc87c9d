"""Keeps the generated functions of a document: one plan for each operation and set of
conditions.
"""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
)

from reports_graphql.execution.compiler import Compiler
from reports_graphql.execution.field_access import NotCompiled
from reports_graphql.execution.object_types import Answer
from reports_graphql.execution.resolver_info import ResolverInfo

MAX_FIELDS = 1_500  # kept for one document: about 1 KiB each


class Plan:
    """The generated functions of an operation; `answer` is None if it cannot be compiled."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self.answer: Answer | None
        try:
            self.answer = compiler.compile_root()
        except NotCompiled:
            self.answer = None

    @property
    def size(self) -> int:
        return self.compiler.size

    def run(self, context: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of an answer. Raises NotCompiled and all errors of resolvers."""
        if self.answer is None:
            raise NotCompiled
        try:
            return self.answer(None, ResolverInfo(context, variables))
        except NotCompiled:
            self.answer = None
            raise


class Plans:
    """The plans of one document: one for each operation and set of Boolean variables."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self.schema = schema
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self.kept: dict[Any, Plan] = {}

    def get_plan(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Plan:
        conditions = {name: given for name, given in variables.items() if type(given) is bool}
        key = operation.name and operation.name.value, *sorted(conditions.items())
        plan = self.kept.get(key)
        if plan is None:
            compiler = Compiler(self.schema, self.fragments, operation, conditions)
            plan = self.kept[key] = Plan(compiler)
        return plan

    def run(
        self, operation: OperationDefinitionNode, context: Any, variables: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the data of an answer. Raises NotCompiled and all errors of resolvers."""
        try:
            return self.get_plan(operation, variables).run(context, variables)
        finally:  # plans grow while they are followed
            if sum(plan.size for plan in [*self.kept.values()]) > MAX_FIELDS:
                self.kept = {}


def build_plans(schema: GraphQLSchema, document: DocumentNode) -> Plans | None:
    """Return the plans of a document that is to be executed by generated code."""
    return Plans(schema, document)
