"""Computes the stems of words for search and comparison: « Déployées », « deployer », « l’impact ».

The module is pure Python, without Django or Wagtail. A stem consists of letters and digits, a
number of digits and perhaps one comma, so no character in it is special to a database.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from Stemmer import Stemmer

# Unicode calls « ℹ » a letter, and some other signs of its block: no reader searches for them.
LETTER = r"[^\W\d_⁰¹²³⁴-⁹₀-₉\u2100-\u214f]"
# Any space may part thousands. A raised digit is a number of its own, never the next digit of one.
TOKEN = re.compile(
    rf"""
    (?: \d{{1,3}} (?: [ \u00a0\u2009\u202f] \d{{3}} )+ (?!\d) | \d+ ) (?: [.,]\d+ )?
    | [⁰¹²³⁴-⁹₀-₉]+
    | {LETTER}+
    """,
    re.VERBOSE,
)
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
ENGLISH = "en"  # every other language is stemmed as French, as its figures are read
CACHE_SIZE = 50_000  # printed words whose stems are remembered

# Folded. Elisions are here without their apostrophe; « été » and « plus » carry meaning.
WITHOUT_MEANING = """
a ai ainsi as au aux avait avec c ce ceci cela ces cet cette ceux chez ci comme d dans de des
donc dont du elle elles en entre es est et etaient etait etre eu eux il ils j je jusqu l la le
les leur leurs lorsqu lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont or
ou par parmi pas pour puisqu qu quand que quel quelle quelles quels qui quoi quoiqu s sa sans
se sera seront ses si soit son sont sous sur t ta te tes toi ton tu un une vers vos votre vous
y
"""
STOP_WORDS = frozenset(WITHOUT_MEANING.split())


@dataclass(frozen=True)
class Word:
    """A word with its position in a text, its folded letters, and the stems that find it."""

    start: int
    end: int
    folded: str
    stems: tuple[str, ...]


def split_into_words(text: str, language: str = "fr") -> Iterator[Word]:
    """Return all words of `text`, in order; `text` is in NFC (see `normalize_text`).

    A word without stems carries no meaning: nothing is found by it.
    """
    for match in TOKEN.finditer(text):
        yield Word(match.start(), match.end(), *read_printed(match[0], language == ENGLISH))


@lru_cache(CACHE_SIZE)
def read_printed(printed: str, is_english: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return a printed word or number folded, and its stems."""
    if printed[0].isdecimal():
        number = normalize_number(printed)
        return number, (number,)
    return fold_word(printed), stem_english(printed) if is_english else stem_french(printed)


def split_into_stems(text: str, language: str = "fr") -> Iterator[Word]:
    """Yield the words of `text` that carry meaning, in order; `text` is in NFC."""
    return (word for word in split_into_words(text, language) if word.stems)


def normalize_number(printed: str) -> str:
    """« 18 000 » is 18000, whatever the space; « 2.48 » is 2,48."""
    digits = "".join(c for c in printed if c.isdigit() or c in ".,")
    return digits.replace(".", ",")


def stem_english(word: str) -> tuple[str, ...]:
    """Return the stem of a word of an English text; none for what no search asks for.

    A search does not say its language: the words that it leaves out are French.
    """
    bare = fold_word(word)
    if not bare or bare in STOP_WORDS:
        return ()
    stem = fold_accents(Stemmer("english").stemWord(bare))
    return (stem,) if stem else ()


def stem_french(word: str) -> tuple[str, ...]:
    """Return the stems of a word of a French text, or of any other but an English one; none for a
    stop word.

    Accents tell the stemmer what a word is (« référencé » is no « référence »), and readers leave
    them out: so a word is stemmed both with and without its accents, and either will do.
    """
    word, bare = word.lower().translate(LIGATURES), fold_word(word)
    if not bare or bare in STOP_WORDS:
        return ()
    stemmer = Stemmer("french")  # it holds the word at work, so threads must not share one
    both = (fold_accents(stemmer.stemWord(word)), fold_accents(stemmer.stemWord(bare)))
    return tuple(dict.fromkeys(stem for stem in both if stem))


def fold_word(word: str) -> str:
    """`word` without accents, case or ligatures: « Œuvrée » is oeuvree."""
    return fold_accents(word.lower().translate(LIGATURES))


def fold_accents(word: str) -> str:
    """`word` without accents or case: letters and digits only."""
    if word.isascii() and word.isalnum():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalnum()).casefold()


def normalize_text(text: str) -> str:
    """One form for letters that can be written in two ways; as long as the text in NFC.

    U+02BC is typed for an apostrophe, but is a letter to Unicode: « dʼagents » would be one word.
    """
    return unicodedata.normalize("NFC", text).replace("\u02bc", "\u2019")


def stored_stems(text: str, language: str = "fr") -> str:
    """The distinct stems of `text`, each between two spaces: a stem is then matched whole."""
    stems = dict.fromkeys(
        stem for word in split_into_stems(normalize_text(text), language) for stem in word.stems
    )
    return f" {' '.join(stems)} " if stems else ""


def stored_words(text: str) -> str:
    """The distinct words of `text`, folded, each between two spaces: prefixes are found in them.

    A word with accents stands there as it is printed too: `ecole=école`.
    """
    text = normalize_text(text)
    words = dict.fromkeys(
        format_word(word.folded, text[word.start : word.end].lower())
        for word in split_into_stems(text)
    )
    return f" {' '.join(words)} " if words else ""


def format_word(folded: str, printed: str) -> str:
    """Return a word as `stored_words` writes it; numbers are printed with spaces, words are not."""
    return folded if folded == printed or folded[0].isdigit() else f"{folded}={printed}"
