"""Words as Markdown: what two parsers, and the reader of HTML between them, take for words."""

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
    """Return text on one line, without what no text holds; no-break spaces are typography."""
    return SPACE.sub(" ", CONTROL.sub(" ", text))


def escape_inline(text: str) -> str:
    """Return text inside of a line, its spaces at both ends included."""
    text = ENTITY.sub("&amp;", clean_spaces(text)).replace("<", "&lt;").replace(">", "&gt;")
    text = SIGNS.sub(lambda match: f"\\{match[0]}", text)
    text = BRACE.sub("&#123;", text)
    return HASH.sub(r"\\#", text)


def escape_line(text: str) -> str:
    """Return text that is the beginning of a line, or all of it."""
    text = escape_inline(text).strip(" ")
    text = NUMBER.sub(r"\1\\\2", BULLET.sub(r"\\\1", text))
    return EDGE.sub(lambda match: "".join(f"&#{ord(c)};" for c in match[0]), text)


def escape_html(text: str) -> str:
    """Return text as it stands in raw HTML on a line of Markdown."""
    return escape(clean_spaces(text), quote=True).replace("{", "&#123;")


def write_link(words: str, address: str) -> str:
    """Return a link; `words` are Markdown."""
    return f"[{words}]({write_address(address)})"


def write_address(address: str) -> str:
    """Return an address as the target of a link."""
    if PLAIN_ADDRESS.fullmatch(address):
        return ENTITY.sub("&amp;", address)
    address = SPACE.sub(" ", address).replace("\\", "\\\\").replace("|", "%7C")
    address = re.sub(r"[<>]", lambda match: f"\\{match[0]}", address).replace("{", "%7B")
    return f"<{ENTITY.sub('&amp;', address)}>"


def join_words(*parts: str) -> str:
    """Return parts that say something with one space between them."""
    return " ".join(part for part in (each.strip(" ") for each in parts) if part)
