"""Builds a block from a comment and the elements below it."""

from copy import copy
from dataclasses import replace

from bs4.element import PageElement

from reports.core.document.block import BLOCKS, Block
from reports.core.document.body import read_block
from reports.exchange.importing.comments.comment import BlockComment
from reports.exchange.importing.comments.contradiction import find_contradiction
from reports.exchange.importing.comments.overlay import Overlay
from reports.exchange.importing.comments.readers import find_reader
from reports.exchange.importing.comments.regions import take_elements
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.storing import stored_body

ADVICE = "Corrigez l’un ou l’autre, ou retirez le commentaire : le texte s’importe aussi sans lui."


def read_commented_block(
    comment: BlockComment, nodes: list[PageElement]
) -> tuple[Draft, list[PageElement], list[Notice]]:
    """Return the block of a comment, the nodes below that are not part of it, and notices.

    Raises `Refusal` if the comment cannot be read, or contradicts the text.
    """
    own, rest = take_elements(comment, nodes)
    printed = [copy(node) for node in own]  # readers take elements apart
    notices: list[Notice] = []
    draft = read_elements(comment, own, notices)
    overlay = Overlay(comment)
    draft = overlay.complete(draft, BLOCKS[comment.block_type])
    block = build_block(draft)
    words = find_contradiction(printed, block, draft.shows_data)
    if words is not None and comment.is_whole and block.drawn:
        draft.shows_data = True
        words = find_contradiction(printed, block, draft.shows_data)
    if words is not None:
        raise comment.refusal(f"le texte au-dessous dit autre chose : « {words} ». {ADVICE}")
    return draft, rest, notices + overlay.values.notices


def read_elements(comment: BlockComment, nodes: list[PageElement], notices: list[Notice]) -> Draft:
    """Return the draft that the elements give; an empty one if the comment has the whole block."""
    if comment.is_whole:
        return Draft(comment.block_type, comment.line, {})
    draft = find_reader(comment.block_type)(nodes, notices)
    if draft is None:
        label = BLOCKS[comment.block_type].label
        words = " ".join(map(words_of, nodes))[:80].strip()
        raise comment.refusal(
            f"ce qui suit ne se lit pas comme un bloc « {label} » : « {words} ». {ADVICE}"
        )
    return replace(draft, line=draft.line or comment.line)


def build_block(draft: Draft) -> Block:
    """Return the block that a draft becomes, without ids and references."""
    (stored,) = stored_body([draft], "", lambda named: None, lambda named: "")
    return read_block(stored)
