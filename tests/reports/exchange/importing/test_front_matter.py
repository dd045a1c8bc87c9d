"""Front matter: what YAML can say that takes a memory is refused with its line."""

import pytest

from reports.core.refusal import Refusal
from reports.exchange.importing.front_matter import split_front_matter

ALIASES = "\n".join(
    [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 8)]
)
BOMB = f"---\na0: &a0 x\n{ALIASES}\ntitle: *a7\n---\n\nmots\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BOMB, 3),
        ("---\ntitle: &t Bilan\nyear: 2024\nhero_title: *t\n---\n", 4),
        ("---\na: &a\n  title: x\nb:\n  <<: *a\n---\n", 5),
    ],
    ids=["a bomb", "a repeated title", "merged fields"],
)
def test_aliases_are_refused(text: str, line: int) -> None:
    with pytest.raises(Refusal) as refused:
        split_front_matter("bilan.md", text)
    assert str(refused.value) == (
        f"bilan.md, ligne {line} : l’en-tête YAML répète une valeur par un renvoi (*). "
        "Écrivez-la là où elle est répétée."
    )


def test_stars_in_words_are_no_aliases() -> None:
    front, *_ = split_front_matter("bilan.md", "---\ntitle: Bilan *2024*\nb: '*a'\n---\nmots")
    assert front == {"title": "Bilan *2024*", "b": "*a"}


def test_a_value_with_a_colon_is_refused_with_what_it_needs() -> None:
    with pytest.raises(Refusal) as refused:
        split_front_matter("bilan.md", "---\nyear: 2024\ntitle: Bilan : une année\n---\nmots")
    assert str(refused.value) == (
        "bilan.md, ligne 3 : l’en-tête YAML ne peut pas être lu. "
        "Une valeur dans laquelle il y a « : » s’écrit entre guillemets."
    )
    with pytest.raises(Refusal, match=r"ligne 3 : l’en-tête YAML ne peut pas être lu\.$"):
        split_front_matter("bilan.md", "---\n[\n---\nmots")
