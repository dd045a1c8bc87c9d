import pytest
import strawberry

from reports import models
from reports_graphql.types.model_type import attribute_field, model_type


def test_a_field_gives_a_column_of_the_row() -> None:
    @model_type(models.Service, description="A service.")
    class Named:
        name: str = strawberry.field(description="Its name.")
        key: str = attribute_field("slug", "Its key.")

    @strawberry.type
    class Query:
        @strawberry.field
        def service(self) -> Named:
            return models.Service(name="Aidants", slug="aidants.fr")  # type: ignore[return-value]

    answer = strawberry.Schema(Query).execute_sync("{ service { name key } }")
    assert answer.data == {"service": {"name": "Aidants", "key": "aidants.fr"}}


@pytest.mark.parametrize(
    "field",
    [
        strawberry.field(name="incubator", description="Another row."),
        attribute_field("incubator", "Another row."),
        attribute_field("title", "No column."),
        attribute_field("save", "What a row does."),
    ],
    ids=["a relation", "a relation by name", "no column", "a method"],
)
def test_a_field_gives_nothing_but_a_column(field: object) -> None:
    members = {"__annotations__": {"incubator": str}, "incubator": field}
    with pytest.raises(TypeError, match="no column"):
        model_type(models.Service, description="A service.")(type("Broken", (), members))


def test_a_type_is_that_of_the_rows_of_its_model() -> None:
    @model_type(models.Term, description="A term.")
    class Named:
        name: str = strawberry.field(description="Its name.")

    assert Named.is_type_of(models.Term(), None)  # type: ignore[attr-defined]
    assert not Named.is_type_of(models.Service(), None)  # type: ignore[attr-defined]
