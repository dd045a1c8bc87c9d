"""What each program puts on the clipboard, and the blocks that it becomes.

The fixtures say the same in invented words: Writer's is what LibreOffice 25.2 writes by the filter
of its clipboard; those of Word, Excel, Google Docs and a page in a browser are made by hand in the
formats that they document. Calc's are real, in tests/browser/clipboard.
"""

from pathlib import Path
from typing import Any

import pytest

from reports.core.figures.locale import Locale
from reports.core.refusal import Refusal
from reports.exchange.importing.clipboard import bounds, reading
from reports.exchange.importing.clipboard.reading import PastedBlocks, read_paste
from tests.reports.exchange.importing.outline import outline

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent
CALC = Path(__file__).parents[4] / "browser" / "clipboard"
HEADING = "h2 Les haies du canton"
FACTS = "facts <340> arbres plantés, <12> vergers suivis, dont <4> en ville"
TABLE = "data_table : Verger | Arbres — Les Aulnes | 120; Le Sorbier | 220"
PICTURE = "picture Une haie au printemps / "


def paste(html: str = "", text: str = "", **locale: str) -> PastedBlocks:
    return read_paste(html, text, Locale.from_fields(locale), 2031)


def paste_fixture(path: Path) -> PastedBlocks:
    return paste(path.read_text(encoding="utf-8"))


def blocks(pasted: PastedBlocks) -> list[str]:
    return list(map(outline, pasted.drafts))


def notices(pasted: PastedBlocks) -> list[str]:
    return [notice.replace("\u202f", " ") for notice in pasted.notices]


def prose(pasted: PastedBlocks) -> str:
    return " ".join(str(draft.value.get("text", "")) for draft in pasted.drafts)


def test_google_docs() -> None:
    pasted = paste_fixture(HERE / "google_docs.html")
    words = "p La brigade a planté trois haies le long du chemin vert, sans bruit."
    assert blocks(pasted) == [HEADING, words, FACTS, TABLE, PICTURE, "p Voir la note."]
    assert notices(pasted) == ["Commentaires laissés de côté."]
    assert prose(pasted).count("<b>") == 1
    assert "<b>trois haies</b>" in prose(pasted)
    assert "<i>, sans bruit</i>" in prose(pasted)
    assert 'href="https://chemin.example/plan?lot=3"' in prose(pasted)
    assert pasted.drafts[3].value["table"].rows[1].url == "https://sorbier.example/"
    [picture] = pasted.pictures.values()
    assert picture.startswith(b"\x89PNG")


def test_word() -> None:
    pasted = paste_fixture(HERE / "word.html")
    words = "p La brigade a planté trois haies le long du chemin vert. Elles ont quatre espèces."
    assert blocks(pasted) == [HEADING, f"{words} Ouvert en mai.", FACTS, TABLE, PICTURE]
    assert notices(pasted) == [
        "Commentaires laissés de côté.",
        "Texte supprimé dans le suivi des modifications, laissé de côté : « deux ».",
        "Texte masqué laissé de côté : « Un secret de bureau. ».",
        "Image « Une haie au printemps » : le presse-papiers n’en a pas le fichier ; ajoutez-le au "
        "bloc.",
    ]
    assert '<bilan-note id="1">Ouvert en mai.</bilan-note>' in prose(pasted)
    assert pasted.drafts[3].value["table"].rows[1].url == "https://sorbier.example/"
    assert not pasted.pictures


def test_two_levels_of_headings_stay_two() -> None:
    pasted = paste("<h1>Nos haies</h1><p>Un.</p><h2>En ville</h2><p>Deux.</p>")
    assert blocks(pasted) == ["h2 Nos haies", "p Un.", "h3 En ville", "p Deux."]


def test_writer() -> None:
    pasted = paste_fixture(HERE / "writer.html")
    words = "p La brigade a planté trois haies le long du chemin vert. Ouvert en mai."
    assert blocks(pasted) == [HEADING, words, FACTS, TABLE, PICTURE]
    assert notices(pasted) == []
    assert '<bilan-note id="1">Ouvert en mai.</bilan-note>' in prose(pasted)
    assert len(pasted.pictures) == 1


def test_a_page_in_a_browser() -> None:
    pasted = paste_fixture(HERE / "web_page.html")
    words = "p La brigade a planté trois haies le long du chemin vert."
    assert blocks(pasted) == [HEADING, words, FACTS, TABLE, PICTURE, "p Tout lire"]
    assert notices(pasted) == [
        "<script> retiré.",
        "Texte masqué laissé de côté : « Caché. ».",
        "Tableau dans un autre : celui du dehors est lu comme une mise en page.",
        "Un lien ne mène nulle part pour les lecteurs : ses mots restent, sans lien.",
    ]
    assert "onclick" not in prose(pasted)


def test_excel() -> None:
    pasted = paste_fixture(HERE / "excel.html")
    rows = "Les Aulnes | 1 200 € | 1 450 €; Le Sorbier | 17,4 % | ND"
    assert blocks(pasted) == [f"data_table : Verger | 2030 | 2031 — {rows}"]
    assert notices(pasted) == ["Texte masqué laissé de côté : « Brouillon 1 2 »."]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("budget", "Poste | Précision | Montant | Effectif"),
        ("chart", "Trimestre | Appels | Courriels"),
        ("indicator", ""),
    ],
)
def test_calc(name: str, head: str) -> None:
    [block] = blocks(paste_fixture(CALC / f"{name}.html"))
    [from_text] = blocks(paste(text=(CALC / f"{name}.tsv").read_text(encoding="utf-8")))
    assert head in block
    assert block == from_text


def test_calc_with_merged_heads() -> None:
    """Only the HTML says which head spans the years below it."""
    [block] = blocks(paste_fixture(CALC / "data_table.html"))
    [from_text] = blocks(paste(text=(CALC / "data_table.tsv").read_text(encoding="utf-8")))
    assert "Réponses – 2023 | Réponses – 2024 | Moyenne — Le portail" in block
    assert block.partition(" — ")[2] == from_text.partition("2023 | 2024 | ; ")[2]


def test_hidden_columns_are_left_out() -> None:
    pasted = paste(
        "<table><col><col style='mso-width-source:userset;display:none' span=2><col>"
        "<tr><td>Verger</td><td>Contact</td><td>Code</td><td>Arbres</td></tr>"
        "<tr><td rowspan=2>Les Aulnes</td><td colspan=2>poste 12</td><td>120</td></tr>"
        "<tr><td>poste 13</td><td>x</td><td>130</td></tr></table>"
    )
    assert blocks(pasted) == ["data_table : Verger | Arbres — Les Aulnes | 120;  | 130"]
    left = "« Contact Code poste 12 poste 13 x »"
    assert notices(pasted)[0] == f"Colonnes masquées laissées de côté : {left}."


def test_plain_text_is_read_as_markdown() -> None:
    pasted = paste(text="## Les haies\r\n\r\nUne phrase.\r\n\r\n- 12 vergers\r\n- 9 haies\r\n")
    assert blocks(pasted)[:2] == ["h2 Les haies", "p Une phrase."]
    assert len(pasted.drafts) == 3


def test_figures_are_read_in_the_language_of_the_report() -> None:
    cells = "<tr><td>Trees</td><td>133,000</td></tr>"
    table = f"<table><tr><th>Spent</th><th>2031</th></tr>{cells}</table>"
    for language, value in (("en", "133000"), ("fr", "133")):
        figure = paste(table, language=language).drafts[0].value["table"].rows[0].cells[1].figure
        assert str(figure.value).split(".")[0] == value


ENGLISH = (
    "<p>Our team has been with them for each of the years that they have worked by the river.</p>"
)
COSTS = "<table><tr><td>Trees</td><td>1,250</td></tr></table>"


@pytest.mark.parametrize(
    ("html", "language", "number"),
    [
        ("<p>133,000 trees</p>", "fr", "133,000"),
        (ENGLISH + COSTS, "fr", "1,250"),
        (ENGLISH + COSTS, "en", ""),
        (COSTS, "fr", ""),
        ("<p>12 345,6 arbres</p>", "en", "12 345,6"),
        ("<p>12 345,6 arbres</p>", "fr", ""),
    ],
)
def test_numbers_of_another_language_are_named(html: str, language: str, number: str) -> None:
    named = [notice for notice in notices(paste(html, language=language)) if "est écrit" in notice]
    assert [notice.split(" est ")[0] for notice in named] == ([f"« {number} »"] if number else [])


def test_cells_keep_their_lists_and_links() -> None:
    pasted = paste(
        "<table><tr><th>Verger</th><th>Soins</th><th>Plan</th></tr><tr><td>Les Aulnes</td>"
        "<td><ul><li>taille</li><li>paillage</li></ul></td>"
        '<td><a href="https://plan.example/">lot 3</a></td></tr></table>'
    )
    [row] = pasted.drafts[0].value["table"].rows
    assert row.cells[1].raw == "taille\npaillage"
    assert (row.cells[2].raw, row.cells[2].url) == ("lot 3", "https://plan.example/")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.google.com/url?q=https://chemin.example/&sa=D", "https://chemin.example/"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fchemin.example%2F&data=0",
            "https://chemin.example/",
        ),
        ("https://www.google.com/search?q=haies", "https://www.google.com/search?q=haies"),
        ("mailto:a@chemin.example", "mailto:a@chemin.example"),
        ("https://www.google.com/url?q=javascript:alert(1)", ""),
        ("file:///C:/plan.docx", ""),
        ("#_ftn9", ""),
        ("/admin/pages/3/edit/", ""),
        ("data:text/html,<b>x</b>", ""),
    ],
)
def test_links(address: str, kept: str) -> None:
    pasted = paste(f'<p>Voir le <a href="{address.replace("&", "&amp;")}">plan</a> ici.</p>')
    text = prose(pasted)
    assert text == (
        f'<p>Voir le <a href="{kept.replace("&", "&amp;")}">plan</a> ici.</p>'
        if kept
        else "<p>Voir le plan ici.</p>"
    )
    assert any("ne mène nulle part" in notice for notice in pasted.notices) == (not kept)


def test_links_of_this_site_are_paths_and_one_question_is_asked_for_each_site(
    django_assert_max_num_queries: Any, settings: Any
) -> None:
    home = settings.WAGTAILADMIN_BASE_URL
    links = "".join(f'<a href="{home}/bilan/2030/">a</a> ' for _ in range(30))
    links += "".join(f'<a href="https://a.example/{n}">b</a> ' for n in range(30))
    with django_assert_max_num_queries(4):
        pasted = paste(f"<p>{links}</p>")
    assert prose(pasted).count('href="/bilan/2030/"') == 30
    assert prose(pasted).count('href="https://a.example/') == 30


HOSTILE = {
    "script": "<p>Un.</p><script>alert(1)</script>",
    "handler": '<p onmouseover="alert(1)">Un.</p>',
    "svg": "<p>Un.<svg onload=alert(1)><script>alert(1)</script></svg></p>",
    "frame": '<p>Un.</p><iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "template": "<p>Un.</p><template><script>alert(1)</script></template>",
    "noscript": '<p>Un.</p><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "comment": "<p>Un.</p><!--><script>alert(1)</script>-->",
    "style": "<style>p{background:url(javascript:alert(1))}</style><p>Un.</p>",
    "address": '<p>Un.</p><p><a href="java&#9;script:alert(1)">Un.</a></p>',
    "picture": '<p>Un.</p><img src="javascript:alert(1)" alt="">',
    "form": '<form action="javascript:alert(1)"><p>Un.</p><button formaction="javascript:alert(1)">'
    "Envoyer</button></form>",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_clipboard_runs(html: str) -> None:
    pasted = paste(html)
    assert "Un." in prose(pasted)
    values = str([draft.value for draft in pasted.drafts])
    for sign in ("alert", "<script", "onerror", "onload", "javascript"):
        assert sign not in values


@pytest.mark.parametrize(
    "html",
    ["", "<html><body></body></html>", "<p> </p>", "<script>1</script>", "<!--Start-->", "<br>"],
)
def test_a_clipboard_of_nothing_is_refused(html: str) -> None:
    with pytest.raises(Refusal, match="rien qui puisse devenir un bloc"):
        paste(html)


def test_a_picture_alone() -> None:
    pasted = paste('<meta charset="utf-8"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')
    assert [draft.kind for draft in pasted.drafts] == ["picture"]
    assert len(pasted.pictures) == 1


LINE = "<tr><td>a</td></tr>"
# what is pasted, and a part of the sentence that refuses it
TOO_LARGE = {
    "pictures": ("<p>mot</p>" + "a" * bounds.MAX_CLIPBOARD_CHARACTERS, "", "plus de 5 Mo"),
    "words": (f"<p>{'mot ' * 130_000}</p>", "", "caractères de texte"),
    "plain words": ("", "mot " * 130_000, "caractères de texte"),
    "lines": ("", "a\n" * 10_001, "10 000 lignes"),
    "lines as they are": ("<pre>" + "a\n" * 10_001, "", "10 000 lignes"),
    "elements": ("<p>a</p>" * 30_001, "", "trop de mise en forme"),
    "comments": ("<p>a</p>" + "<!-- b -->" * 120_001, "", "trop de mise en forme"),
    "siblings": (f"<p>{'a<br>' * 5_001}</p>", "", "trop de mise en forme"),
    "tabs": ("", "a\t" * 30_001, "trop de mise en forme"),
    "spans": (
        f"<table>{'<td rowspan=100 colspan=100>a' * 20}</table>",
        "",
        "trop de mise en forme",
    ),
    "rows": (f"<table>{LINE * 1_003}</table>", "", "1002 lignes et 1 colonnes"),
    "columns": (f"<table><tr>{'<td>a' * 31}</table>", "", "1 lignes et 31 colonnes"),
    "blocks": ("<h2>Un</h2><p>Deux.</p>" * 200, "", "plus de 300 blocs"),
}


MADE = ("rows", "columns", "blocks")  # what only the blocks say


@pytest.mark.parametrize(("html", "text", "words"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_is_too_large_is_refused(html: str, text: str, words: str) -> None:
    with pytest.raises(Refusal, match=words.replace(" ", r"\s")):
        paste(html, text)


@pytest.mark.parametrize("name", [name for name in TOO_LARGE if name not in MADE])
def test_what_is_too_large_is_refused_before_blocks_are_made(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "recognise", None)
    html, text, _ = TOO_LARGE[name]
    with pytest.raises(Refusal):
        paste(html, text)


@pytest.mark.parametrize("name", ["div", "b", "ul><li", "table><tr><td", "blockquote"])
def test_what_is_deep_is_read_and_what_is_too_deep_is_refused(name: str) -> None:
    assert "Un." in str([draft.value for draft in paste(f"<{name}>" * 20 + "Un.").drafts])
    for depth in (110, 2_000):
        with pytest.raises(Refusal, match="Trop de niveaux imbriqués"):
            paste(f"<{name}>" * depth + "Un.")


def test_no_word_is_lost_of_nested_tables_and_loose_words() -> None:
    pasted = paste(
        "Un.<table><tr><td>Deux<table><tr><td>Trois</td><td>Quatre</td></tr><tr><td>a</td><td>b</td>"
        "</tr></table></td><td><p>Cinq</p></td></tr></table>Six<br>Sept <b>huit</b><div>Neuf</div>"
    )
    said = " ".join(blocks(pasted))
    for word in ("Un.", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "huit", "Neuf"):
        assert word in said
    assert not [notice for notice in pasted.notices if notice.startswith("Non repris")]
