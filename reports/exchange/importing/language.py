"""Detects the language of a file that does not name it, French or English, if it is certain."""

import re
from collections import Counter

MARKUP = re.compile(r"<[^<>]*+>|\]\([^()\s]*+\)|https?://\S++|`[^`\n]*+`")
WORD = re.compile(r"[^\W\d_]++")
WORDS = {
    "fr": {
        *("aux", "avec", "cette", "ces", "chaque", "dans", "depuis", "du", "elle", "est", "et"),
        *("leur", "leurs", "les", "mais", "même", "nos", "notre", "nous", "ont", "par", "pour"),
        *("qui", "sont", "sous", "sur", "une", "été", "être"),
    },
    "en": {
        *("and", "are", "been", "by", "each", "for", "from", "has", "have", "how", "is", "it"),
        *("its", "of", "our", "than", "that", "the", "their", "these", "they", "this", "to"),
        *("was", "we", "were", "which", "with"),
    },
}
"""Words that make sentences, and that neither German nor Spanish nor the other language has."""
OTHERS = {
    *("auf", "das", "dem", "den", "der", "die", "ein", "eine", "für", "ist", "mit", "nicht"),
    *("oder", "sich", "sind", "und", "von", "wir", "zu", "al", "como", "con", "del", "el"),
    *("esta", "han", "las", "los", "más", "nuestra", "nuestro", "para", "por", "sus"),
    *("una",),
}
MIN_WORDS = 12  # words that are evidence
IN_TABLES = {
    *("actual", "amount", "annual", "ended", "expenditure", "expenses", "income", "months"),
    *("number", "people", "spending", "surplus", "target", "users", "year", "years"),
}
"""English words in heads and rows of tables, which no French table has."""
MIN_WORDS_IN_TABLES = 3  # English words, beside numbers that are written in English alone
MIN_NUMBERS = 2
MAX_OTHERS_SHARE = 0.05  # words of other languages for each of them
NUMBERS = {
    # what no French writes: 1,234,567 and 12,345.6 and 133,000
    "fr": re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:(?:,\d{3}){2}|,\d{3}\.\d++|,000)(?![\d,])"),
    # what nobody writes in English: 12 345,6 and 3,5
    "en": re.compile(r"(?<![\d.,])\d{1,6},\d{1,2}(?![\d.,])|\d[ \u00a0\u202f]\d{3},\d"),
}
"""By language, numbers that speak against it."""


def find_language(text: str) -> str:
    """Return the language of a text; "" if its words or numbers leave doubts.

    A text of few words is English if its tables have English words and numbers.
    """
    words = Counter(WORD.findall(MARKUP.sub(" ", text).lower()))
    counts = {language: count_words(words, known) for language, known in WORDS.items()}
    language = max(counts, key=counts.__getitem__)
    others = sum(counts.values()) - counts[language] + count_words(words, OTHERS)
    if counts[language] < MIN_WORDS:
        has_tables = has_english_tables(text, words, counts["fr"] + count_words(words, OTHERS))
        return "en" if has_tables else ""
    if others > MAX_OTHERS_SHARE * counts[language]:
        return ""
    return "" if NUMBERS[language].search(text) else language


def has_english_tables(text: str, words: Counter[str], others: int) -> bool:
    """Return whether numbers are written as in English alone, beside English words."""
    english = count_words(words, WORDS["en"] | IN_TABLES)
    if english < MIN_WORDS_IN_TABLES or others > MAX_OTHERS_SHARE * english:
        return False
    own = NUMBERS["fr"].findall(text)
    return len(own) >= MIN_NUMBERS and not NUMBERS["en"].search(text)


def count_words(words: Counter[str], known: set[str]) -> int:
    return sum(words[word] for word in known)
