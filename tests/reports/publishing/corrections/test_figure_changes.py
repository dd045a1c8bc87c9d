"""What differs between two documents, figure by figure."""

from typing import Any

import pytest

from reports.core.document import read
from reports.publishing.corrections.cited_numbers import CitedNumbers
from reports.publishing.corrections.figure_changes import FigureChange, compare_figures
from reports.publishing.corrections.word_changes import have_words_changed
from tests.reports.publishing.corrections.bodies import (
    AGENTS,
    FACTS,
    RESULT,
    STARTUPS,
    TABLE,
    USERS,
    indicator_table,
    key_figures,
    make_id,
    paragraph,
)

BEFORE = (paragraph("Un an."), indicator_table(USERS, AGENTS), key_figures(STARTUPS))


def compare(after: Any, before: Any = BEFORE) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change in list_changes(after, before)]


def list_changes(after: Any, before: Any = BEFORE) -> list[FigureChange]:
    return compare_figures(read(list(before)), read(list(after)))


def words(after: Any) -> bool:
    before, later = read(list(BEFORE)), read(list(after))
    return have_words_changed(before, later, compare_figures(before, later), CitedNumbers())


def test_a_report_that_is_the_same_has_no_change() -> None:
    assert compare(BEFORE) == []
    assert not words(BEFORE)


def test_a_cell_that_changes_says_where_it_is() -> None:
    corrected = indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS)
    change = list_changes((BEFORE[0], corrected, BEFORE[2]))
    assert change == [
        FigureChange(
            "Tableau d’indicateurs « Impact » › Utilisateurs › Résultats 2024",
            TABLE,
            make_id(101),
            RESULT,
            "77\xa0%",
            "78\xa0%",
            "Utilisateurs, Résultats 2024",
        )
    ]
    assert change[0].sentence == ("Utilisateurs, Résultats 2024\xa0: 78\xa0% au lieu de 77\xa0%")
    assert not words((BEFORE[0], corrected, BEFORE[2]))


def test_a_fact_that_changes_says_which() -> None:
    corrected = key_figures((31, "Plus de", "170", "startups"))
    [change] = list_changes((*BEFORE[:2], corrected))
    assert (change.block, change.row, change.before, change.after) == (
        FACTS,
        make_id(31),
        "160",
        "170",
    )


def test_the_typing_alone_is_no_change_of_a_figure() -> None:
    before = (indicator_table((101, "a", "A", "2 500", "3")),)
    after = (indicator_table((101, "a", "A", "2500", "3")),)
    assert compare(after, before) == []


def test_rows_and_blocks_that_move_are_the_same() -> None:
    assert compare((BEFORE[2], indicator_table(AGENTS, USERS), BEFORE[0])) == []


def test_a_row_that_comes_or_goes_is_one_change() -> None:
    after = (BEFORE[0], indicator_table(AGENTS, (103, "mails", "Mails", "5", "6")), BEFORE[2])
    assert sorted(compare(after)) == [
        ("", "Mails : 5, 6"),
        ("Utilisateurs : 77\xa0%, 80\xa0%", ""),
    ]
    assert not words(after), "the words of the row are told with it"


def test_a_block_that_goes_is_one_change() -> None:
    assert compare(BEFORE[::2]) == [("Tableau d’indicateurs « Impact » : 4 chiffres", "")]


def test_a_column_that_comes_is_a_change_of_each_row() -> None:
    before = (indicator_table((101, "a", "A", "1", "")),)
    assert compare((indicator_table((101, "a", "A", "1", "2")),), before) == [("", "2")]


def test_a_word_in_the_place_of_a_number_is_a_change() -> None:
    changed = indicator_table((*USERS[:3], "n.d.", "80 %"), AGENTS)
    assert compare((BEFORE[0], changed, BEFORE[2])) == [("77\xa0%", "n.d.")]


def test_what_an_import_writes_anew_is_found_again_by_its_place() -> None:
    """Other ids throughout, one figure that differs."""
    before = (indicator_table(USERS, AGENTS),)
    rows = [(201, *USERS[1:]), (202, "agents", "Agents", "13", "15")]
    after = (indicator_table(*rows, id=make_id(99)),)
    assert compare(after, before) == [("12", "13")]


@pytest.mark.parametrize(
    "after",
    [
        (paragraph("Deux ans."), *BEFORE[1:]),
        (BEFORE[0], BEFORE[1], key_figures((31, "Environ", "160", "startups"))),
        (
            BEFORE[0],
            indicator_table((101, "utilisateurs", "Usagers", *USERS[3:]), AGENTS),
            BEFORE[2],
        ),
        BEFORE[1:],
        (*BEFORE, paragraph("De plus.", make_id(50))),
    ],
)
def test_words_that_change_are_found(after: Any) -> None:
    assert words(after)


def test_changes_of_one_figure_have_keys_of_their_own() -> None:
    """An answer about « 77 → 78 » is none about « 77 → 79 »."""
    keys = {
        list_changes((BEFORE[0], indicator_table((*USERS[:3], to, "80 %"), AGENTS), BEFORE[2]))[
            0
        ].key
        for to in ("78 %", "79 %")
    }
    assert len(keys) == 2
