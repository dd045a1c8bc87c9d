"""Everything that a reader reads in a report has an address; nothing else has."""

import pytest

from reports.core.document import read
from reports.core.document.essentials import list_statements
from reports.core.document.part import Role
from reports.core.document.pointer import Pointer
from reports.core.document.traversal import visit_document
from reports.core.figure_addresses import parse_address
from reports.core.figure_addresses.english_labels import ENGLISH, find_english
from reports.core.figure_addresses.placed_figures import list_figures
from reports.core.figure_addresses.places import READ, Label, index_places
from reports.core.figure_addresses.resolving import find_place
from reports.core.figure_addresses.words import describe_place, describe_result, list_words
from reports.core.figures.locale import FRENCH, Locale
from tests.reports.core.figure_addresses.bodies import ADDRESSES, report_body
from tests.reports_graphql.bodies import every_block, uid

KEYS = dict.fromkeys(
    ("service", "incubator", "indicator", "funding_round", "term", "picture", "document"), 1
)
ENGLISH_REPORT = Locale("en-GB", "GBP")


def test_the_path_of_a_pointer_is_that_of_the_visit():
    """Corrections and next year's report know figures by these paths."""
    visits = list(visit_document(read(every_block(KEYS))))

    assert len(visits) > 150
    assert [Pointer.to_visit(each).path for each in visits] == [each.path for each in visits]


def test_each_value_that_is_read_is_found():
    document = read(every_block(KEYS))

    for visit in visit_document(document):
        found = find_place(document, Pointer.to_visit(visit))
        assert (found is not None) is (visit.part.role in READ), visit.path
        if found:
            assert found.visit.value == visit.value


def test_keys_of_records_settings_and_links_have_no_address():
    assert not READ & {Role.REFERENCE, Role.SETTING, Role.BOOKKEEPING, Role.ADDRESS}


def test_each_figure_of_a_correction_is_found():
    document = read(every_block(KEYS))
    figures = list_figures(document)

    found = [find_place(document, each.pointer) for each in figures]

    assert [" ".join(each.text.split()) for each in found] == [
        " ".join(each.text.split()) for each in figures
    ]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("result in a table", "217", "217"),
        ("amount of a budget", "2\u00a0M€", "2000000"),
        ("caption", "Nos indicateurs", None),
        ("row of a table", "Agents 1\u202f250 1\u202f400", None),
        ("mission of a card", "Aider.", None),
    ],
)
def test_what_is_found_has_text_and_figure(name: str, text: str, value: str | None):
    place = find_place(read(report_body()), ADDRESSES[name])

    assert place.text == text
    assert (place.figure and str(place.figure.value)) == value


def test_a_part_is_found_by_the_id_of_its_node():
    """Corrections store that id: it is the id of the card and the name of the part."""
    document = read(report_body())

    found = find_place(document, Pointer(uid(70), f"{uid(71)}-amount"))

    assert found.pointer == Pointer(uid(70), uid(71), ("amount",))
    figure = find_place(document, Pointer(uid(70), f"{uid(71)}-amount", ("figure",)))
    assert figure.pointer == Pointer(uid(70), uid(71), ("amount", "figure"))


def test_what_sums_up_a_report_is_found_by_its_pointers():
    document = read(every_block(KEYS))
    statements = list(list_statements(document, 2024))
    found = [find_place(document, each.pointer) for each in statements]

    assert len(found) > 5
    assert [each.figure.raw for each in found] == [each.figure.raw for each in statements]


def test_words_in_the_language_of_the_report():
    document = read(report_body())
    french = [describe_place(find_place(document, each), FRENCH) for each in ADDRESSES.values()]
    english = [
        describe_place(find_place(document, each), ENGLISH_REPORT) for each in ADDRESSES.values()
    ]

    assert french == [
        "1.1 Services suivis",
        "1 › Paragraphe « Nous suivons 12 services. »",
        "1.1 › Services suivis › Résultats 2024",
        "1.1 › Agents",
        "1.1 › Bretagne › Agents",
        "1.1 › Tableau d’indicateurs « Nos indicateurs »",
        "1.2 › startups",
        "1.2 › Mano › Mission",
        "1.2 › Mano › communes",
        "2 › Salaires › Montant",
    ]
    assert english[1] == "1 › Paragraph: Nous suivons 12 services."
    assert english[9] == "2 › Salaires › Amount"


def test_the_words_of_a_result():
    year, months = (
        parse_address(f"i.lances.{period}.{kind}")
        for period, kind in (("2024", "result"), ("20230901-20240831", "target"))
    )

    assert describe_result(year, "Services lancés", FRENCH) == "Services lancés › résultat 2024"
    assert describe_result(year, "Launched", ENGLISH_REPORT) == "Launched › result 2024"
    assert describe_result(months, "Lancés", FRENCH) == "Lancés › objectif 01/09/2023 – 31/08/2024"


def test_every_label_has_english_words():
    labels = set()
    for place in index_places(read(every_block(KEYS))):
        labels |= {place.visit.block.label, place.visit.part.label}
        labels |= {name for name in place.names if isinstance(name, Label)}

    assert [label for label in labels - set(ENGLISH) if find_english(label) == label] == []
    assert len(labels) > 40
    assert find_english("Anciennes ancres") == "Old anchors"
    assert find_english("Chiffres clés") == "Key figures"
    assert find_english("Inconnu") == "Inconnu"


def test_every_place_has_words():
    places = index_places(read(every_block(KEYS)))

    assert all(any(list_words(each, FRENCH)) for each in places)
