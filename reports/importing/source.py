"""The file: its text, its encoding repaired, its front matter, its year."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ftfy
import yaml

from reports.importing.findings import Notice, Refusal
from reports.models.pages import FIRST_YEAR, LAST_YEAR

LARGEST = 5_000_000  # bytes; the real reports have 30,000
FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
LONGEST_TITLE = 255
YEAR_IN_PATH = re.compile(r"(?<!\d)(\d{4})(?!\d)")
# What UTF-8 looks like when it was read as Mac Roman or Latin-1: « é » as « √© » or « Ã© ».
ACCIDENT = re.compile(r"√[©®†¥™´ß]|‚Ä[ìôúù¶]|Ã[©¨ª§®´ ]|â€[™œ“”]")
# A file that has any of these was read well, whatever it says of files that were not.
SOUND = re.compile("(?<=[a-zA-Z])[éè]")


@dataclass
class Source:
    """A report file, ready to be parsed."""

    name: str
    text: str  # body, without the front matter
    first_line: int  # line of the file on which `text` begins, from 1
    front: dict[str, Any]
    digest: str  # SHA-256 of the whole text once repaired
    notices: list[Notice] = field(default_factory=list)

    def front_text(self, name: str) -> str:
        """A field of the front matter, as text; "" where it is absent or no single value."""
        value = self.front.get(name)
        return str(value).strip() if isinstance(value, str | int | float) else ""

    def title(self, name: str = "title") -> str:
        """A title of the front matter; raises `Refusal` for one that is too long to keep."""
        title = self.front_text(name)
        if any("\ud800" <= character <= "\udfff" for character in title):
            raise Refusal(f"{self.name}, ligne 2 : « {name} » n’est pas du texte en UTF-8.")
        if len(title) > LONGEST_TITLE:
            raise Refusal(
                f"{self.name}, ligne 2 : « {name} » a {len(title)} caractères "
                f"(au plus {LONGEST_TITLE})."
            )
        return title

    def year(self, year: int | None = None) -> int:
        """The year of the report: `year`, else the permalink's, else the title's."""
        if year is None:
            for name in ("year", "permalink", "title", "hero_title"):
                # of /archives/2019/bilan/2031, the last
                if found := YEAR_IN_PATH.findall(self.front_text(name)):
                    year = int(found[-1])
                    break
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
    """Reads a report file; raises `Refusal` for one that is missing, empty, binary or too large."""
    name = path.name.encode("utf-8", "replace").decode()
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refusal(
                f"{name}, ligne 1 : {size // 1_000_000} Mo, c’est trop pour un bilan "
                f"(au plus {LARGEST // 1_000_000} Mo)."
            )
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"{name} : ce fichier ne peut pas être lu.") from error
    text = decode_text(name, data)
    notices: list[Notice] = []
    if ACCIDENT.search(text) and not SOUND.search(text):
        repaired = ftfy.fix_encoding(text)
        if repaired != text:
            text = repaired
            notices.append(Notice(0, "encodage réparé : le fichier UTF-8 avait été mal relu."))
    front, first_line, body = split_front_matter(name, text)
    if not body.strip():
        raise Refusal(f"{name}, ligne {first_line} : ce fichier n’a pas de contenu.")
    return Source(name, body, first_line, front, hashlib.sha256(text.encode()).hexdigest(), notices)


def decode_text(name: str, data: bytes) -> str:
    """The text of a file in UTF-8, with one form of line ending."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise Refusal(f"{name}, ligne 1 : ce fichier est vide.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(f"{name}, ligne {line} : ce n’est pas du texte en UTF-8.") from error
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Refusal(f"{name}, ligne 1 : ce n’est pas du texte en UTF-8.")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Refusal(f"{name}, ligne {line} : ce fichier est binaire, pas du texte.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split_front_matter(name: str, text: str) -> tuple[dict[str, Any], int, str]:
    """Front matter, the line on which the body begins, the body."""
    match = FRONT_MATTER.match(text)
    if match is None:
        return {}, 1, text
    try:
        front = yaml.safe_load(match[1] or "") or {}
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise Refusal(f"{name}, ligne {line} : l’en-tête YAML ne peut pas être lu.") from error
    if not isinstance(front, dict):
        raise Refusal(f"{name}, ligne 2 : l’en-tête YAML n’est pas une liste de champs.")
    return front, text.count("\n", 0, match.end()) + 1, text[match.end() :]
