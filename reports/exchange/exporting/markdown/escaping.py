"""Escapes text so that both Markdown parsers and the HTML parser of the import read it as words."""

import re
from html import escape

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
SPACE = re.compile(r"[ \t\r\n\f]+")
SIGNS = re.compile(r"[\\`*_\[\]|~]")
ENTITY = re.compile(r"&(?=#?\w+;)")
BRACE = re.compile(r"\{(?=[:#%{])")
HASH = re.compile(r"(?:(?<=^)|(?<= ))#")
BULLET = re.compile(r"^([-+](?= |$)|[-=](?=[-=]*$))")
NUMBER = re.compile(r"^(\d{1,9})([.)])(?= |$)")
EDGE = re.compile(r"^[^\S ]+|[^\S ]+$")
PLAIN_ADDRESS = re.compile(r"[^\s()<>\\\[\]|{}]*")


def clean_spaces(text: str) -> str:
    """Return text on one line, without control characters. No-break spaces stay."""
    return SPACE.sub(" ", CONTROL.sub(" ", text))


def escape_inline(text: str) -> str:
    """Escape text within a line, and keep the spaces at its ends."""
    text = ENTITY.sub("&amp;", clean_spaces(text)).replace("<", "&lt;").replace(">", "&gt;")
    text = SIGNS.sub(lambda match: f"\\{match[0]}", text)
    text = BRACE.sub("&#123;", text)
    return HASH.sub(r"\\#", text)


def escape_line(text: str) -> str:
    """Escape text at the beginning of a line, or a whole line."""
    text = escape_inline(text).strip(" ")
    text = NUMBER.sub(r"\1\\\2", BULLET.sub(r"\\\1", text))
    return EDGE.sub(lambda match: "".join(f"&#{ord(c)};" for c in match[0]), text)


def escape_html(text: str) -> str:
    """Escape text for raw HTML on a line of Markdown."""
    return escape(clean_spaces(text), quote=True).replace("{", "&#123;")


def write_link(words: str, address: str) -> str:
    """Return a Markdown link; `words` are Markdown already."""
    return f"[{words}]({write_address(address)})"


def write_address(address: str) -> str:
    """Return an address as the target of a link."""
    if PLAIN_ADDRESS.fullmatch(address):
        return ENTITY.sub("&amp;", address)
    address = SPACE.sub(" ", address).replace("\\", "\\\\").replace("|", "%7C")
    address = re.sub(r"[<>]", lambda match: f"\\{match[0]}", address).replace("{", "%7B")
    return f"<{ENTITY.sub('&amp;', address)}>"


def join_words(*parts: str) -> str:
    """Join the parts that are not empty with one space."""
    return " ".join(part for part in (each.strip(" ") for each in parts) if part)
