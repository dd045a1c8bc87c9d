"""The places of the real reports that are found again when their files are imported anew."""

import sys

import pytest

from reports.core.document import read
from reports.core.document.block_ids import derive_new_ids
from reports.core.figure_addresses.mapping import Found, FoundBy, Loss, PlaceMapping
from reports.core.figure_addresses.places import Places
from reports.core.figure_addresses.resolving import find_place, get_places
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.source import read_source
from reports.exchange.importing.storing import stored_body

MIN_SHARE = {2023: 0.95, 2024: 0.95}
"""The share of filled places that is found again at least."""


@pytest.mark.parametrize("year", MIN_SHARE)
def test_an_import_of_the_same_file_loses_what_reads_alike_alone(real_reports, year):
    folder = real_reports / str(year)
    drafts = recognise(read_source(folder / f"{year}.md"), folder, year).drafts
    stored = stored_body(drafts, "", lambda named: None, lambda named: "")
    before, after = read(stored), read(derive_new_ids(stored, "again"))
    mapping = PlaceMapping(before, after)
    places: Places = get_places(before)
    filled = [each for each in places if each.is_filled]

    outcomes = [mapping.map_pointer(each.pointer) for each in filled]

    found = [
        (old, new) for old, new in zip(filled, outcomes, strict=True) if isinstance(new, Found)
    ]
    share = len(found) / len(filled)
    sys.stdout.write(f"\n{year}: {len(found)} of {len(filled)} places, {share:.1%}\n")
    assert share >= MIN_SHARE[year]
    assert {each.by for _, each in found} == {FoundBy.NAME}
    assert all(find_place(after, new.pointer).text == old.text for old, new in found)
    assert {each for each in outcomes if isinstance(each, Loss)} <= {Loss.AMBIGUOUS, Loss.GONE}
