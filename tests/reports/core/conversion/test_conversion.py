"""No word is lost without a name, whatever is read as whatever; rows keep their ids."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.core.conversion.conversion import Conversion, convert, list_targets
from reports.core.conversion.gains import describe_gains
from reports.core.conversion.records import Record
from reports.core.document import Document
from reports.core.document.block import BLOCKS, Block
from reports.core.document.body import read_block
from reports.core.document.part import Role
from reports.core.document.traversal import visit_document
from reports.core.document.visible_text import iterate_drawn_texts, iterate_node_texts
from reports.core.text.words import split_words
from tests.depth import take
from tests.reports.checks import build
from tests.reports.core.conversion.bodies import TYPES, blocks

EXAMPLES = settings(max_examples=take(300, 25), deadline=None)
ROUND_TRIPS = [
    *(("data_table", "funding_table"), ("data_table", "indicator_table")),
    *(("data_table", "budget"), ("budget", "data_table"), ("budget", "funding_table")),
    *(("indicator_table", "funding_table"), ("chart", "data_table")),
    *(("fact_list", "key_figures"), ("fact_list", "service_lines"), ("fact_list", "impact_cards")),
    *(("key_figures", "fact_list"), ("service_lines", "impact_cards")),
    *(("impact_cards", "fact_list"), ("impact_cards", "service_lines")),
    *(("comparison_cards", "fact_list"), ("comparison_cards", "impact_cards")),
]


def find_mano(kind: str, name: str, url: str) -> Record | None:
    return Record(7, "mano") if name == "Mano" else None


def read_built(id: str, built: build.Block) -> Block:
    block_type, value = built
    return read_block({"type": block_type, "id": id, "value": value})


def count_words(listed: Sequence[Block]) -> Counter[str]:
    """Count words as readers read them, by another walk than that of the conversion."""
    return Counter(
        word
        for block in listed
        for text in (*iterate_node_texts(block), *iterate_drawn_texts(block))
        for word in split_words(text)
    )


def list_unprinted(listed: Sequence[Block]) -> Iterator[str]:
    """Yield the words of headings above parts that are empty: nobody reads them."""
    for visit in visit_document(Document(tuple(listed))):
        headed = [n for n, part in visit.node.parts.items() if part.heading == visit.name]
        is_text = visit.part.role is Role.TEXT and visit.row is None
        if is_text and headed and not any(getattr(visit.node, n) for n in headed):
            yield from split_words(visit.value)


def convert_all(listed: Sequence[Block]) -> Iterator[Conversion]:
    for target in list_targets(listed):
        made = convert(listed, target, find_mano)
        assert made is not None
        yield made


def list_item_ids(block: Block) -> set[str]:
    """Return the ids of the rows and items right below a block."""
    ids = set()
    for name, part in block.parts.items():
        value = getattr(block, name)
        if part.role is Role.TABLE and name != "written_for":
            ids |= {row.id for row in value.rows}
        elif part.role is Role.NODES:
            ids |= {item.id for item in value}
    return ids


@pytest.mark.parametrize("block_type", TYPES)
@EXAMPLES
@given(data=st.data())
def test_no_word_is_lost_unless_it_is_named(block_type: str, data: st.DataObject) -> None:
    listed = [data.draw(blocks(block_type)), data.draw(blocks("data_table"))]
    for made in convert_all(listed):
        named = Counter(
            word for lost in made.losses.words for text in lost.texts for word in split_words(text)
        )
        missing = count_words(made.before) - count_words(made.after)
        missing -= Counter(list_unprinted(made.before))
        assert not missing - named, (made.target, missing - named)
        assert made.losses.word_count == sum(named.values())
        gains = describe_gains(made)
        assert all(each.endswith(".") for each in (*gains.gained, *gains.doubts))


@pytest.mark.parametrize("block_type", TYPES)
@EXAMPLES
@given(data=st.data())
def test_a_new_block_is_whole(block_type: str, data: st.DataObject) -> None:
    """It is stored and read as it is; its ids are all other ones, and one is that of the old."""
    listed = [data.draw(blocks(block_type)), data.draw(blocks("data_table"))]
    for made in convert_all(listed):
        for block in made.after:
            stored = json.loads(json.dumps(block.stored))
            again = read_block({"type": block.stored_type, "id": block.id, "value": stored})
            assert again == block
            assert block.stored_type in BLOCKS
        assert {block.id for block in made.after} & {block.id for block in made.before}
        assert made.made.id in {block.id for block in made.before}
        ids = [block.id for block in made.after]
        ids += [id for block in made.after for id in list_item_ids(block)]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("one", "other"), ROUND_TRIPS)
@EXAMPLES
@given(data=st.data())
def test_rows_keep_their_ids_there_and_back(one: str, other: str, data: st.DataObject) -> None:
    first = data.draw(blocks(one))
    if other not in list_targets([first]):
        return
    there = convert([first], other)
    assert there is not None
    if one not in list_targets([there.made]):
        return
    back = convert([there.made], one)
    assert back is not None
    assert back.made.id == first.id
    if "key_figures" in (one, other):  # a group without a title is none in a list
        return
    was, between, now = map(list_item_ids, (first, there.made, back.made))
    if one == "fact_list":  # its lines below a name are parts of one card
        assert between <= was
        assert between <= now
    else:
        assert was <= between
        assert now == was


def test_a_table_of_awards_refers_to_services_and_keeps_its_cells() -> None:
    heads = ("Produit", "Mission", "Montant attribué")
    rows = ("Mano", "Aider", "80 000 €"), ("Camino", "Ouvrir", "65 000 €")
    table = read_built("table", build.data_table(heads, *rows))
    made = convert([table], "funding_table", find_mano)
    assert made is not None
    awards = made.made
    assert [row.ref for row in awards.table.rows] == ["mano", ""]  # type: ignore[attr-defined]
    assert [str(row.amount) for row in awards.table.awards] == ["80 000 €", "65 000 €"]  # type: ignore[attr-defined]
    assert not made.losses.words
    assert describe_gains(made).gained == (
        "2 lauréats.",
        "Montants attribués : colonne « Montant attribué ».",
        "Missions : colonne « Mission ».",
        "Relié par son nom à 1 fiche de service.",
    )


def move(heads: Sequence[str], *rows: Sequence[str]) -> Conversion:
    made = convert(
        [read_built("table", build.data_table(heads, *rows))], "funding_table", find_mano
    )
    assert made is not None
    assert not made.losses.words
    return made


def test_the_column_of_names_stands_first_in_a_table_of_awards() -> None:
    heads = ("Porteur", "Montant attribué", "Produit")
    made = move(heads, ("Culture", "80 000 €", "Mano"), ("Logement", "65 000 €", "Camino"))
    table = made.made.table  # type: ignore[attr-defined]
    assert [column.id for column in table.columns] == ["c2", "c0", "c1"]
    assert [row.head for row in table.rows] == ["Mano", "Camino"]
    assert [row.ref for row in table.rows] == ["mano", ""]
    assert [str(row.amount) for row in table.awards] == ["80 000 €", "65 000 €"]
    moved = "Colonne « Produit » mise en tête : elle nomme les lauréats."
    assert moved in describe_gains(made).gained


def test_records_tell_the_column_of_names_where_its_head_does_not() -> None:
    rows = ("Culture", "Mano"), ("Logement", "Camino")
    made = move(("Qui", "Quoi"), *rows)
    assert [row.head for row in made.made.table.rows] == ["Mano", "Camino"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (("Produit", "Autre produit"), [("Mano", "Camino")]),  # two columns may be that of names
        (("Qui", "Quoi"), [("Mano", "Mano")]),
        (("Qui", "Produit"), [("Culture", "Mano"), ("Logement", "")]),  # somebody has no name
        (("Qui", "Produit"), [("Culture", "12")]),
        (("Qui", "Quoi"), [("Culture", "Camino")]),
    ],
)
def test_an_uncertain_column_of_names_stays_in_its_place(
    heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    made = move(heads, *rows)
    assert [column.id for column in made.made.table.columns] == ["c0", "c1"]  # type: ignore[attr-defined]
    assert not [each for each in describe_gains(made).gained if "mise en tête" in each]


def test_links_follow_the_cells_that_they_belong_to() -> None:
    block_type, value = build.data_table(("Porteur", "Produit"), ("Culture", ""))
    row = value["table"]["rows"][0]
    row["cells"][1] = {"raw": "Mano", "url": "/startups/mano.html"}
    row |= {"url": "/culture", "note": "<i>sur 5</i>", "leading": True}
    made = convert([read_built("table", (block_type, value))], "funding_table", find_mano)
    assert made is not None
    moved = made.made.table.rows[0]  # type: ignore[attr-defined]
    assert (moved.url, moved.cells[0].url, moved.cells[1].url) == (
        "/startups/mano.html",
        "",
        "/culture",
    )
    assert (moved.note, moved.leading, moved.id) == ("<i>sur 5</i>", True, "r0")
    assert not made.losses.links


def test_a_budget_reads_the_unit_of_its_head_and_says_what_it_leaves_out() -> None:
    heads = ("Poste", "Montant (k€)", "Effectif", "Remarque")
    rows = ("Agents", "1 200", "12 ETP", "en hausse"), ("Locaux", "30", "", "")
    table = read_built("table", build.data_table(heads, *rows, caption=""))
    made = convert([table], "budget")
    assert made is not None
    lines = made.made.lines  # type: ignore[attr-defined]
    assert [line.amount.figure.value for line in lines] == [1_200_000, 30_000]
    assert lines[0].staff.figure.value == 12
    assert [(lost.place, lost.texts) for lost in made.losses.words] == [
        ("Têtes de colonnes", ("Effectif", "Remarque")),
        ("Colonne « Remarque »", ("en hausse",)),
    ]


def test_a_picture_and_its_table_are_one_chart_and_are_taken_apart_again() -> None:
    picture = read_built("picture", build.picture(alt="Une courbe", caption="Services"))
    rows = ("2022", "190"), ("2023", "217"), ("2024", "250")
    table = read_built("table", build.data_table(("Année", "Services"), *rows, caption=""))
    made = convert([picture, table], "chart")
    assert made is not None
    assert [(each.stored_type, each.id) for each in made.after] == [("chart", "table")]
    assert made.made.kind == "line"  # type: ignore[attr-defined]
    assert not made.losses.words
    apart = convert([made.made], "data_table")
    assert apart is not None
    assert [each.stored_type for each in apart.after] == ["picture", "data_table"]
    assert apart.made.table == table.table  # type: ignore[attr-defined]
    assert not apart.losses.words


def test_a_list_in_text_keeps_what_stands_around_it() -> None:
    html = (
        "<p>Nos services :</p><ul><li><a href='/mano'><b>Mano</b></a> : aider 18 000 personnes"
        " (DIHAL)</li><li><b>Camino</b> : ouvrir le registre (DGALN)</li></ul><p>Et d’autres.</p>"
    )
    text = read_built("text", build.prose(html))
    made = convert([text], "service_lines", find_mano)
    assert made is not None
    assert [each.stored_type for each in made.after] == ["paragraph", "service_lines", "paragraph"]
    services = made.made.services  # type: ignore[attr-defined]
    read = [(each.name, each.mission, each.owners, each.service) for each in services]
    assert read == [
        ("Mano", "aider 18 000 personnes", "DIHAL", 7),
        ("Camino", "ouvrir le registre", "DGALN", None),
    ]
    assert not made.losses.words


def test_cards_are_a_list_and_cards_again() -> None:
    card = build.card("Mano", "18 000", status="Phase d’essai") | {"mission": "Aider en 2 clics"}
    cards = read_built("cards", build.impact_cards(card))
    there = convert([cards], "fact_list")
    assert there is not None
    back = convert([there.made], "impact_cards")
    assert back is not None
    assert back.made == cards
