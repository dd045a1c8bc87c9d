"""Compiles querysets to SQL once, and runs them with other values each time.

Django builds the SQL of a queryset each time, which takes several times as long as running it. In a
compiled queryset a `Slot` stands for each value that is only known when the statement runs.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import DateTimeField, Expression, F, Field, Model, Q, QuerySet
from django.db.models.base import ModelState
from django.db.models.lookups import In
from django.utils import timezone
from django.utils.functional import cached_property


class Slot(Expression):
    """A placeholder for a value, which is given by `name` when the statement runs."""

    def __init__(self, name: str, place: int, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field)
        self.name, self.place = name, place

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]

    def value(self, given: Mapping[str, list[Any]], database: Any) -> Any:
        return self.output_field.get_db_prep_value(given[self.name][self.place], database)


class CurrentTime(Slot):
    """A placeholder for the time at which the statement runs."""

    def __init__(self) -> None:
        super().__init__("now", 0, DateTimeField())

    def value(self, given: Mapping[str, list[Any]], database: Any) -> Any:
        return self.output_field.get_db_prep_value(timezone.now(), database)


Converter = tuple[str, Any, tuple[Callable[..., Any], ...]]
"""An attribute, its column, and the functions that turn what the database gives into its value."""


@dataclass(frozen=True)
class RowShape:
    """The columns of one model in a row of a statement, beginning with column `start`.

    `annotations` are additional values of the row, each with its column. `related` are the objects
    that the row refers to, each with the function that sets it on the first object.
    """

    model: type[Model]
    start: int
    key: int  # the place of the primary key
    columns: tuple[str, ...]
    converters: tuple[Converter, ...]
    annotations: tuple[tuple[str, int], ...] = ()
    related: "tuple[tuple[Callable[[Any, Any], None], RowShape], ...]" = ()

    @classmethod
    def of_compiled(cls, compiler: Any) -> "RowShape":
        """Return the shape of the rows of a queryset that Django has compiled."""
        selected = [column for column, _, _ in compiler.select]
        names = [getattr(getattr(each, "target", None), "attname", "") for each in selected]
        annotations = compiler.annotation_col_map or {}
        converters = compiler.get_converters(selected)
        return cls.from_class_info(compiler.klass_info, names, converters, annotations)

    @classmethod
    def from_class_info(
        cls,
        info: Any,
        names: Sequence[str],
        converters: Mapping[int, Any],
        annotations: Mapping[str, int],
    ) -> "RowShape":
        """Return what Django's compiler says of a model's columns. `names` are those of all."""
        places = info["select_fields"]
        related = tuple(
            (each["local_setter"], cls.from_class_info(each, names, converters, {}))
            for each in info.get("related_klass_infos", ())
        )
        placed = [*((names[place], place) for place in places), *annotations.items()]
        own = tuple(
            (name, converters[place][1], tuple(converters[place][0]))
            for name, place in placed
            if place in converters
        )
        columns = tuple(names[place] for place in places)
        model, start = info["model"], places[0]
        key = start + columns.index(model._meta.pk.attname)
        return cls(model, start, key, columns, own, tuple(annotations.items()), related)

    def build(self, values: Sequence[Any], database: Any, built: dict[Any, Any]) -> Any:
        """Return the object of the model that a row is; None where the row refers to none.

        It is made without `__init__`, which takes ten times as long: no receiver of `post_init` is
        told, and what the row does not know is read when somebody asks, as Django does it. Rows
        that refer to the same one share its object, which is in `built`.
        """
        if values[self.key] is None:
            return None
        made = self.model.__new__(self.model)
        known = vars(made)
        known["_state"] = state = ModelState()
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        known.update(
            zip(self.columns, values[self.start :] if self.start else values, strict=False)
        )
        for name, place in self.annotations:
            known[name] = values[place]
        for name, column, converters in self.converters:
            value = known[name]
            for convert in converters:
                value = convert(value, column, database)
            known[name] = value
        for give, shape in self.related:
            key = shape.start, values[shape.key]
            if key not in built:
                built[key] = shape.build(values, database, built)
            give(made, built[key])
        return made


@dataclass(frozen=True, eq=False)
class Statement:
    """The SQL of a queryset. Its parameters are values, and slots for values.

    `types` are the types of its columns, as the database names them in a cast. Two statements are
    equal only if they are the same object: cached rows have it in their key, and hashing SQL is
    slow.
    """

    sql: str
    params: tuple[Any, ...]
    shape: RowShape
    types: tuple[str, ...]

    @classmethod
    def compile(cls, queryset: QuerySet[Any]) -> "Statement":
        # What can find nothing, such as one of no keys, is a statement too.
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS, elide_empty=False)
        sql, params = compiler.as_sql()
        columns = [column.output_field for column, _, _ in compiler.select]
        types = tuple(column.cast_db_type(compiler.connection) for column in columns)
        return cls(sql, params, RowShape.of_compiled(compiler), types)

    @cached_property
    def slots(self) -> dict[tuple[str, int], Slot]:
        """The slots by name and place. Those that are the same get the same value."""
        return {(p.name, p.place): p for p in self.params if isinstance(p, Slot)}

    def fill_slots(self, given: Mapping[str, list[Any]], database: Any) -> list[Any]:
        """Return the parameters, with values for the slots."""
        values = {place: slot.value(given, database) for place, slot in self.slots.items()}
        return [values[p.name, p.place] if isinstance(p, Slot) else p for p in self.params]

    def build_objects(self, rows: Iterable[Sequence[Any]], database: Any) -> list[Any]:
        """Return the rows as objects of the model."""
        built: dict[Any, Any] = {}
        return [self.shape.build(row, database, built) for row in rows]


@dataclass(frozen=True)
class Selection:
    """A statement with the values for its slots, and the cache tags of what it reads."""

    statement: Statement
    given: Mapping[str, list[Any]]
    tags: Collection[str] = ()

    def fetch(self) -> list[Any]:
        """Return the rows, as objects of the model."""
        return self.statement.build_objects(self.fetch_values(), connections[DEFAULT_DB_ALIAS])

    def fetch_values(self) -> list[tuple[Any, ...]]:
        """Return the rows as the database gives them."""
        database = connections[DEFAULT_DB_ALIAS]  # what stands for it looks it up at each use
        return fetch_rows(self.statement.sql, self.statement.fill_slots(self.given, database))


def fetch_rows(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def rows_with_keys(queryset: QuerySet[Any], sizes: Mapping[str, int]) -> QuerySet[Any]:
    """Return the rows that have one of so many values, yet to be given, in one of the columns.

    A column may be that of a row that they refer to, `version__report_key`, or an annotation.
    """
    condition = Q()
    for column, size in sizes.items():
        annotation = queryset.query.annotations.get(column)
        field = annotation.output_field if annotation else find_field(queryset.model, column)
        slots = [Slot(column, place, field) for place in range(size)]
        condition |= Q(In(F(column), slots))
    return queryset.filter(condition)


def find_field(model: Any, column: str) -> Any:
    """Return the field that a column is, of a model or of one that it refers to."""
    first, _, rest = column.partition("__")
    field = model._meta.pk if first == "pk" else model._meta.get_field(first)
    return find_field(field.related_model, rest) if rest else field


def pad_to_power_of_two(values: Iterable[Any]) -> list[Any]:
    """`values` with the last again and again, up to a power of two: few statements fit all."""
    listed = list(values)
    size = 1 << (len(listed) - 1).bit_length()
    return listed + listed[-1:] * (size - len(listed))
