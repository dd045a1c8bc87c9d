"""Serializes leaf values: one function for each scalar or enum type."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from uuid import UUID

from graphql import GraphQLBoolean, GraphQLEnumType, GraphQLID, GraphQLInt, GraphQLString

Write = Callable[[Any], Any]

# A value is written as it is if it passes this condition; `{}` is its name.
AS_IT_IS = {
    GraphQLString.name: "type({}) is str",
    GraphQLID.name: "type({}) is str",
    "HTML": "type({}) is str",
    "URL": "type({}) is str",
    GraphQLBoolean.name: "type({}) is bool",
    GraphQLInt.name: "type({}) is int and -2147483648 <= {} <= 2147483647",
}


@lru_cache(256)
def build_writer(type_: Any) -> Write:
    """Return the function that serializes a value of a leaf type.

    It raises for null, for an exception, and for a value that the type cannot serialize. Names of
    enum members are remembered.
    """

    def write(value: Any) -> Any:
        if isinstance(value, Exception):
            raise value
        output = None if value is None else type_.serialize(value)
        if output is None:
            raise TypeError(f"{type_.name} cannot be written from {type(value).__name__}.")
        return output

    if type_ is GraphQLID:
        return lambda value: str(value) if type(value) is UUID else write(value)
    return EnumNames(write).__getitem__ if isinstance(type_, GraphQLEnumType) else write


class EnumNames(dict[Any, Any]):
    """Remembers the GraphQL name of each enum member that was serialized."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self.write = write

    def __missing__(self, member: Any) -> Any:
        return self.setdefault(member, self.write(member))
