"""Writes the YAML front matter of an exported report, which has the fields of the page."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from reports.exchange.exporting.markdown.rich_text import write_rich_text

HEAD = "# Bilan exporté par Bilan : voir docs/exporting.md. import_report le relit.\n"


class Dumper(yaml.SafeDumper):
    """A YAML dumper that writes texts of several lines in block style."""


def write_text(dumper: Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, write_text)


def write_front_matter(
    year: int,
    fields: dict[str, Any],
    image: str,
    document: str,
    essentials: Iterable[str],
    more: Mapping[str, Any],
) -> str:
    """Return the front matter; `image` and `document` are paths of files beside it, or empty.

    Empty fields are written too, so that the import empties them. `more` has further entries, of
    which the empty ones are left out.
    """
    date = fields.get("report_date") or ""
    written = {
        "year": year,
        "title": fields["title"],
        "hero_title": fields["hero_title"],
        "date": str(date),
        "language": fields.get("language") or "fr",
        "currency": fields.get("currency") or "EUR",
        "introduction": "\n\n".join(write_rich_text(fields["introduction"])),
        "image": image,
        "document": document,
        "seo_title": fields.get("seo_title") or "",
        "search_description": fields.get("search_description") or "",
        "essentiel": list(essentials),
        **{name: value for name, value in more.items() if value},
    }
    text = yaml.dump(written, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{HEAD}{text}---\n"
