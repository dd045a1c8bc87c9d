"""Types whose values are rows of a model."""

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
    """Make a class the type of the rows of a model.

    A field without a resolver gives the attribute of the row that has its name. Raises TypeError
    for one that the model has not, or that Django would follow to another row, past the gate.
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
    """Return a field that gives an attribute of its source which has another name, or a path."""
    read = attrgetter(name)

    def resolve(source: Parent[Any]) -> Any:
        return read(source)

    return strawberry.field(resolver=resolve, description=description, metadata={ATTRIBUTE: name})
