"""Documents that reach a limit exactly by way of pages, which are in pages."""

from ..adversarial.bounds import BOUNDS, Way, aliases, nested, plain


def of_home(selection: str) -> str:
    return f'page(urlPath: "/") {{ {selection} }}'


def fragments_in_fragments(n: int) -> str:
    links = [f"fragment F{i} on PageInterface {{ parent {{ ...F{i + 1} }} }}" for i in range(n - 2)]
    last = f"fragment F{n - 2} on PageInterface {{ id }}"
    return " ".join([f"{{ {of_home('...F0')} }}", *links, last])


def inline_fragments(n: int) -> str:
    """They stand between the levels and are no levels themselves."""
    inner = "... on PageInterface { parent { " * (n - 2) + "id" + " } }" * (n - 2)
    return f"{{ ... {{ {of_home(inner)} }} }}"


DEPTH = {
    "fields": lambda n: f"{{ {of_home(nested('parent', n - 2, 'id'))} }}",
    "a fragment": lambda n: (
        f"{{ {of_home('parent { ...A }')} }} "
        f"fragment A on PageInterface {{ {nested('parent', n - 3, 'id')} }}"
    ),
    "fragments in fragments": fragments_in_fragments,
    "inline fragments": inline_fragments,
    "aliases": lambda n: f"{{ a: {of_home(nested('b: parent', n - 2, 'c: id'))} }}",
}


ALIASES = {
    "levels": lambda n: (
        f"{{ {aliases('a', n - 10, '__typename')} {of_home(nested('a: parent', 9, 'a: id'))} }}"
    ),
}
PAGES: dict[str, Way] = {
    "pages": lambda n: (f"{{ pages(first: {n}) {{ totalCount }} }}", {}),
    "redirects": lambda n: ("query ($n: Int) { redirects(last: $n) { totalCount } }", {"n": n}),
    "children": lambda n: (f"{{ {of_home(f'children(first: {n}) {{ totalCount }}')} }}", {}),
}

# Each limit: its number, and the ways to reach it.
SITE_BOUNDS: dict[str, tuple[int, dict[str, Way]]] = {
    "depth": (12, plain(DEPTH)),
    "aliases": (BOUNDS["aliases"][0], plain(ALIASES)),
    "page_size": (BOUNDS["page_size"][0], PAGES),
}
