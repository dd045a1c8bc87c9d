"""Decorator for GraphQL types whose values are rows of a Django model."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

import strawberry
from django.db.models import Model
from django.db.models.query_utils import DeferredAttribute
from strawberry import Parent
from strawberry.types import get_object_definition

ATTRIBUTE = "attribute"  # in the metadata of a field that gives one of its source as it is

MODEL_TYPES: dict[type[Model], Any] = {}
"""The type of the rows of each model."""

T = TypeVar("T", bound=type[Any])


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def model_type(model: type[Model], description: str) -> Callable[[T], T]:
    """Make a class the GraphQL type of the rows of a model.

    A field without a resolver returns the column of the same name. Raises TypeError if the model
    has no such column, or if it is a relation, which Django would follow without a check of
    visibility.
    """

    def register(cls: T) -> T:
        cls.is_type_of = staticmethod(lambda value, info: isinstance(value, model))
        made: T = strawberry.type(cls, description=description)
        for field in get_object_definition(made, strict=True).fields:
            name = field.metadata.get(ATTRIBUTE) or (not field.base_resolver and field.python_name)
            if name and type(getattr(model, name, None)) not in (DeferredAttribute, property):
                raise TypeError(f"{cls.__name__}.{field.python_name}: no column of {model}.")
        MODEL_TYPES[model] = made
        return made

    return register


def attribute_field(name: str, description: str) -> Any:
    """Return a field that reads an attribute with another name, or a path of attributes."""
    read = attrgetter(name)

    def resolve(source: Parent[Any]) -> Any:
        return read(source)

    return strawberry.field(resolver=resolve, description=description, metadata={ATTRIBUTE: name})
