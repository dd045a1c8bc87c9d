"""Documents that the schema allows, made by walking it: what a new field brings is asked at once.

Seeded, so that a failure can be repeated. hypothesis-graphql makes documents too, but cannot know
which keys name something, and a question about a service that never was finds out nothing.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

from reports_graphql.schema import print_sdl

from .keys import PUBLIC, Keys

CURSORS = ("after", "before")  # arguments whose values a list has given


def contract() -> GraphQLSchema:
    """The schema that the code makes: both halves, without resolvers."""
    return build_schema(print_sdl())


@dataclass
class Question:
    """What is sent to the endpoint."""

    query: str
    variables: dict[str, Any] = default(default_factory=dict)
    operation: str | None = None
    by_get: bool = False


@dataclass
class Writer:
    """Writes one document."""

    schema: GraphQLSchema
    keys: Keys
    random: Random
    depth: int = 8
    fields_left: int = 60
    chain: list[str] = default(default_factory=list)  # the fields that lead to where we are
    aliases: int = 0
    variables: dict[str, Any] = default(default_factory=dict)
    declared: list[str] = default(default_factory=list)
    fragments: list[str] = default(default_factory=list)
    fixed: dict[str, Any] | None = None  # the arguments of a document that asks for every field
    only: Sequence[str] = ()  # the members of unions that such a document asks for
    expanded: set[str] = default(default_factory=set)  # types that it has asked for every field of

    def question(self) -> Question:
        query = self.schema.query_type
        assert query
        roots = self.random.sample(sorted(query.fields), self.random.choice((1, 1, 1, 2, 3)))
        body = " ".join(self.field(name, query.fields[name], 1, n) for n, name in enumerate(roots))
        return self.build_question(body)

    def build_question(self, body: str) -> Question:
        declared = f"({', '.join(self.declared)})" if self.declared else ""
        text = " ".join([f"query Q{declared} {{ {body} }}", *self.fragments])
        named = self.random.random() < 0.2
        return Question(text, self.variables, "Q" if named else None, self.random.random() < 0.15)

    def field(self, name: str, field: GraphQLField, level: int, number: int = 0) -> str:
        """A field with its arguments and selection; sometimes aliased or conditional."""
        self.fields_left -= 1
        named = get_named_type(field.type)
        self.chain.append(name)
        below = "" if is_leaf_type(named) else self.selection(named, level + 1)
        self.chain.pop()
        if self.fixed is not None:
            return f"{name}{self.given(name, field, self.fixed)}{below}"
        alias = ""
        if number or self.random.random() < 0.04:
            self.aliases += 1
            alias = f"a{self.aliases}: "
        directive = " @include(if: true)" if self.random.random() < 0.03 else ""
        return f"{alias}{name}{self.arguments(name, field)}{directive}{below}"

    def given(self, of: str, field: GraphQLField, fixed: dict[str, Any]) -> str:
        """The fixed arguments of a field; those of one root alone have its name before theirs."""
        values = {n: fixed.get(f"{of}.{n}", fixed[n]) for n in field.args if n in fixed}
        known = [f"{n}: {json.dumps(value)}" for n, value in values.items()]
        return f"({', '.join(known)})" if known else ""

    def arguments(self, of: str, field: GraphQLField) -> str:
        given = []
        paged = {"first", "after", "last", "before"} <= set(field.args)
        backwards = self.random.random() < 0.3
        for name, argument in field.args.items():
            required = isinstance(argument.type, GraphQLNonNull)
            skipped = paged and name == ("first" if backwards else "last")
            given_anyway = required or (paged and len(self.chain) > 1)
            if skipped or (not given_anyway and self.random.random() < 0.5):
                continue
            key = f"{of}.cursor" if name in CURSORS else name
            if name in CURSORS and (key not in self.keys.values or is_ordered(given)):
                continue  # no list has given one, or one of another order
            given.append(f"{name}: {self.value(key, argument)}")
        return f"({', '.join(given)})" if given else ""

    def value(self, name: str, argument: GraphQLArgument) -> str:
        value = self.of_type(name, argument.type)
        if isinstance(get_named_type(argument.type), GraphQLEnumType):
            return str(value)
        if isinstance(value, str) and "\0" not in value and self.random.random() < 0.5:
            return json.dumps(value, ensure_ascii=False)
        if self.random.random() < 0.5 and not isinstance(value, str | dict | list | float):
            return json.dumps(value)
        variable = f"v{len(self.declared)}"
        self.declared.append(f"${variable}: {argument.type}")
        self.variables[variable] = value
        return f"${variable}"

    def of_type(self, name: str, type_: Any) -> Any:
        named = get_named_type(type_)
        if isinstance(named, GraphQLEnumType):
            return self.random.choice(sorted(named.values))
        if isinstance(named, GraphQLInputObjectType):
            given = {n: f for n, f in named.fields.items() if self.random.random() < 0.5}
            return {n: self.of_type(n, f.type) for n, f in given.items()}
        value = self.keys.pick(self.random, name)
        if named.name == "Int" and name not in self.keys.values:
            value = self.random.randrange(5)
        if named.name == "Boolean":
            value = self.random.random() < 0.5
        return [value] if is_list_type(type_) else value

    def selection(self, type_: Any, level: int, besides: Collection[str] = ()) -> str:
        """What is asked of a value: some of its fields, in the type or through fragments."""
        whole = self.fixed is not None
        chosen = ["__typename"]
        if isinstance(type_, GraphQLUnionType | GraphQLInterfaceType):
            shared = getattr(type_, "fields", ())
            for member in self.schema.get_possible_types(type_):
                is_chosen = member.name in self.only if whole else self.random.random() < 0.35
                if is_chosen and whole:
                    self.only = [name for name in self.only if name != member.name]
                if is_chosen and (whole or self.fields_left > 0):
                    selected = self.selection(member, level, besides=shared)
                    chosen.append(f"... on {member.name}{selected}")
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            dense = 1.0 if whole else self.random.choice((0.3, 0.6, 0.9))
            # Its leaves are enough from now on, and those of what is in a list of a list.
            root = self.chain[0] if self.chain else ""
            within_list = type_.name == "Report" and root not in ("report", "page")
            within_list |= type_.name == "Service" and root in (
                "incubators",
                "fundingRounds",
                "search",
            )
            again = whole and (type_.name in self.expanded or within_list)
            self.expanded.add(type_.name)
            for name, field in type_.fields.items():
                if name in besides:
                    continue
                leaf = is_leaf_type(get_named_type(field.type))
                around = name in self.chain  # parent { children { parent
                deep = level < self.depth and not around and not again
                deep = deep and (whole or self.fields_left > 0)
                if self.random.random() < (dense if leaf else dense + 0.2) and (leaf or deep):
                    chosen.append(self.field(name, field, level))
        inside = " ".join(chosen)
        if isinstance(type_, GraphQLObjectType) and not whole and self.random.random() < 0.06:
            name = f"F{len(self.fragments)}"
            self.fragments.append(f"fragment {name} on {type_.name} {{ {inside} }}")
            return f" {{ ...{name} }}"
        return f" {{ {inside} }}"


def is_ordered(given: list[str]) -> bool:
    """Say whether arguments ask for an order: cursors are of that which is asked for by default."""
    return any(argument.startswith("orderBy") for argument in given)


def broken(question: Question, random: Random) -> Question:
    """An invalid variant: what is refused must be refused alike."""
    text = question.query
    variants = [
        text[: random.randrange(len(text))],
        text.replace("__typename", "__typenam", 1),
        text.replace("{", "{ secret ", 2),
        text.replace("query Q", "mutation Q", 1),
        text + " fragment Unused on Query { __typename }",
        text.replace("query Q", "query Q($missing: Int!)", 1),
    ]
    return Question(random.choice(variants), question.variables)


def generate(schema: GraphQLSchema, keys: Keys, seed: str, count: int) -> list[Question]:
    """`count` different documents of a seed."""
    random = Random(seed)
    questions = []
    for number in range(count):
        writer = Writer(schema, keys, random, depth=random.choice((4, 6, 8)))
        question = writer.question()
        questions.append(broken(question, random) if number % 15 == 14 else question)
    return questions


def whole(schema: GraphQLSchema, fixed: dict[str, Any]) -> list[Question]:
    """Documents that ask for every field, cut into pieces that no limit refuses.

    Arguments are those of `fixed`; a root that needs another is left out.
    """
    query = schema.query_type
    assert query
    questions = []
    for name, field in query.fields.items():
        needed = {n for n, a in field.args.items() if is_required_argument(a)}
        if needed <= set(fixed):
            for some in pieces(schema, field.type):
                writer = Writer(schema, Keys(dict(PUBLIC)), Random(0), fixed=fixed, only=some)
                questions.append(writer.build_question(writer.field(name, field, 1)))
    return questions


def shallow(schema: GraphQLSchema, fixed: dict[str, Any], *takes: str) -> list[Question]:
    """The values of each root that takes one of the arguments: lists from end to end."""
    query = schema.query_type
    assert query
    questions = []
    for name, field in query.fields.items():
        if {*takes} & set(field.args):
            depth = 4 if "first" in field.args else 2  # edges { node { … } } or the items at once
            writer = Writer(schema, Keys(dict(PUBLIC)), Random(0), depth=depth, fixed=fixed)
            questions.append(writer.build_question(writer.field(name, field, 1)))
    return questions


def pieces(schema: GraphQLSchema, type_: Any) -> list[list[str]]:
    """The members of unions near `type_`, some at a time; kinds of pages one by one."""
    listed, type_ = "[" in str(type_), get_named_type(type_)
    if isinstance(type_, GraphQLInterfaceType):
        kinds = schema.get_possible_types(type_)
        if listed:  # a page by its path tells the rest
            return [[kind.name for kind in kinds]]
        return [
            [kind.name, *some] for kind in kinds for some in pieces_of(members(schema, kind, 3))
        ]
    return pieces_of(members(schema, type_, 1))


def pieces_of(names: list[str]) -> list[list[str]]:
    return [[name] for name in names] or [[]]


def members(schema: GraphQLSchema, type_: Any, level: int) -> list[str]:
    """The members of the unions that are three levels from the root, or nearer.

    What a search finds has the members of a union; those of pages are asked one by one.
    """
    if isinstance(type_, GraphQLUnionType) or type_.name == "SearchHit":
        return [member.name for member in schema.get_possible_types(type_)]
    if is_leaf_type(type_) or level > 3 or isinstance(type_, GraphQLInterfaceType):
        return []
    below = (get_named_type(field.type) for field in type_.fields.values())
    return sorted({name for child in below for name in members(schema, child, level + 1)})
