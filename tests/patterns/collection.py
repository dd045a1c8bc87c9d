"""Every regular expression of the project, and by which methods it is used."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tests.optional_apps import list_missing

PACKAGES = ("reports", "reports_graphql", "cms")
LEFT_OUT = ("cms.settings.", "cms.wsgi", "cms.asgi")  # importing them configures Django
ANCHORED = {"match", "fullmatch"}
METHODS = {*ANCHORED, "search", "split", "findall", "finditer", "sub", "subn"}


class Found(NamedTuple):
    """A pattern, the module that makes it, and the methods by which it is used."""

    module: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


class Local(NamedTuple):
    """A call of `re` whose pattern is made of local names."""

    module: str
    source: str


def modules() -> list[ModuleType]:
    names = [
        found.name
        for package in map(importlib.import_module, PACKAGES)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    absent = (*LEFT_OUT, *list_missing())  # a model asks for its table once it is imported
    read = [name for name in names if not name.startswith(absent) and ".migrations" not in name]
    return [importlib.import_module(name) for name in (*PACKAGES, *read)]


def collect() -> tuple[list[Found], list[Local]]:
    """All patterns, each once, and the calls whose patterns only a run knows."""
    patterns: dict[re.Pattern[Any], str] = {}
    used: defaultdict[re.Pattern[Any], set[str]] = defaultdict(set)
    local = []
    for module in modules():
        by_name = methods_by_name(module)
        for name, value in attributes(module):
            for pattern in patterns_in(value):
                patterns.setdefault(pattern, module.__name__)
                used[pattern] |= by_name.get(name, METHODS) if name in vars(module) else METHODS
        for call in calls(module):
            pattern = evaluated(call, module)
            if pattern is None:
                local.append(Local(module.__name__, ast.unparse(call)))
                continue
            patterns.setdefault(pattern, module.__name__)
            method = call.func.attr  # type: ignore[attr-defined]
            if method != "compile":
                used[pattern].add(method)
    collected = [
        Found(module, pattern, frozenset(used[pattern] or METHODS))
        for pattern, module in patterns.items()
    ]
    return collected, local


def attributes(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The names of a module and of its classes, and their values."""
    for name, value in vars(module).items():
        yield name, value
        if inspect.isclass(value) and value.__module__ == module.__name__:
            yield from vars(value).items()


def patterns_in(value: Any, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, or in a container of containers of them."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from patterns_in(item, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from patterns_in(item, depth - 1)


def tree_of(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text())


def methods_by_name(module: ModuleType) -> dict[str, set[str]]:
    """What a module calls on each name, where it does nothing else with it."""
    nodes = list(ast.walk(tree_of(module)))
    uses = Counter(n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))
    called: defaultdict[str, set[str]] = defaultdict(set)
    calls: Counter[str] = Counter()
    for node in nodes:
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.attr in METHODS
        ):
            called[node.value.id].add(node.attr)
            calls[node.value.id] += 1
    return {name: called[name] for name in vars(module) if uses[name] == calls[name]}


def calls(module: ModuleType) -> Iterator[ast.Call]:
    """The calls of `re` in a module's source."""
    for node in ast.walk(tree_of(module)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in METHODS | {"compile"}
        ):
            yield node


def evaluated(call: ast.Call, module: ModuleType) -> re.Pattern[Any] | None:
    """The pattern of a call. None where it is made of local names."""
    flags = [keyword.value for keyword in call.keywords if keyword.arg == "flags"]
    if call.func.attr == "compile":  # type: ignore[attr-defined]
        flags = [*call.args[1:], *flags]
    try:
        pattern, *rest = (
            eval(compile(ast.Expression(part), module.__name__, "eval"), vars(module))
            for part in (call.args[0], *flags)
        )
    except NameError:
        return None
    return pattern if isinstance(pattern, re.Pattern) else re.compile(pattern, *rest)


def takes_names_from_re(module: ModuleType) -> bool:
    """Whether a module imports names out of `re`, which `calls` would not see."""
    nodes = ast.walk(tree_of(module))
    return any(isinstance(node, ast.ImportFrom) and node.module == "re" for node in nodes)
