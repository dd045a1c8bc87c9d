"""More archives that no export writes: strange names, sizes, numbers, times and texts."""

import json
import os
import stat
import struct
import zlib
from pathlib import Path
from typing import Any

from tests.reports.exchange.archives.damage import (
    FOREIGN,
    Damage,
    append,
    edit,
    forge,
    forge_file,
    in_block,
    link,
    rebag,
    set_in,
    write,
)
from tests.reports.exchange.archives.hostile import (
    AROUND,
    BLOCKS,
    DRAWINGS,
    MEDIA,
    REPORT,
    SERVICES,
    SVG,
    VERSIONS,
)

PNG = b"\x89PNG\r\n\x1a\n"
MANIFEST = "manifest-sha256.txt"
NO_JSON = "ce n’est pas du JSON en UTF-8"


def inflate(name: str, size: int) -> Damage:
    """Make a file of so many bytes that takes no place on the disk."""

    def damage(folder: Path) -> None:
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.truncate(size)

    return damage


def listen(folder: Path) -> None:
    """Put a socket among the files; its path may be longer than a socket's address can be."""
    os.mknod(folder / "data" / "socket", stat.S_IFSOCK | 0o600)


def forget(name: str) -> Damage:
    """Take a file away, and out of the manifests."""

    def damage(folder: Path) -> None:
        (folder / "data" / name).unlink()
        rebag(folder)

    return damage


def say_twice(folder: Path) -> None:
    """Name a file a second time in a manifest, with another hash."""
    append(MANIFEST, f"{'0' * 64}  data/{REPORT}\n")(folder)


def draw_header(width: int, height: int) -> bytes:
    """Return a picture that announces a size and has no pixels."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def set_report(name: str, to: Any) -> Damage:
    return edit(REPORT, set_in("content", "report", name, to=to))


def set_picture(name: str, to: Any) -> Damage:
    return edit(MEDIA, set_in("pictures", 0, name, to=to))


STRANGE_BAGS: dict[str, tuple[Damage, str]] = {
    "a Windows path": (write("data/..\\..\\x.json", "{}"), "ce nom de fichier n’est pas accepté"),
    "a drive": (write("data/C:x.json", "{}"), "ce nom de fichier n’est pas accepté"),
    "a name in accents": (write("data/été.json", "{}"), "ce nom de fichier n’est pas accepté"),
    "a name that is too long": (write(f"data/{'a' * 200}", ""), "n’est pas accepté"),
    "a folder for a file": (write(f"data/more/{REPORT}/x", ""), "n’est dans aucun manifeste"),
    "a socket": (listen, "lien ou un fichier spécial"),
    "a link to itself": (link("data/loop", "loop"), "lien ou un fichier spécial"),
    "a link for a manifest": (link(MANIFEST, "manifest-sha512.txt"), "lien ou un fichier spécial"),
    "a huge JSON file": (inflate(REPORT, 30_000_000), "report.json : 28,6"),
    "a huge document": (inflate("files/documents/x.pdf", 10**12), "x.pdf : 931,3"),
    "a manifest that comes back in": (append(MANIFEST, f"{'0' * 64}  data/../x\n"), "x manque"),
    "a manifest of a home": (append(MANIFEST, f"{'0' * 64}  ~/.profile\n"), "lisible"),
    "a file with two hashes": (say_twice, "archive"),
    "a hash of nothing": (append(MANIFEST, "\n\n  data/x\n"), "archive"),
    "another algorithm": (write("manifest-md5.txt", ""), "n’a rien à faire dans une archive"),
    "a null in a manifest": (append(MANIFEST, "\0\n"), "archive"),
    "an encoding that is none": (
        write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: x\n"),
        "cette archive est abîmée",
    ),
    "a later BagIt": (
        write("bagit.txt", "BagIt-Version: 99.0\nTag-File-Character-Encoding: UTF-8\n"),
        "archive",
    ),
}

STRANGE_VALUES: dict[str, tuple[Damage, str]] = {
    "no report": (forget(REPORT), "ce n’est pas l’archive d’un bilan"),
    "no media": (forget(MEDIA), "media.json : ce fichier manque"),
    "nothing in a file": (forge(REPORT, ""), NO_JSON),
    "a mark of byte order": (forge("corrections.json", "\ufeff[]"), NO_JSON),
    "another encoding": (forge(REPORT, "{}".encode("utf-16")), NO_JSON),
    "two values": (forge("corrections.json", "[] []"), NO_JSON),
    "a number of 5,000 digits": (forge("corrections.json", f"[{'9' * 5_000}]"), NO_JSON),
    "an exponent": (forge("corrections.json", "[1e999]"), "n’est pas un nombre entier"),
    "minus infinity": (forge("corrections.json", "[-Infinity]"), "n’est pas un nombre entier"),
    "a null in a name": (forge("corrections.json", r'[{"\u0000": 1}]'), "qui n’en sont pas"),
    "half a character in a name": (
        forge("corrections.json", r'[{"\udfff": 1}]'),
        "qui n’en sont pas",
    ),
    "a year that is true": (set_report("year", True), "report.year » n’a pas la f"),
    "a year as text": (set_report("year", "2024"), "report.year » n’a pas la f"),
    "a year without end": (set_report("year", 2**31 - 1), "report.year » n’a pas la f"),
    "a title that is a list": (set_report("title", ["a"]), "report.title » n’a pas la f"),
    "a long title": (set_report("title", "a" * 256), "report.title » n’a pas la f"),
    "a language that is none": (set_report("language", "xx"), "report.language » n’a pas la f"),
    "a date of no calendar": (set_report("report_date", "2024-02-30"), "report.report_date »"),
    "blocks that are no list": (edit(REPORT, set_in(*BLOCKS, to={})), "blocks » n’a pas la f"),
    "a block that is text": (edit(REPORT, set_in(*BLOCKS, 0, to="mots")), "genre inconnu"),
    "a type that is a list": (edit(REPORT, set_in(*BLOCKS, 0, "type", to=[])), "genre inconnu"),
    "markup for an id": (edit(REPORT, set_in(*BLOCKS, 0, "id", to='"><script>')), "identifiant"),
    "a path for an id": (
        edit(REPORT, set_in(*BLOCKS, 0, "id", to="../../x")),
        "n’est pas un identifiant",
    ),
    "a long id": (edit(REPORT, set_in(*BLOCKS, 0, "id", to="a" * 101)), "identifiant"),
    "lists in lists without end": (
        in_block(3, text="<ul><li>" * 6_000),
        "trop de niveaux imbriqués",
    ),
    "marks in marks": (in_block(3, text="<b>" * 16_000 + "a"), "trop de niveaux imbriqués"),
    "a time before all": (
        edit(VERSIONS, set_in(0, "published_at", to="0001-01-01T00:00:00+23:59")),
        "published_at » n’a pas la forme",
    ),
    "a time after all": (
        edit(VERSIONS, set_in(0, "published_at", to="9999-12-31T23:59:59-23:59")),
        "published_at » n’a pas la forme",
    ),
    "a time of the page before all": (
        edit(REPORT, set_in("page", "first_published_at", to="0001-01-01T00:00:00+23:59")),
        "first_published_at » n’a pas la forme",
    ),
    "a version number that is text": (
        edit(VERSIONS, set_in(0, "number", to="1")),
        "number » n’a pas la forme",
    ),
    "an author with an address": (
        edit(VERSIONS, set_in(0, "author_name", to="a@b.example")),
        "author_name » n’a pas la forme",
    ),
    "a hash in capitals": (
        edit(VERSIONS, lambda rows: rows[0].update(sha256=rows[0]["sha256"].upper())),
        "sha256 » n’a pas la forme",
    ),
    "records of an unknown kind": (forge("records/user.json", "[]"), "n’a rien à faire"),
    "a width that is text": (set_picture("width", "600"), "width » n’a pas la forme"),
    "a negative focus": (set_picture("focal_point_x", -1), "focal_point_x » n’a pas la forme"),
    "a program as a picture": (
        set_picture("file", "original_images/x.php"),
        "file » n’a pas la forme",
    ),
    "an absolute file": (set_picture("file", "/etc/passwd"), "file » n’a pas la forme"),
    "a picture of another key": (set_picture("key", FOREIGN), "n’est pas dans l’archive"),
    "a picture that announces too much": (
        forge_file("original_images/*", draw_header(60_000, 60_000)),
        "files/original_images/",
    ),
    "a row twice": (
        edit(AROUND, lambda around: around["rows"]["service"].append(around["rows"]["service"][0])),
        "y est deux fois",
    ),
    "a row id that is true": (
        edit(AROUND, set_in("rows", "service", 0, "id", to=True)),
        "id » n’a pas la forme",
    ),
    "a drawing with a style": (
        edit(DRAWINGS, set_in(0, "svg", to=SVG.format("<style>*{}</style>"))),
        "n’est pas accepté",
    ),
    "a drawing with a page": (
        edit(DRAWINGS, set_in(0, "svg", to=SVG.format("<foreignObject />"))),
        "n’est pas accepté",
    ),
    "a drawing of drawings": (
        edit(DRAWINGS, set_in(0, "svg", to=SVG.format("<g>" * 20_000 + "</g>" * 20_000))),
        DRAWINGS,
    ),
    "an acknowledgement without a zone": (
        edit("acknowledgements.json", set_in(0, "at", to="2024-01-01T00:00:00")),
        "at » n’a pas la forme",
    ),
    "decimals beyond counting": (
        edit("records/indicator.json", set_in(0, "decimals", to=2**31 - 1)),
        "records/indicator.json",
    ),
    "a record of objects": (
        edit(SERVICES, set_in(0, "mission", to={"a": 1})),
        "mission » n’a pas la forme",
    ),
    "a list of one object": (
        edit("records/term.json", lambda rows: json.loads('{"a": []}')),
        "devrait être une liste",
    ),
}
