"""Comments of exported reports: what they add, and what becomes of those that are wrong."""

import json

import pytest

from reports.core.document import read
from reports.core.refusal import Refusal
from reports.exchange.importing import source
from reports.exchange.importing.comments.comment import MAX_COMMENT_CHARACTERS, MAX_TEXT_CHARACTERS
from reports.exchange.importing.comments.keys import keep_keys
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.replacing.former_ids import FormerIds
from reports.exchange.importing.storing import stored_body

FACTS = "- 12 services lancés\n- Plus de 18 000 agents formés"
TABLE = "| Indicateurs | Résultats 2024 |\n| --- | --- |\n| Agents | 12 |\n| Services | 3 |"
FIRST_LINE = 4  # of the body of these files


def comment(**data) -> str:
    return f"<!-- bilan: {json.dumps(data)} -->"


def found_in(text: str):
    return recognise(source.Source("bilan.md", text, FIRST_LINE, {}, ""), None, 2024)


def refused(text: str) -> str:
    with pytest.raises(Refusal) as caught:
        found_in(text)
    return str(caught.value)


def test_a_comment_completes_what_stands_below():
    text = comment(
        type="key_figures",
        id="bloc",
        groups=[{"facts": [{"id": "un", "leading": True}, {"figure": {"read_as": "18 000"}}]}],
    )
    [draft] = found_in(f"{text}\n\n{FACTS}").drafts
    facts = draft.value["groups"][0]["facts"]
    assert draft.line == FIRST_LINE + 2
    assert (facts[0]["after"], facts[0]["leading"]) == ("services lancés", True)
    assert facts[1]["figure"] == {"raw": "Plus de 18 000", "read_as": "18 000"}
    assert draft.keys == [((), "bloc"), (("groups", 0, "facts", 0), "un")]


def test_what_a_comment_does_not_name_is_as_it_was_read():
    [with_comment] = found_in(f"{comment(type='indicator_table')}\n\n{TABLE}").drafts
    [without] = found_in(TABLE).drafts
    assert with_comment.value["table"].grid.rows[0].head == "Agents"
    assert [h.name for h in with_comment.heads] == [h.name for h in without.heads]


def test_words_may_be_edited_below_a_comment():
    text = comment(type="fact_list", items=[{"id": "a"}, {"id": "b"}])
    [draft] = found_in(f"{text}\n\n{FACTS.replace('12', '13')}").drafts
    assert [item["figure"] for item in draft.value["items"]] == ["13", "Plus de 18 000"]


def test_what_follows_the_block_of_a_comment_is_read_as_ever():
    text = f"{comment(type='data_table')}\n\n{TABLE}\n\nDu texte.\n\n## Titre\n\n{FACTS}"
    kinds = [draft.kind for draft in found_in(text).drafts]
    assert kinds == ["data_table", "paragraph", "heading", "key_figures"]


def test_prose_takes_the_paragraphs_that_are_added_and_nothing_more():
    text = f"{comment(type='paragraph')}\n\nUn.\n\nDeux.\n\n{TABLE}"
    first, table = found_in(text).drafts
    assert first.value["text"] == "<p>Un.</p><p>Deux.</p>"
    assert table.kind == "indicator_table"


def test_nothing_joins_the_block_of_a_comment():
    text = f"{comment(type='links')}\n\n- [Un](/a)\n\n[Deux](/b)"
    drafts = found_in(text).drafts
    assert [len(draft.value["items"]) for draft in drafts] == [1, 1]


def test_a_comment_may_stand_on_several_lines():
    text = '<!-- bilan: {\n  "type": "heading",\n  "old_anchors": ["ancien"]\n} -->\n\n## Titre'
    [draft] = found_in(text).drafts
    assert draft.value["old_anchors"] == ["ancien"]


def test_other_comments_and_code_are_left_alone():
    text = "<!-- bilan de 2024 -->\n\nMots\n\n```\n<!-- bilan: {} -->\n```"
    assert [draft.kind for draft in found_in(text).drafts] == ["paragraph"]


def test_what_a_reader_notices_is_told():
    text = comment(type="fact_list")
    found = found_in(f"{text}\n\n- [12 services](/a) et [3 autres](/b)")
    assert any("plusieurs liens" in notice.message for notice in found.notices)


DAMAGED = {
    "JSON cut": '<!-- bilan: {"type": "fact_list" -->',
    "no JSON": "<!-- bilan: -->",
    "words": "<!-- bilan: fact_list -->",
    "a list": '<!-- bilan: ["fact_list"] -->',
    "a text": '<!-- bilan: "fact_list" -->',
    "null": "<!-- bilan: null -->",
    "no type": "<!-- bilan: {} -->",
    "unknown type": comment(type="script"),
    "type of another kind": comment(type=["fact_list"]),
    "a name twice": '<!-- bilan: {"type": "fact_list", "type": "links"} -->',
    "a name twice below": '<!-- bilan: {"type": "fact_list", "items": [{"id":"a","id":"b"}]} -->',
    "not a number": '<!-- bilan: {"type": "fact_list", "ordered": NaN} -->',
    "infinite": '<!-- bilan: {"type": "fact_list", "ordered": -Infinity} -->',
    "fraction": '<!-- bilan: {"type": "fact_list", "items": [{"level": 1.5}, {}]} -->',
    "huge number": f'<!-- bilan: {{"type": "fact_list", "elements": {"9" * 5000}}} -->',
    "huge level": comment(type="fact_list", items=[{"level": 99}, {}]),
    "negative": comment(type="fact_list", elements=-1),
    "a truth for a number": comment(type="fact_list", elements=True),
    "too many elements": comment(type="fact_list", elements=7),
    "text for a list": comment(type="fact_list", items="abc"),
    "object for a list": comment(type="fact_list", items={"0": {}}),
    "text for an item": comment(type="fact_list", items=["a", "b"]),
    "text for a truth": comment(type="fact_list", ordered="oui"),
    "number for a text": comment(type="fact_list", items=[{"lead": 7}, {}]),
    "object for a text": comment(type="fact_list", items=[{"after": {"x": 1}}, {}]),
    "number for a figure": comment(type="fact_list", items=[{"figure": 12}, {}]),
    "list for a reading": comment(type="fact_list", items=[{"figure": {"read_as": []}}, {}]),
    "number for an id": comment(type="fact_list", id=7),
    "markup for an id": comment(type="fact_list", id='"><script>'),
    "path for an id": comment(type="fact_list", id="../../etc/passwd"),
    "long id": comment(type="fact_list", id="a" * 65),
    "one item too few": comment(type="fact_list", items=[{}]),
    "one item too many": comment(type="fact_list", items=[{}, {}, {}]),
    "another kind of block": comment(type="quote"),
    "a table below none": comment(type="data_table"),
    "other figure": comment(type="fact_list", items=[{"figure": "13"}, {}]),
    "other words": comment(type="fact_list", items=[{"after": "services fermés"}, {}]),
    "other punctuation": comment(type="fact_list", items=[{"after": "services lancés !"}, {}]),
    "words left out": comment(type="fact_list", items=[{"after": ""}, {}]),
    "words in another order": comment(
        type="fact_list", items=[{"before": "services", "after": "lancés"}, {}]
    ),
    "whole, other words": comment(type="fact_list", whole=True, items=[{"figure": "12"}]),
    "whole, nothing": comment(type="fact_list", whole=True),
    "whole as text": comment(type="fact_list", whole="oui"),
    "impossible character": '<!-- bilan: {"type": "fact_list", "x": "\\ud800"} -->',
    "null character": '<!-- bilan: {"type": "fact_list", "items": [{"lead": "\\u0000"}, {}]} -->',
    "null character in a name": '<!-- bilan: {"type": "fact_list", "\\u0000": 1} -->',
    "deep": '<!-- bilan: {"type": "fact_list", "x": ' + "[" * 90_000 + "]" * 90_000 + "} -->",
    "deeper than blocks": comment(type="fact_list", x=[[[[[[[[[[[[[[]]]]]]]]]]]]]]),
    "long text": comment(type="fact_list", x="a" * (MAX_TEXT_CHARACTERS + 1)),
    "long": comment(type="fact_list", x=["a" * 1000] * (MAX_COMMENT_CHARACTERS // 1000)),
    "ended early": '<!-- bilan: {"type": "fact_list", "x": "-->"} -->',
    "two comments for a block": f"{comment(type='fact_list')}\n\n{comment(type='fact_list')}",
    "words on its line": f"{comment(type='fact_list')} mots",
    "in a paragraph": f"mots {comment(type='fact_list')}",
    "in an element": f"<div>\n{comment(type='fact_list')}\n</div>",
    "between two tags": f"<div>\n\n{comment(type='fact_list')}\n\n</div>",
    "in a list": f"- mots\n\n  {comment(type='fact_list')}",
    "in a quotation": f"> {comment(type='fact_list')}",
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_wrong_comment_is_refused_with_its_line(text):
    message = refused(f"Avant.\n\n{text}\n\n{FACTS}")
    assert message.startswith(("bilan.md, ligne 6 : ", "bilan.md, ligne 7 : ", "bilan.md, ligne 8"))
    assert "bilan" in message.partition(" : ")[2]
    assert len(message) < 1000


TABLES = {
    "row": {"rows": [{"id": "a"}]},
    "rows": {"rows": [{}, {}, {}]},
    "columns": {"columns": [{}]},
    "column of another kind": {"columns": ["Indicateurs", {}]},
    "heading": {"columns": [{"heading": "Services"}, {}]},
    "heading of another kind": {"columns": [{"heading": 2024}, {}]},
    "cells": {"rows": [{"cells": [None, None, "12"]}, {}]},
    "cell": {"rows": [{"cells": [None, "13"]}, {}]},
    "cell of another kind": {"rows": [{"cells": [12]}, {}]},
    "cells of another kind": {"rows": [{"cells": "12"}, {}]},
    "reading of another kind": {"rows": [{"cells": [None, {"read_as": 12}]}, {}]},
    "reference": {"rows": [{"ref": 12}, {}]},
    "path for a reference": {"rows": [{"ref": "../x"}, {}]},
    "mark": {"rows": [{"leading": "oui"}, {}]},
    "words in a note": {"rows": [{"note": "<p>mots</p>"}, {}]},
    "rows of another kind": {"rows": 7},
    "table of another kind": "Agents",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_wrong_table_is_refused(table):
    message = refused(f"{comment(type='indicator_table', table=table)}\n\n{TABLE}")
    assert message.startswith("bilan.md, ligne 4 : commentaire « bilan »")


def test_a_count_that_differs_says_both_numbers():
    data = {"rows": [{}, {}, {}]}
    message = refused(f"{comment(type='indicator_table', table=data)}\n\n{TABLE}")
    assert message == (
        "bilan.md, ligne 4 : commentaire « bilan » (table) : « rows » en décrit 3, il y en a 2 "
        "au-dessous. Corrigez l’un ou l’autre, ou retirez « rows » du commentaire."
    )


LEFT_OUT = {
    "unknown name": ({"type": "links", "couleur": "bleu"}, "couleur"),
    "unknown name below": ({"type": "links", "items": [{"couleur": 1}]}, "items, 1, couleur"),
    "another block's part": ({"type": "links", "caption": "x"}, "caption"),
    "what the system remembers": (
        {"type": "links", "items": [{"reference_name": "x"}]},
        "reference_name",
    ),
    "script as an address": ({"type": "links", "items": [{"url": "javascript:x()"}]}, "neutralisé"),
    "hidden script": ({"type": "links", "items": [{"url": " java\tscript:x()"}]}, "neutralisé"),
    "address of another scheme": (
        {"type": "links", "items": [{"url": "data:text/html,x"}]},
        "neutralisé",
    ),
}


@pytest.mark.parametrize(("data", "said"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_a_comment_may_not_say_is_left_out_with_a_warning(data, said):
    found = found_in(f"{comment(**data)}\n\n- [Un lien](/a)")
    assert any(said in notice.message and notice.line == 4 for notice in found.notices)
    assert "script:" not in str(found.drafts[0].value)
    assert "data:" not in str(found.drafts[0].value)


@pytest.mark.parametrize(
    "html",
    [
        "<p>mots</p><script>alert(1)</script>",
        '<p onclick="x()">mots</p>',
        '<p><a href="javascript:x()">mots</a></p>',
        "<p>mots<iframe src=/x></iframe></p>",
        "<p>mots<svg onload=x()></svg></p>",
    ],
)
def test_scripts_in_a_comment_are_taken_out(html):
    found = found_in(f"{comment(type='paragraph', text=html)}\n\nmots")
    value = found.drafts[0].value["text"]
    assert "mots" in value
    assert not any(word in value for word in ("script", "onclick", "onload", "iframe", "svg"))
    assert any("exécutable" in notice.message for notice in found.notices)


def test_rows_of_another_database_are_no_links():
    """The row ids in a file say nothing here; a link to what is not here becomes its words."""
    html = '<p>Voir <a linktype="page" id="3">la page</a></p>'
    found = found_in(f"{comment(type='paragraph', text=html)}\n\nVoir la page")
    [stored] = stored_body(found.drafts, "/bilan/2024/", lambda named: 99, lambda named: "")
    assert stored["value"]["text"] == "<p>Voir la page</p>"


def test_an_id_that_is_taken_is_not_kept():
    text = "\n\n".join(
        [comment(type="heading", id="a"), "## Un", comment(type="heading", id="a"), "## Deux"]
    )
    drafts = found_in(text).drafts
    body = stored_body(drafts, "/bilan/2024/", lambda named: None, lambda named: "")
    derived = [block["id"] for block in body]
    keep_keys(body, drafts, taken={"b"}, former=FormerIds())
    assert [block["id"] for block in body] == ["a", derived[1]]
    keep_keys(body, drafts, taken={"a", derived[0]}, former=FormerIds())
    assert "a" not in {block["id"] for block in body}
    assert len({block["id"] for block in body}) == 2


def test_a_derived_id_makes_way_for_one_that_a_comment_gives():
    plain = found_in("## Un\n\n## Deux")
    derived = stored_body(plain.drafts, "", lambda named: None, lambda named: "")[0]["id"]
    drafts = found_in(f"## Un\n\n{comment(type='heading', id=derived)}\n\n## Deux").drafts
    body = stored_body(drafts, "", lambda named: None, lambda named: "")
    keep_keys(body, drafts, taken=(), former=FormerIds())
    assert body[1]["id"] == derived != body[0]["id"]


def test_the_words_of_comments_are_no_words():
    text = f"{comment(type='chart', note='', unit='agents')}\n\n![mots](x.png)"
    [draft] = found_in(text).drafts
    [block] = read(stored_body([draft], "", lambda named: None, lambda named: "")).blocks
    assert (block.alt, block.unit) == ("mots", "agents")
