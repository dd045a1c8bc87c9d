"""Encodes the strings of a PDF so that its bytes contain no HTML markup.

A program that takes the file for a web page would read a title like `<b>` as an element. A string
with such characters is written in UTF-16 as hexadecimal digits; PDF readers show the same words.
XML metadata is already escaped.
"""

import zlib
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

MARKS = (b"<", b">")
UTF_16 = b"\xfe\xff"
WORDLESS = ("/URI", "/ID")  # strings of bytes


def hide_markup(pdf: Pdf) -> None:
    """Write strings and attached files so that their bytes contain no markup."""
    compress_attachments(pdf)
    holders: list[Any] = [*pdf.objects, pdf.docinfo]
    while holders:
        holder = holders.pop()
        for place, value in list_direct(holder):
            if isinstance(value, String):
                if any(mark in bytes(value) for mark in MARKS):
                    holder[place] = rewrite_string(value, place)
            elif not value.is_indirect:
                holders.append(value)


def compress_attachments(pdf: Pdf) -> None:
    for each in pdf.objects:
        is_file = isinstance(each, Stream) and each.get("/Type") == Name.EmbeddedFile
        if is_file and "/Filter" not in each:
            each.write(zlib.compress(each.read_raw_bytes()), filter=Name.FlateDecode)


def list_direct(holder: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the keys and values of a dictionary, an array or a stream; scalars are left out."""
    if isinstance(holder, Dictionary | Stream):
        places: list[Any] = list(holder.keys())
    elif isinstance(holder, Array):
        places = list(range(len(holder)))
    else:
        return
    for place in places:
        value = holder[place]
        if isinstance(value, Object) and not isinstance(value, Name):
            yield place, value


def rewrite_string(value: String, place: Any) -> String:
    """Return a string that reads the same. In an address, marks are escaped as addresses do."""
    data = bytes(value)
    if place in WORDLESS:
        return String(data.replace(b"<", b"%3C").replace(b">", b"%3E"))
    if data.startswith(UTF_16):
        return value
    return String(UTF_16 + str(value).encode("utf-16-be"))
