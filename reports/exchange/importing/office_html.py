"""Converts the HTML of word processors: replaces styles and classes by elements.

Google Docs writes bold as the style of a class, wraps everything in `<b
style="font-weight:normal">`, redirects links through its own address, and writes a list of two
levels as two lists. LibreOffice nests a list directly in a list. Word writes a list as paragraphs,
and the first row of a table like any other. No word is changed or moved.
"""

import re
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag

from reports.exchange.importing.office_lists import make_lists
from reports.exchange.importing.table_heads import give_head

RULE = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
CLASS = re.compile(r"\.([\w-]+)\s*$")
LIGHT = re.compile(r"font-weight:\s*(?:normal|[1-4]00)\b")
LOOKS = (
    ("b", re.compile(r"font-weight:\s*(?:bold|[6-9]00)\b")),
    ("i", re.compile(r"font-style:\s*italic\b")),
    ("s", re.compile(r"text-decoration:(?:(?!text-decoration:)[^;])*?\bline-through\b")),
)
LEVEL = re.compile(r"lst-\w++-(\d)$")
REDIRECTS = ("www.google.com", "google.com")
SAFE_LINKS = ".safelinks.protection.outlook.com"
LISTS = ("ul", "ol")
TITLES = ("title", "Title", "MsoTitle")
WORD = re.compile(r"\AMso")
MAX_HEADING_LEVEL = 6  # of a heading


def simplify_office(soup: BeautifulSoup, styles: str) -> None:
    """Change the tree of a file in place; `styles` is the CSS of its head."""
    rules = read_rules(styles)
    for link in soup.find_all("a", href=True):
        link["href"] = find_target(str(link["href"]))
    for element in soup.find_all(["b", "strong", "i", "em"]):
        if element.name in ("b", "strong") and LIGHT.search(str(element.get("style") or "")):
            element.unwrap()
    for span in soup.find_all("span"):
        mark_look(soup, span, rules)
    for paragraph in soup.find_all("p", class_=TITLES):
        paragraph.name = "h1"
    nest_levels(soup)
    make_lists(soup)
    for table in soup.find_all("table", class_=WORD):
        give_head(table)
    for inner in soup.find_all(LISTS):
        put_in_item(inner)


def read_rules(styles: str) -> dict[str, str]:
    """Return the CSS declarations of each class that is a selector of its own."""
    rules: dict[str, str] = {}
    for selectors, declarations in RULE.findall(styles):
        for selector in selectors.split(","):
            if found := CLASS.fullmatch(selector.strip()):
                rules[found[1]] = f"{rules.get(found[1], '')};{declarations}"
    return rules


def find_target(address: str) -> str:
    """Return the target of a link that Google Docs or Outlook redirects."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.hostname in REDIRECTS and parts.path == "/url":
        query = parse_qs(parts.query)
        return (query.get("q") or query.get("url") or [address])[0]
    if (parts.hostname or "").endswith(SAFE_LINKS):
        return (parse_qs(parts.query).get("url") or [address])[0]
    return address


def mark_look(soup: BeautifulSoup, span: Tag, rules: dict[str, str]) -> None:
    """Wrap the content of a span in the elements that its style looks like."""
    declared = [rules.get(name, "") for name in span.get_attribute_list("class") if name]
    style = ";".join([*declared, str(span.get("style") or "")])
    if not span.get_text().strip():
        return
    for name, look in LOOKS:
        if look.search(style) and not span.find_parent(name):
            mark = soup.new_tag(name)
            for child in list(span.contents):
                mark.append(child.extract())
            span.append(mark)


def nest_levels(soup: BeautifulSoup) -> None:
    """Move lists whose class gives them a deeper level into the list item before them."""
    for element in soup.find_all(LISTS):
        level = level_of(element)
        before = element.find_previous_sibling()
        if not level or not isinstance(before, Tag) or before.name not in LISTS:
            continue
        if level_of(before) is None:
            continue
        target = before
        for _ in range(min(level, MAX_HEADING_LEVEL) - 1):
            inner = last_list(target)
            if inner is None:
                break
            target = inner
        items = target.find_all("li", recursive=False)
        if items:
            items[-1].append(element.extract())
    join_parted(soup)


def level_of(element: Tag) -> int | None:
    """Return the level of a list of Google Docs, from 0; None for any other list."""
    for name in element.get_attribute_list("class"):
        if found := LEVEL.match(name or ""):
            return int(found[1])
    return None


def last_list(element: Tag) -> Tag | None:
    items = element.find_all("li", recursive=False)
    inner = items[-1].find_all(LISTS, recursive=False) if items else []
    return inner[-1] if inner else None


def join_parted(soup: BeautifulSoup) -> None:
    """Join a list with the next one of the same class, if nothing is between them."""
    for element in soup.find_all(LISTS):
        before = element.find_previous_sibling()
        if (
            isinstance(before, Tag)
            and before.name == element.name
            and level_of(element) is not None
            and element.get_attribute_list("class")[0] == before.get_attribute_list("class")[0]
        ):
            for item in element.find_all("li", recursive=False):
                before.append(item.extract())
            element.extract()


def put_in_item(inner: Tag) -> None:
    """Move a list that is a direct child of a list into the item before it."""
    if inner.parent is None or inner.parent.name not in LISTS:
        return
    before = inner.find_previous_sibling("li")
    if before is not None:
        before.append(inner.extract())
    else:
        inner.wrap(Tag(name="li"))
