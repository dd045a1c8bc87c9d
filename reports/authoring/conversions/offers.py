"""Lists the types to which a block can be converted, with gains and losses, as JSON.

The admin view of conversions answers with this list.
"""

from collections.abc import Sequence
from typing import Any

from reports.authoring.conversions.long_texts import list_long_texts
from reports.authoring.conversions.previews import preview_block
from reports.authoring.conversions.record_names import RecordNames
from reports.core.conversion.conversion import Conversion, convert, list_targets
from reports.core.conversion.gains import KINDS, count_nouns, describe_gains
from reports.core.conversion.losses import Losses
from reports.core.document.block import BLOCKS, Block
from reports.core.text.french_spaces import set_spaces

MAX_TEXTS = 12  # pieces of text of one part that are quoted


def list_offers(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the types to which the first of some blocks can be converted, in menu order."""
    names = RecordNames()
    made = (convert(blocks, target, names.find) for target in list_targets(blocks))
    return [describe_conversion(each) for each in made if each is not None]


def describe_conversion(conversion: Conversion) -> dict[str, Any]:
    losses, gains = conversion.losses, describe_gains(conversion)
    return {
        "type": conversion.target,
        "label": BLOCKS[conversion.target].label,
        "preview": preview_block(conversion.made),
        "gained": [*map(set_spaces, gains.gained), *describe_others(conversion)],
        "doubts": list(map(set_spaces, (*list_long_texts(conversion.after), *gains.doubts))),
        "lost": [describe_words(lost.place, lost.texts) for lost in losses.words],
        "lostWords": losses.word_count,
        "lostOthers": list(map(set_spaces, describe_losses(losses))),
    }


def describe_words(place: str, texts: Sequence[str]) -> dict[str, Any]:
    return {
        "place": set_spaces(place),
        "texts": list(texts[:MAX_TEXTS]),
        "more": max(0, len(texts) - MAX_TEXTS),
    }


def describe_others(conversion: Conversion) -> list[str]:
    """Return what happens to the blocks around the one that is converted."""
    labels = [f"« {block.label} »" for block in conversion.after if block is not conversion.made]
    said = []
    if len(conversion.before) > 1:
        said.append("Le tableau qui suit l’image en fait partie.")
    if labels:
        said.append(f"Ce qui l’entoure reste, à côté : {', '.join(labels)}.")
    return list(map(set_spaces, said))


def describe_losses(losses: Losses) -> list[str]:
    """Return sentences about the losses other than words."""
    said = []
    if losses.figures:
        said.append(f"Ne seraient plus lus comme des chiffres : {quote(losses.figures)}.")
    if losses.links:
        said.append(f"Liens : {quote(losses.links)}.")
    for kind, count in losses.references:
        noun, _, rest = KINDS.get(kind, "fiche").partition(" ")
        linked = "ne serait plus reliée" if count == 1 else "ne seraient plus reliées"
        said.append(f"{count_nouns(count, noun)} {rest} {linked}.")
    if losses.leading:
        said.append(f"« Dans l’essentiel » : {count_nouns(losses.leading, 'coche')}.")
    return said


def quote(texts: Sequence[str]) -> str:
    quoted = ", ".join(f"« {text} »" for text in texts[:MAX_TEXTS])
    more = len(texts) - MAX_TEXTS
    return f"{quoted} et {more} autre{'s' if more > 1 else ''}" if more > 0 else quoted
