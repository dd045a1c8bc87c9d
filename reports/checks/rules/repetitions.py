"""Rule that reports paragraphs and sentences that were pasted twice."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading, sentence
from reports.core.reading.lines import split_paragraphs
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

FEWEST_WORDS, SHORTEST = 6, 35  # words, characters
MAX_QUOTE_CHARACTERS = 70  # characters of a passage that a message quotes


@rule(
    "passage-twice",
    Severity.WARNING,
    "Passage répété",
    "Un paragraphe est écrit deux fois, mot pour mot, ou une phrase deux fois dans un paragraphe : "
    "un copier-coller est sans doute resté. Les lignes de listes et ce qui a moins de six mots ne "
    "sont pas comparés.",
)
def passage_twice(report: Reading) -> Iterator[Issue]:
    passages = group_values((key, (place, words)) for key, place, words in list_passages(report))
    for repeated in passages.values():
        if len(repeated) > 1:
            (first, words), *others = repeated
            yield Issue(
                others[-1][0],
                f"« {shorten_passage(words)} » est écrit {len(repeated)} fois.",
                "Gardez ce passage à un seul endroit.",
                (words, str(len(repeated))),
                tuple(dict.fromkeys([first, *(place for place, _ in others[:-1])])),
            )


def list_passages(report: Reading) -> Iterator[tuple[tuple[str, int], Place, str]]:
    """Yield paragraphs, and the sentences of each, with a key that repeated passages share.

    Short ones are left out, because they may be alike by chance.
    """
    number = 0
    for text in report.texts:
        if text.html and report.blocks[text.place.rank].node.is_running_text:
            for paragraph in split_paragraphs(text.html):
                number += 1
                sentences = sentence.END.split(paragraph.text)
                keyed = [(0, paragraph.text)]
                keyed += [(number, words) for words in sentences if sentences[1:]]
                for key, words in keyed:
                    words = " ".join(words.split())
                    is_long = len(words) >= SHORTEST and len(words.split()) >= FEWEST_WORDS
                    if is_long and not paragraph.listed:
                        yield (fold_accents(words), key), text.place, words


def shorten_passage(words: str) -> str:
    """Return a passage, cut off where it is long."""
    return (
        words
        if len(words) <= MAX_QUOTE_CHARACTERS
        else words[:MAX_QUOTE_CHARACTERS].rsplit(" ", 1)[0] + "…"
    )
