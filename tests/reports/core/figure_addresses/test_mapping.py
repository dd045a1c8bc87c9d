"""What becomes of ten places when a report is changed, copied or imported again.

`pytest -s` prints the table.
"""

import sys

import pytest

from reports.core.document import read
from reports.core.document.pointer import Pointer
from reports.core.figure_addresses import PlaceAddress, ResultAddress, parse_address
from reports.core.figure_addresses.mapping import Found, Loss, PlaceMapping
from reports.core.figure_addresses.resolving import find_place
from reports.core.figure_addresses.segments import write_id
from reports.core.figure_addresses.words import describe_place
from reports.core.figures.locale import FRENCH, Locale
from tests.reports.core.figure_addresses.bodies import (
    ADDRESSES,
    CASES,
    REPORT,
    find,
    import_again,
    read_case,
    report_body,
)
from tests.reports_graphql.bodies import Body, block, fact, item, row, table, uid

FATES = {
    "move": "id id id id id id id id id id",
    "rename": "id id id id id id id id id id",
    "delete": "gone gone part item gone id item item item gone",
    "split": "id id item id id id id id id id",
    "conversion": "id id id id id id name id id id",
    "next year": "id id id id id id id id id id",
    "re-import": "name gone name name ambiguous name name name name name",
    "import converts": "name name name name name name name name name name",
    "past version": "id id id item id id id id id gone",
}
"""What each place is found by, or why it is not, in the order of `ADDRESSES`."""
NEW_TEXTS = ("rename", "next year")
"""The cases in which a place that is found may say something else."""


def make_mapping(case: str) -> PlaceMapping:
    before, after = read_case(case)
    if case == "next year":
        return PlaceMapping.to_next_year(before, after, (2024, 2025), REPORT)
    return PlaceMapping(before, after)


def map_body(before: Body, after: Body, pointer: Pointer) -> Found | Loss:
    return PlaceMapping(read(before), read(after)).map_pointer(pointer)


@pytest.mark.parametrize("case", CASES)
def test_ten_places(case: str) -> None:
    mapping = make_mapping(case)
    fates = []
    sys.stdout.write(f"\n\n| {case} | by | where | what it says |\n|---|---|---|---|\n")

    for name, pointer in ADDRESSES.items():
        found = mapping.map_pointer(pointer)
        if isinstance(found, Loss):
            fates.append(found.name.lower())
            sys.stdout.write(f"| {name} | — | {found.describe(FRENCH)} | |\n")
            continue
        fates.append(found.by.name.lower())
        before, place = (
            find_place(mapping.before, pointer),
            find_place(mapping.after, found.pointer),
        )
        assert before
        assert place
        assert place.pointer == found.pointer
        assert place.role is before.role
        assert place.text == before.text or case in NEW_TEXTS
        where = describe_place(place, FRENCH)
        sys.stdout.write(f"| {name} | {found.by.value} | {where} | {place.text} |\n")

    assert dict(zip(ADDRESSES, fates, strict=True)) == dict(
        zip(ADDRESSES, FATES[case].split(), strict=True)
    )


def test_what_moved_to_another_block_names_that_block():
    found = make_mapping("move").map_pointer(ADDRESSES["fact of a card"])

    assert found == Found(Pointer(uid(80), uid(62), ("figure",)), by=found.by)


def test_next_years_place_says_the_same_of_the_later_year():
    mapping = make_mapping("next year")
    found = mapping.map_pointer(ADDRESSES["result in a table"])

    place = find_place(mapping.after, found.pointer)

    assert describe_place(place, FRENCH) == "1.1 › Services suivis › Résultats 2025"


def test_next_years_report_that_was_imported_is_paired_by_names_of_its_year():
    later = report_body()
    heads = find(later, 10)["value"]["table"]["columns"]
    heads[1]["heading"], heads[2]["heading"] = "Résultats 2025", "Résultats 2024"
    mapping = PlaceMapping(read(report_body()), read(import_again(later)), 2024, 2025)

    found = mapping.map_pointer(ADDRESSES["result in a table"])

    place = find_place(mapping.after, found.pointer)
    assert place.column_heading == "Résultats 2025"


@pytest.mark.parametrize(
    ("number", "pointer"),
    [
        (10, ADDRESSES["result in a table"]),
        (10, ADDRESSES["row of a table"]),
        (10, Pointer(uid(10))),
        (30, ADDRESSES["cell of data"]),
        (30, Pointer(uid(30), "", ("table",))),
    ],
)
def test_another_table_in_its_stead_is_something_else(number: int, pointer: Pointer):
    other = block(
        90,
        "data_table",
        {"caption": "", "table": table(91, ["Pays", "Résultats 2024"], row(94, "Chili", "1"))},
    )
    after = [other if each["id"] == uid(number) else each for each in report_body()]

    assert map_body(report_body(), after, pointer) is Loss.GONE


def test_another_paragraph_in_its_stead_is_something_else():
    other = block(90, "paragraph", {"text": "<p>Tout autre chose.</p>"})
    after = [other if each["id"] == uid(2) else each for each in report_body()]

    assert map_body(report_body(), after, ADDRESSES["paragraph"]) is Loss.GONE


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        (Pointer(uid(10)), "id"),
        (Pointer(uid(50)), "name"),
        (Pointer(uid(50), uid(52)), "name"),
        (Pointer(uid(30), "", ("table",)), "id"),
        (Pointer(uid(60), uid(61)), "id"),
    ],
)
def test_a_whole_is_found_by_what_it_has(pointer: Pointer, expected: str):
    mapping = make_mapping("conversion")

    found = mapping.map_pointer(pointer)

    assert isinstance(found, Found)
    assert found.by.name.lower() == expected


def test_a_table_that_becomes_a_chart_is_its_data():
    after = report_body()
    chart = find(after, 30)
    chart["type"], chart["value"] = "chart", {"title": "Agents", "data": chart["value"]["table"]}

    found = map_body(report_body(), after, Pointer(uid(30), "", ("table",)))

    assert found == Found(Pointer(uid(30), "", ("data",)), by=found.by)


def test_two_that_read_alike_are_not_told_apart():
    before = report_body()
    find(before, 50)["value"]["groups"][0]["value"]["facts"].append(
        item(53, fact("161", after="startups"))
    )

    found = map_body(before, import_again(report_body()), ADDRESSES["key figure"])

    assert found is Loss.AMBIGUOUS


def test_ids_that_are_stored_twice_lead_nowhere():
    twice = [*report_body(), find(report_body(), 2)]

    assert find_place(read(twice), ADDRESSES["paragraph"]) is None
    assert map_body(report_body(), twice, ADDRESSES["paragraph"]) is Loss.AMBIGUOUS
    assert map_body(twice, report_body(), ADDRESSES["paragraph"]) is Loss.AMBIGUOUS


def test_a_place_that_never_was_is_not_found():
    assert map_body(report_body(), report_body(), Pointer(uid(999))) is Loss.UNKNOWN


def test_an_address_is_mapped_to_another_report_or_version():
    key, later = uid(8000), uid(9000)
    place = parse_address(
        f"r.{write_id(key)}.2024.{write_id(uid(10))}.{write_id(uid(21))}.{write_id(uid(12))}"
    )
    edition = parse_address(f"r.{write_id(later)}.2025.{write_id(uid(1))}")
    mapping = make_mapping("next year")

    moved = mapping.map_address(place, edition)

    assert isinstance(moved, PlaceAddress)
    assert (str(moved.report), moved.year) == (later, 2025)
    assert find_place(mapping.after, moved.pointer).text == ""
    assert make_mapping("delete").map_address(place, edition) is Loss.PART


def test_what_is_stated_of_an_indicator_is_the_same_everywhere():
    result = parse_address("i.suivis.2024.result")
    edition = parse_address(f"r.{write_id(uid(9000))}.2025.{write_id(uid(1))}")

    assert isinstance(result, ResultAddress)
    assert all(make_mapping(case).map_address(result, edition) == result for case in CASES)


def test_a_loss_is_said_in_the_language_of_the_report():
    assert Loss.GONE.describe(FRENCH) == "n’est plus là"
    assert Loss.GONE.describe(Locale("en-GB")) == "no longer there"
