"""The shipped documents, taken together as generators of code take them."""

from collections import Counter

from graphql import parse

from .conftest import QUERIES


def test_no_name_is_used_twice() -> None:
    asts = [parse(file.read_text()) for file in QUERIES.glob("*.graphql")]
    names = Counter((node.kind, node.name.value) for ast in asts for node in ast.definitions)
    assert len(names) > 7
    assert [name for name, times in names.items() if times > 1] == []
