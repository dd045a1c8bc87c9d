"""Cleans the XML of a Word document: removes what readers do not see, and places text boxes."""

from copy import deepcopy

from lxml import etree

from reports.exchange.importing.findings import Notice
from reports.exchange.importing.word.package import attribute, find_child, is_on, local_name

CONTENTS = "Table of Contents"


def clean_body(root: etree._Element) -> list[Notice]:
    """Clean a part in place; return notices of what was removed."""
    hidden = remove_hidden(root)
    contents = remove_contents(root)
    place_text_boxes(root)
    unwrap_simple_fields(root)
    notices = []
    if hidden:
        words = " ".join(hidden)[:120]
        notices.append(Notice(0, f"texte masqué laissé de côté : « {words} »"))
    if contents:
        notices.append(Notice(0, "sommaire laissé de côté : il est tiré des titres."))
    if any(local_name(element) in ("ins", "del") for element in root.iter()):
        notices.append(Notice(0, "suivi des modifications : lu comme si elles étaient acceptées."))
    return notices


def remove_hidden(root: etree._Element) -> list[str]:
    """Remove hidden runs; return their words."""
    words = []
    for run in [each for each in root.iter() if local_name(each) == "r"]:
        if is_on(find_child(run, "rPr"), "vanish"):
            words.append("".join(t.text or "" for t in run.iter() if local_name(t) == "t"))
            drop(run)
    return [each for each in words if each.strip()]


def remove_contents(root: etree._Element) -> bool:
    """Remove generated tables of contents; return whether there was one."""
    found = [element for element in root.iter() if is_contents(element)]
    for element in found:
        drop(element)
    return bool(found)


def is_contents(element: etree._Element) -> bool:
    """Return whether an element is a generated table of contents, or a line of one."""
    if local_name(element) == "sdt":
        gallery = (e for e in element.iter() if local_name(e) == "docPartGallery")
        return any(attribute(each, "val") == CONTENTS for each in gallery)
    if local_name(element) != "p":
        return False
    properties = find_child(element, "pPr")
    style = find_child(properties, "pStyle") if properties is not None else None
    name = attribute(style, "val").lower() if style is not None else ""
    return name.startswith(("toc", "tm", "contents")) and name[-1:].isdigit()


def unwrap_simple_fields(root: etree._Element) -> None:
    """Replace fields by their results, such as the numbers of captions, which mammoth skips."""
    for field in [each for each in root.iter() if local_name(each) == "fldSimple"]:
        for child in list(field):
            field.addprevious(child)
        drop(field)


def place_text_boxes(root: etree._Element) -> None:
    """Move the paragraphs of each text box after the paragraph to which it is anchored."""
    for paragraph in [each for each in root.iter() if local_name(each) == "p"]:
        if any(local_name(each) == "txbxContent" for each in paragraph.iterancestors()):
            continue
        blocks = [deepcopy(block) for box in find_text_boxes(paragraph) for block in box]
        for box in [each for each in paragraph.iter() if local_name(each) == "txbxContent"]:
            drop(box)
        after = paragraph
        for block in blocks:
            after.addnext(block)
            after = block


def find_text_boxes(element: etree._Element) -> list[etree._Element]:
    """Return the text boxes in an element, each once: `AlternateContent` repeats them."""
    found: list[etree._Element] = []
    for child in element:
        if local_name(child) == "AlternateContent":
            branches = [find_text_boxes(branch) for branch in child]
            found += next(filter(None, branches), [])
        elif local_name(child) == "txbxContent":
            found.append(child)
        else:
            found += find_text_boxes(child)
    return found


def drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
