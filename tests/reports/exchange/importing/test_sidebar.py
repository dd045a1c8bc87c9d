"""Anchors of an old page's table of contents keep working."""

from reports.exchange.importing import sidebar
from reports.exchange.importing.draft import Draft

HTML = """<nav><ol>
  <li><a href="#introduction">Introduction</a>
    <ol>
      <li><a href="#les-pilliers">Les pilliers</a></li>
      <li><a href="#%C3%A9t%C3%A9">Été</a></li>
    </ol>
  </li>
  <li><a href="#misspelt-section">Un autre titre</a></li>
  <li><a href="#nowhere">Nulle part</a></li>
  <li><a href="/other">Ailleurs</a></li>
</ol></nav>"""


def heading(text: str, level: int) -> Draft:
    value = {"text": text, "level": str(level), "anchor": "", "old_anchors": []}
    return Draft("heading", 1, value)


def test_entries_know_their_place():
    assert [(e.number, e.anchor) for e in sidebar.list_entries(HTML)] == [
        ("1", "introduction"),
        ("1.1", "les-pilliers"),
        ("1.2", "été"),
        ("2", "misspelt-section"),
        ("3", "nowhere"),
    ]


def test_an_old_anchor_goes_to_the_same_text_else_to_the_same_place_else_is_told():
    headings = [
        heading("Introduction", 2),
        heading("Les piliers", 3),
        heading("Été", 3),
        heading("Section", 2),
    ]
    notices = sidebar.settle_anchors(headings, sidebar.list_entries(HTML))
    assert [h.value["old_anchors"] for h in headings] == [
        [],
        ["les-pilliers"],
        [],
        ["misspelt-section"],
    ]
    assert [h.value["anchor"] for h in headings][1] == "les-piliers"
    assert [str(n) for n in notices] == ["sommaire : aucun titre pour l’ancre #nowhere"]


def test_the_same_text_wins_over_the_same_place():
    headings = [heading("Un autre", 2), heading("Introduction à tout", 2), heading("Un titre", 2)]
    html = "<ol><li><a href='#a'>x</a></li><li><a href='#b'>Un titre</a></li></ol>"
    sidebar.settle_anchors(headings, sidebar.list_entries(html))
    assert [h.value["old_anchors"] for h in headings] == [["a"], [], ["b"]]


def test_a_folder_without_sidebar_has_no_entries(tmp_path):
    assert sidebar.read_sidebar(tmp_path) == sidebar.read_sidebar(None) == []


def test_a_new_heading_before_others_takes_none_of_their_anchors():
    html = """<ol><li><a href='#lauréats-fast-14'>Lauréats FAST 14</a></li>
        <li><a href='#lauréats-fast-15'>Lauréats FAST 15</a></li></ol>"""
    headings = [heading(text, 2) for text in ("Nouveau", "FAST", "FAST 14", "FAST 15")]
    assert sidebar.settle_anchors(headings, sidebar.list_entries(html)) == []
    old = [h.value["old_anchors"] for h in headings]
    assert old == [[], [], ["lauréats-fast-14"], ["lauréats-fast-15"]]
