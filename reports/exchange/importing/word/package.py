"""Opens a Word document within limits. Each fault raises a `Refusal` with a French sentence."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from reports.core.refusal import Refusal

MAX_BYTES = 60_000_000  # bytes of all parts once unzipped; pictures included
MAX_PARTS = 2_000
MAX_TAGS = 600_000  # of XML; a few bytes of a zip hold any number, and each is read four times
BODY = "word/document.xml"
NOTES = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
DAMAGED = "ce n’est pas un document Word (.docx), ou il est abîmé."


def open_package(name: str, data: bytes) -> dict[str, bytes]:
    """Return the parts of a document by their path in the archive. Raises `Refusal`."""
    if data.startswith(OLD_OR_ENCRYPTED):
        raise Refusal(
            f"{name} : ce document est protégé par un mot de passe, ou d’un ancien format (.doc). "
            "Enregistrez-le en .docx, sans mot de passe."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if size > MAX_BYTES or len(entries) > MAX_PARTS:
                raise Refusal(
                    f"{name} : décompressé, ce document pèserait {size // 1_000_000} Mo en "
                    f"{len(entries)} fichiers, c’est trop (au plus {MAX_BYTES // 1_000_000} Mo)."
                )
            if any(entry.flag_bits & 1 for entry in entries):
                raise Refusal(f"{name} : ce document est protégé par un mot de passe.")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise Refusal(f"{name} : {DAMAGED}") from error
    if BODY not in parts:
        raise Refusal(f"{name} : {DAMAGED}")
    if sum(data.count(b"<") for path, data in parts.items() if path.endswith(".xml")) > MAX_TAGS:
        raise Refusal(f"{name} : plus de {MAX_TAGS} balises, c’est trop pour un bilan.")
    if has_macros(parts):
        raise Refusal(
            f"{name} : ce document contient des macros. Enregistrez-le en .docx, qui n’en a pas."
        )
    return parts


def has_macros(parts: Mapping[str, bytes]) -> bool:
    return b"macroEnabled" in parts.get("[Content_Types].xml", b"") or any(
        path.lower().endswith("vbaproject.bin") for path in parts
    )


def parse_part(name: str, data: bytes) -> etree._Element:
    """Return the root of a part. Raises `Refusal` if it is not XML, or declares entities."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refusal(f"{name} : {DAMAGED}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal(f"{name} : {DAMAGED}") from error


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute regardless of its namespace; "" if there is none."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return ""


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Return whether a property of a run is set."""
    for child in properties if properties is not None else ():
        if local_name(child) == name:
            return attribute(child, "val") not in ("0", "false", "off")
    return False


def find_child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local_name(child) == name), None)
