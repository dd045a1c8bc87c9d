"""Converts a Word document to the HTML that the import parses."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import mammoth
from bs4 import BeautifulSoup
from lxml import etree

from reports.core.refusal import Refusal
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.table_heads import give_head
from reports.exchange.importing.word.cleaning import clean_body
from reports.exchange.importing.word.package import (
    BODY,
    DAMAGED,
    NOTES,
    local_name,
    open_package,
    parse_part,
)
from reports.exchange.importing.word.pictures import PictureCollector
from reports.exchange.importing.word.visible import list_words

STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Titre'] => h1.title:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
strike => s
"""
TITLE = "h1.title"
SYMBOL = re.compile(r"w:sym element with an unsupported character")
PROPERTIES = "docProps/core.xml"
ASIDES = re.compile(r"word/(?:header|footer)\d*\.xml\Z")


@dataclass(frozen=True)
class WordDocument:
    """A converted document.

    `html` has one block per line, `words` are those that readers see, and `pictures` has the files
    by their addresses in the HTML.
    """

    html: str
    words: list[str]
    title: str
    notices: list[Notice]
    pictures: Mapping[str, bytes]


def read_document(name: str, data: bytes) -> WordDocument:
    """Convert a document. Raises `Refusal` if it cannot be read."""
    parts = open_package(name, data)
    words = list_words(name, parts)
    root = parse_part(name, parts[BODY])
    notices = clean_body(root)
    cleaned = {**parts, BODY: etree.tostring(root, encoding="utf-8", xml_declaration=True)}
    for path in NOTES.values():
        if path in parts:
            note_root = parse_part(name, parts[path])
            notices += clean_body(note_root)
            cleaned[path] = etree.tostring(note_root, encoding="utf-8", xml_declaration=True)
    collector = PictureCollector()
    html, messages = convert(name, cleaned, collector)
    notices += list_left_out(name, parts, messages)
    shaped = shape_html(html, notices)
    title = read_title(name, parts) or find_title(html)
    return WordDocument(shaped, words, title, notices, collector.files)


def convert(
    name: str, parts: Mapping[str, bytes], collector: PictureCollector
) -> tuple[str, list[str]]:
    """Return mammoth's HTML of a document, and its messages."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for path, data in parts.items():
            archive.writestr(path, data)
    try:
        result = mammoth.convert_to_html(
            file,
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            ignore_empty_paragraphs=True,
            convert_image=mammoth.images.img_element(collector.take),
        )
    except RecursionError:
        raise
    except Exception as error:  # whatever a damaged part makes of it
        raise Refusal(f"{name} : {DAMAGED}") from error
    return result.value, [message.message for message in result.messages]


def shape_html(html: str, notices: list[Notice]) -> str:
    """Return the HTML with table heads, without unused bookmarks, and with one block per line."""
    soup = BeautifulSoup(html, "lxml")
    for table in soup.find_all("table"):
        give_head(table)
    for title in soup.select(TITLE):
        del title["class"]
    aims = {str(a["href"])[1:] for a in soup.find_all("a", href=True) if a["href"][:1] == "#"}
    for bookmark in soup.find_all("a", id=True):
        if not bookmark.get("href") and bookmark["id"] not in aims:
            bookmark.unwrap()
    for image in soup.find_all("img", src=""):
        alt = str(image.get("alt") or "")
        message = f"image « {alt} » : le fichier n’est pas repris, ajoutez-le au bloc."
        notices.append(Notice(0, message))
    blocks = list(soup.body.children) if soup.body else []
    return "\n".join(str(block).replace("\n", " ") for block in blocks)


def find_title(html: str) -> str:
    """Return the words of the first paragraph with the style of a title."""
    title = BeautifulSoup(html, "lxml").select_one(TITLE)
    return " ".join(title.get_text(" ").split()) if title else ""


def list_left_out(name: str, parts: Mapping[str, bytes], messages: list[str]) -> list[Notice]:
    """Return notices of headers, footers, comments and unknown symbols, which are left out."""
    notices = []
    asides = [words_of(name, data) for path, data in parts.items() if ASIDES.match(path)]
    for words in dict.fromkeys(filter(None, asides)):
        notices.append(Notice(0, f"en-tête ou pied de page laissé de côté : « {words[:120]} »"))
    if "word/comments.xml" in parts and words_of(name, parts["word/comments.xml"]):
        notices.append(Notice(0, "commentaires laissés de côté."))
    if any(map(SYMBOL.search, messages)):
        notices.append(Notice(0, "symboles d’une police inconnue laissés de côté."))
    return notices


def words_of(name: str, data: bytes) -> str:
    root: Any = parse_part(name, data)
    texts = [
        "".join(t.text or "" for t in p.iter() if local_name(t) == "t")
        for p in root.iter()
        if local_name(p) == "p"
    ]
    return " ".join(" ".join(texts).split())


def read_title(name: str, parts: Mapping[str, bytes]) -> str:
    """Return the title in the properties of the document."""
    if PROPERTIES not in parts:
        return ""
    root: Any = parse_part(name, parts[PROPERTIES])
    titles = [element.text or "" for element in root if local_name(element) == "title"]
    return " ".join(titles).strip()
