"""Decodes the bytes of a file: as UTF-8, or as its byte order mark or its `<meta>` declares."""

import codecs
import re

import ftfy

from reports.core.refusal import Refusal
from reports.exchange.importing.findings import Notice

# What UTF-8 looks like when it was read as Mac Roman or Latin-1: « é » as « √© » or « Ã© ».
ACCIDENT = re.compile(r"√[©®†¥™´ß]|‚Ä[ìôúù¶]|Ã[©¨ª§®´ ]|â€[™œ“”]")
# A file that has any of these was read well, whatever it says of files that were not.
SOUND = re.compile("(?<=[a-zA-Z])[éè]")
DECLARED = re.compile(rb"<meta\b[^<>]*?\bcharset=[\"']?([\w-]{1,40})", re.IGNORECASE)
HEAD_BYTES = 4_096  # bytes of a page in which its encoding is declared
MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# The encodings of one byte a sign that word processors declare; Latin-1 means Windows, as browsers
# have it.
KNOWN = {
    **dict.fromkeys(("windows-1252", "iso-8859-1", "latin1", "cp1252"), "cp1252"),
    **dict.fromkeys(("iso-8859-15", "latin-9"), "iso-8859-15"),
    **dict.fromkeys(("macintosh", "x-mac-roman"), "mac-roman"),
}


def decode_text(name: str, data: bytes) -> tuple[str, list[Notice]]:
    """Return the text of a file with one form of line ending; raises `Refusal`."""
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise Refusal(f"{name}, ligne 1 : ce fichier est vide.")
    notices: list[Notice] = []
    try:
        encoding = find_encoding(data)
        text = data.decode(encoding or "utf-8-sig")
        if encoding:
            notices.append(Notice(0, f"encodage {encoding}, tel que le fichier le déclare."))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(f"{name}, ligne {line} : ce n’est pas du texte en UTF-8.") from error
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Refusal(f"{name}, ligne 1 : ce n’est pas du texte en UTF-8.")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Refusal(f"{name}, ligne {line} : ce fichier est binaire, pas du texte.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notices


def find_encoding(data: bytes) -> str:
    """Return the encoding that a file declares, where it is not UTF-8."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    declared = DECLARED.search(data[:HEAD_BYTES])
    encoding = KNOWN.get(declared[1].decode().lower(), "") if declared else ""
    if not encoding:
        return ""
    try:
        data.decode()
    except UnicodeDecodeError:
        return encoding
    return ""  # the declaration was left when the page was saved in UTF-8


def repair_accident(text: str) -> tuple[str, list[Notice]]:
    """Return text as it was before its UTF-8 was decoded with another encoding."""
    if not ACCIDENT.search(text) or SOUND.search(text):
        return text, []
    repaired = ftfy.fix_encoding(text)
    if repaired == text:
        return text, []
    return repaired, [Notice(0, "encodage réparé : le fichier UTF-8 avait été mal relu.")]
