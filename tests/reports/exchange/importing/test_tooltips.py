"""Tooltips: their buttons' words stay in the sentence, and their own are never lost."""

import pytest

from reports.exchange.importing.visible.words import visible_words

TIP = '<span class="fr-tooltip fr-placement" id="t" role="tooltip">profondeur sous l’eau</span>'
BUTTON = '<button class="fr-btn--tooltip fr-btn"{}>{}</button>'
NAMED = ' aria-describedby="t"'


@pytest.mark.parametrize("attributes", ["", NAMED])
def test_the_words_of_a_tooltip_button_stay_and_are_the_term(blocks, attributes):
    button = BUTTON.format(attributes, "tirant")
    paragraph, definitions = blocks(f"Le port applique le {button}{TIP} d’eau maximal.").drafts
    assert paragraph.value["text"] == "<p>Le port applique le tirant d’eau maximal.</p>"
    [item] = definitions.value["items"]
    assert (item["name"], item["definition"]) == ("tirant", "<p>profondeur sous l’eau</p>")


@pytest.mark.parametrize("label", ["Information contextuelle", "infobulle", "Voir l’infobulle"])
@pytest.mark.parametrize("term", ["**tirant d’eau**", "<b>tirant d’eau</b>", "[tirant d’eau](/t)"])
def test_bold_or_linked_words_before_a_label_are_the_term(blocks, label, term):
    button = BUTTON.format(NAMED, label)
    paragraph, definitions = blocks(f"Le port a un {term} {button} {TIP} maximal.").drafts
    assert "infobulle" not in paragraph.value["text"].lower()
    assert "  " not in paragraph.value["text"]
    assert definitions.value["items"][0]["name"] == "tirant d’eau"


def test_a_tooltip_at_no_certain_words_is_a_remark_in_brackets(blocks):
    button = BUTTON.format(NAMED, "infobulle")
    [paragraph] = blocks(f"Le port a un tirant {button} {TIP}.").drafts
    assert paragraph.value["text"] == "<p>Le port a un tirant (profondeur sous l’eau).</p>"


def test_the_independent_reader_leaves_out_labels_only():
    seen = visible_words(f"Le {BUTTON.format(NAMED, 'tirant')} d’eau", "")
    assert "tirant" in seen
    assert "infobulle" not in visible_words(f"Le {BUTTON.format(NAMED, 'infobulle')} d’eau", "")


@pytest.mark.django_db
@pytest.mark.parametrize("label", ["tirant", "infobulle", "3 650"])
@pytest.mark.parametrize("before", ["Le ", "Le **port** ", "Le <a href='/p'>port</a>", "l’", ""])
def test_every_word_of_a_tooltip_is_kept(import_file, report_text, label, before):
    for attributes in ("", NAMED):
        button = BUTTON.format(attributes, label)
        text = f"## Titre\n\n{before}{button}{TIP} d’eau\n\n- un {before} {button} {TIP}, deux"
        outcome = import_file(report_text(text), replace=True)
        assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ()), text
