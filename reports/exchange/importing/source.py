"""Reads a report file of any format: its text, its front matter and its year."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reports.content.models.pages import FIRST_YEAR, LANGUAGES, LAST_YEAR
from reports.core.refusal import Refusal
from reports.exchange.importing import web_page, word
from reports.exchange.importing.encoding import decode_text, repair_accident
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.first_heading import take_title
from reports.exchange.importing.front_matter import split_front_matter
from reports.exchange.importing.office_marks import drop_hidden_tags
from reports.exchange.importing.opening_year import find_opening_year
from reports.exchange.importing.pandoc import simplify_pandoc

MAX_TEXT_BYTES = 5_000_000  # bytes of text; the real reports have 30,000
MAX_WORD_BYTES = 40_000_000  # bytes of a document with its pictures
MAX_TITLE_CHARACTERS = 255
EMPTY = "empty"  # the field that says of a report that it has no block
YEAR_IN_PATH = re.compile(r"(?<!\d)(\d{4})(?!\d)")
WORD = (".docx", ".docm", ".doc")
PAGES = (".html", ".htm", ".xhtml")
ZIPPED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass
class Source:
    """A report file, decoded and repaired, before its text is parsed."""

    name: str
    text: str  # body, without the front matter
    first_line: int  # line of the file on which `text` begins, from 1
    front: dict[str, Any]
    digest: str  # SHA-256 of the whole text once repaired
    notices: list[Notice] = field(default_factory=list)
    words: list[str] | None = None  # that a reader sees, where the text is not the file's own
    styles: str = ""  # of a web page, as CSS
    unit: str = "ligne"
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # in the file, by their addresses
    parts: tuple[tuple[int, str, int], ...] = ()
    """Of several files: the line of the text on which each begins, its name, its own first line."""

    def locate(self, line: int) -> str:
        """Return the name of a line for people: « part2.md, ligne 3 », « paragraphe 3 »."""
        if not self.parts:
            return f"{self.unit} {line}"
        begins, name, first = self.parts[bisect_right([p[0] for p in self.parts], line) - 1]
        return f"{name}, ligne {max(1, line - begins + first)}"

    def name_places(
        self, notices: Sequence[Notice], titles: Sequence[tuple[int, str]] = ()
    ) -> list[Notice]:
        """Return notices that say where their line is, if its number alone does not.

        `titles` are those of the file with their lines: people do not count the paragraphs of a
        document.
        """
        if not self.parts and self.unit == "ligne":
            return list(notices)
        return [
            replace(n, place=self.name_place(n.line, titles)) if n.line and not n.place else n
            for n in notices
        ]

    def name_place(self, line: int, titles: Sequence[tuple[int, str]]) -> str:
        """Return where a line is: « dans « Nos résultats » (paragraphe 3) »."""
        above = [title for number, title in titles if 0 < number <= line and title]
        place = self.locate(line)
        return f"dans « {above[-1]} » ({place})" if above and not self.parts else place

    def front_text(self, name: str) -> str:
        """Return a field of the front matter as text; "" if it is missing or not a single value."""
        value = self.front.get(name)
        return str(value).strip() if isinstance(value, str | int | float) else ""

    def title(self, name: str = "title") -> str:
        """Return a title of the front matter. Raises `Refusal` if it is too long to be stored."""
        title = self.front_text(name)
        if any("\ud800" <= character <= "\udfff" for character in title):
            raise Refusal(f"{self.name}, ligne 2 : « {name} » n’est pas du texte en UTF-8.")
        if len(title) > MAX_TITLE_CHARACTERS:
            raise Refusal(
                f"{self.name}, ligne 2 : « {name} » a {len(title)} caractères "
                f"(au plus {MAX_TITLE_CHARACTERS})."
            )
        return title

    def year(self, year: int | None = None) -> int:
        """Return the given year, or that of the front matter, or that of the first lines."""
        if year is None:
            for name in ("year", "permalink", "title", "hero_title"):
                # of /archives/2019/bilan/2031, the last
                if found := YEAR_IN_PATH.findall(self.front_text(name)):
                    year = int(found[-1])
                    break
        year = find_opening_year(self.text) if year is None else year
        if year is None:
            raise Refusal(
                f"{self.name}, ligne 1 : aucune année dans « permalink » ni « title » ; "
                "ajoutez-la, ou passez --year."
            )
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Refusal(
                f"{self.name}, ligne 1 : l’année {year} est impossible "
                f"(attendu : {FIRST_YEAR} à {LAST_YEAR})."
            )
        return year


def read_source(path: Path) -> Source:
    """Read a report file. Raises `Refusal` if it is missing, empty, binary or too large."""
    name = path.name.encode("utf-8", "replace").decode()
    data = read_bytes(name, path)
    if path.suffix.lower() in WORD or data.startswith(ZIPPED):
        return read_word(name, data)
    text, notices = decode_text(name, data)
    text, repaired = repair_accident(text)
    notices += repaired
    digest = hashlib.sha256(text.encode()).hexdigest()
    front, first_line, body, noticed = split_front_matter(name, text)
    body = drop_hidden_tags(body)
    source = Source(name, body, first_line, front, digest, notices + noticed)
    if path.suffix.lower() in PAGES or web_page.is_page(body):
        source = take_page(source)
    else:
        source.text, simplified = simplify_pandoc(source.text, source.first_line)
        source.notices += simplified
        source.front, source.text = take_title(source.front, source.text)
    require_content(source)
    return source


def require_content(source: Source) -> None:
    """Refuse a file without content, unless `empty` announces it, and one that wrongly does."""
    is_empty = not source.text.strip()
    says_empty = source.front.get(EMPTY) is True
    if is_empty and not says_empty:
        raise Refusal(f"{source.name}, ligne {source.first_line} : ce fichier n’a pas de contenu.")
    if says_empty and not is_empty:
        raise Refusal(
            f"{source.name}, ligne 2 : « {EMPTY} » annonce un bilan vide, il ne l’est pas."
        )


def read_bytes(name: str, path: Path) -> bytes:
    try:
        size = path.stat().st_size
        most = MAX_WORD_BYTES if path.suffix.lower() in WORD else MAX_TEXT_BYTES
        if size > most:
            raise Refusal(
                f"{name}, ligne 1 : {size // 1_000_000} Mo, c’est trop pour un bilan "
                f"(au plus {most // 1_000_000} Mo)."
            )
        return path.read_bytes()
    except OSError as error:
        raise Refusal(f"{name} : ce fichier ne peut pas être lu.") from error


def read_word(name: str, data: bytes) -> Source:
    """Return a Word document as HTML, with the words that its readers see."""
    document = word.read_document(name, data)
    if not document.html.strip():
        raise Refusal(f"{name} : ce document n’a pas de contenu.")
    front = {"title": document.title} if document.title else {}
    digest = hashlib.sha256(data).hexdigest()
    return Source(
        name,
        document.html,
        1,
        front,
        digest,
        document.notices,
        document.words,
        unit="paragraphe",
        pictures=document.pictures,
    )


def name_of_file(name: str) -> str:
    """Return a file name as words: « rapport 2031 » for `rapport_2031.html`."""
    return " ".join(Path(name).stem.replace("_", " ").replace("-", " ").split())


def take_page(source: Source) -> Source:
    """Return the part of a web page that is the report.

    The title and the language of the page complete the front matter.
    """
    page = web_page.read_page(source.name, source.text)
    title = page.title or web_page.find_heading(page.text) or name_of_file(source.name)
    given = {"title": title[:MAX_TITLE_CHARACTERS], "language": page.language}
    if page.language not in LANGUAGES:
        del given["language"]
    return replace(
        source,
        text=page.text,
        first_line=source.first_line + page.first_line - 1,
        front={**{name: value for name, value in given.items() if value}, **source.front},
        styles=page.styles,
        notices=source.notices + page.notices,
    )
