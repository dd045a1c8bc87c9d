"""A programme's own words for the parts of a report come from a file, not from the code."""

import pytest

from reports.core.refusal import Refusal
from reports.core.text.vocabulary import default_vocabulary, using_vocabulary
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.source import Source
from reports.exchange.importing.vocabulary_file import read_vocabulary

CARD = (
    "# Services\n\n- **[Tilia](/startups/tilia.html)**\n  - {} : planter des arbres\n  - 12 haies\n"
)


def file_of(tmp_path, text: str):
    path = tmp_path / "mots.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", ["Résultats 2024", "RESULTAT", "les résultats", "Actual 2024"])
def test_words_are_found_in_any_number_and_case_with_or_without_accents(text):
    assert default_vocabulary().result.are_in(text)


@pytest.mark.parametrize("text", ["résultante", "factuel", "", "objectifs"])
def test_other_words_are_not_found(text):
    assert not default_vocabulary().result.are_in(text)


def test_a_star_stands_for_the_rest_of_a_word():
    words = default_vocabulary().incubator
    assert words.are_in("les incubateurs ministériels")
    assert not words.are_in("les bureaux")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mission : planter", ("Mission", "planter")),
        ("Sa mission : planter", ("Sa mission", "planter")),
        ("Mission du service : planter", ("Mission du service", "planter")),
        ("Elle a une mission qui compte : planter", None),
        ("Mission sans deux-points", None),
        (" : planter", None),
    ],
)
def test_a_label_is_a_few_words_before_a_colon(text, label):
    assert default_vocabulary().mission.split_label(text) == label


def test_a_programme_uses_words_of_its_own(tmp_path):
    words = read_vocabulary(file_of(tmp_path, 'mission = ["Raison d’agir"]'))

    def mission(label):
        with using_vocabulary(words):
            drafts = recognise(Source("a.md", CARD.format(label), 1, {}, ""), None).drafts
        card = drafts[1].value["cards"][0]
        return card["mission_heading"], card["mission"]

    assert mission("Sa raison d’agir") == ("Sa raison d’agir", "planter des arbres")
    assert mission("Mission") == ("", "Mission\u00a0: planter des arbres")
    assert words.result == default_vocabulary().result


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mission = [", "n’est pas du TOML"),
        ('missions = ["a"]', "« missions » n’est pas l’une de mission"),
        ('mission = "a"', "« mission » n’est pas une liste de mots"),
        ("mission = [1]", "« mission » n’est pas une liste de mots"),
        (f'mission = ["{"a" * 100_000}"]', "plus de 100 Ko"),
    ],
)
def test_a_file_of_words_that_cannot_be_used_is_refused(tmp_path, text, message):
    with pytest.raises(Refusal, match=message):
        read_vocabulary(file_of(tmp_path, text))


def test_a_missing_file_of_words_is_refused(tmp_path):
    with pytest.raises(Refusal, match="ne peut pas être lu"):
        read_vocabulary(tmp_path / "absent.toml")
