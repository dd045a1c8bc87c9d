"""Whatever is in the file, nothing is lost: Markdown made of pieces at random."""

import json
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports.content.models import AnnualReportPage
from reports.core import document
from reports.core.document.visible_text import list_words
from reports.core.text.rich_text import plain
from reports.core.text.words import split_words
from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.storing import stored_body

INLINE = st.sampled_from(
    [
        "mots",
        "**gras**",
        "*penché*",
        "[lien](/stats)",
        "**[Mano](/startups/mano.html)**",
        "12 services",
        "**Plus de 18 000** agents",
        "+80 % des services",
        "30K€",
        "3 370 820 €",
        "2 ETP",
        "N/A",
        "en 2024",
        "(Ministère de la Culture)",
        "L’incubateur de la Justice (Justice)",
        "Sa mission : aider",
        "Son impact :",
        "En 2023",
        "DINUM : Direction",
        "**Terme** : sens",
        "Critère 1 : **📍 Titre** : texte",
        "![image](/img/x.png)",
        '![graphe](/img/g.png "Titre du graphe")',
        "<b>brut</b>",
        "<span lang='en'>bug bounty</span>",
        "a < b & c > d",
        "x16",
        "4,2/5",
        "-12 points",
        "`code`",
        "~~barré~~",
        "—",
        "",
    ]
)
LINE = st.lists(INLINE, min_size=1, max_size=3).map(" ".join)
LIST = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from("-*1"), LINE), min_size=1, max_size=6
).map(
    lambda items: "\n".join(
        "    " * level + ("1. " if mark == "1" else f"{mark} ") + line
        for level, mark, line in items
    )
)
TABLE = st.lists(st.lists(LINE, min_size=1, max_size=4), min_size=1, max_size=4).map(
    lambda rows: "\n".join(
        [
            "| " + " | ".join(rows[0]) + " |",
            "|" + " --- |" * len(rows[0]),
            *("| " + " | ".join(row) + " |" for row in rows[1:]),
        ]
    )
)
HTML = LINE.flatmap(
    lambda line: st.sampled_from(
        [
            f"<div class='fr-callout'><p>{line}</p></div>",
            f"<ul><li>{line}</li><li><p>{line}</p></li></ul>",
            f"<section class='fr-accordion'><h3><button>{line}</button></h3>{line}</section>",
            f"<figure><img src='/i.png' alt='alt'><figcaption>{line}</figcaption></figure>",
            f"<table><tr><td>{line}</td><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>",
            f"<div class='fr-transcription'><ul><li>{line}</li></ul></div>",
            f"<details><summary>{line}</summary>suite</details>",
            f"<dl><dt>{line}</dt><dd>sens</dd></dl>",
            f"<p>{line}<br>{line}</p>",
            f"<blockquote><cite>{line}</cite><p>suite</p></blockquote>",
            f"<blockquote><p>suite</p><p>— {line}</p></blockquote>",
            f"<figure><figcaption>{line}</figcaption><img src='/i.png' alt='a'></figure>",
            f"<figure><table><tr><td>1</td></tr></table><figcaption>{line}</figcaption></figure>",
            f"<figure><img src='/i.png' alt='a' title='t'><p>{line}</p></figure>",
            f"<div class='fr-callout'><a href='/x.pdf'>Lire</a><p>{line}</p>fin</div>",
            f"<div class='fr-callout'><p>{line}</p><h3 class='fr-callout__title'>T</h3></div>",
            f"<figure><img src='/i.png' alt='barres'><div class='fr-transcription'><h2>t</h2>"
            f"{line}<ul><li>{line}</li></ul></div></figure>",
            f"<p><img src='/i.png' alt='a'></p>\n<details><summary>{line}</summary>"
            "<table><tr><td>a</td><td>12</td></tr></table></details>",
            f"<p><img src='/i.png' alt='a'></p>\n<p>Description détaillée : {line}</p>",
            f"<details><summary>{line}</summary><ul><li>{line}</li></ul></details>",
            f"<div class='fr-tile'><h3><a href='/x'>{line}</a></h3><p>{line}</p></div>",
            f"<div class='fr-alert'><p>{line}</p><h3 class='fr-alert__title'>T</h3></div>",
            f"<div class='fr-highlight'>{line}</div>",
            f"<p>{line} <button class='fr-btn--tooltip' aria-describedby='t'>infobulle</button>"
            f"<span class='fr-tooltip' id='t' role='tooltip'>{line}</span> suite</p>",
            f"<ul><li>{line}<span class='fr-tooltip' role='tooltip'>bulle</span></li></ul>",
            f"<p>un <button class='fr-btn--tooltip'>{line}</button>"
            "<span class='fr-tooltip' role='tooltip'>bulle</span> suite</p>",
            "<div class='fr-tabs'><ul role='tablist'><li><button role='tab' aria-controls='p1'>"
            f"{line}</button></li></ul><div id='p1' role='tabpanel'><h4>t</h4>{line}</div></div>",
            "<table><thead><tr><th rowspan=2>Indicateur</th><th colspan=2>2031</th></tr><tr>"
            f"<th>Résultat</th><th>{line}</th></tr></thead><tr><td>x</td><td>1</td><td>2</td></tr>"
            "</table>",
            f"<dl><dt>{line}</dt><dd>12 agents</dd><dt>b</dt><dd>{line}</dd></dl>",
            f"<figure class='fr-quote'><blockquote>{line}</blockquote>"
            f"<figcaption>{line}</figcaption></figure>",
            f"<button onclick=\"location.href='/x'\">{line}</button>",
        ]
    )
)
MARKDOWN = LINE.flatmap(
    lambda line: st.sampled_from(
        [
            f"> [!NOTE]\n> {line}",
            f'{{% hint style="info" %}}\n{line}\n{{% endhint %}}',
            f"##{line}",
            f"Terme\n: {line}",
            f"« {line} » — Une agente",
            f"1. **{line}** : sens\n2. **Autre** : {line}",
            f"- **Critère 1 – Titre** : {line}",
            f"- **[Mano](/startups/mano.html)** (Nord) : {line}",
            f"Nos services :\n\n- **Mano** (Nord) : {line}\n- **Envergo** (Sud) : aider",
            "- **Mano**\n  - Sa mission : aider\n  - En construction\n"
            f"  - {line} :\n    - 12 équipes",
            f"![a](/i.png)\n\n**Une agente**, {line}\n\n> suite",
        ]
    )
)
BLOCK = st.one_of(
    LINE,
    MARKDOWN,
    LINE.map(lambda line: f"## {line}"),
    LINE.map(lambda line: f"> {line}"),
    LIST,
    TABLE,
    HTML,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=6).map("\n\n".join))
@example("<div class='fr-callout'><p>mots</p></div>\n\n    1. mots")
@example("<p>en 2024 <span class='fr-tooltip' role='tooltip'>mots</span> suite</p>")
@example("Terme\n: mots\n\n    - mots\n- mots\n    1. ")
@example(
    "mots\n\nmots\n\n        - <span lang='en'>bug bounty</span>\n- 12 services mots mots\n"
    "- **gras** mots mots\n- 12 services mots mots\n- 12 services mots mots\n- mots\n\n"
    "        - <span lang='en'>bug bounty</span>\n- 12 services mots mots\n- **gras** mots mots\n"
    "- 12 services mots mots\n- 12 services mots mots\n- mots\n\n"
    "<span lang='en'>bug bounty</span>\n\n    - <b>brut</b>"
)
def test_every_word_is_kept_in_order(text):
    if not text.strip():
        return
    origin = source.Source("bilan.md", text, 1, {}, "")
    found = recognise(origin, None)
    drafts = found.drafts
    stored = stored_body(drafts, "/bilan/2024/", lambda n: None, lambda n: "")
    seen = fidelity.list_visible_words(text, "")
    said = Counter(list_words(document.read(stored)))
    assert Counter(seen) <= said, (text, drafts)
    kept = fidelity.compare_words(seen, loss.list_draft_words(drafts))
    assert kept.lost == (), (text, drafts)
    # HTML that is indented like code; an empty item below a definition, whose mark is kept as text
    assert set(kept.added) <= {"1"} or found.damage, (text, drafts)
    assert Counter(seen) <= Counter(list_editor_words(stored)), (text, stored)


def list_editor_words(stored):
    """Return the words in the form of a body, where its rich texts are JSON of the editor."""
    block = AnnualReportPage._meta.get_field("body").stream_block
    texts = []

    def collect(state):
        if isinstance(state, str):
            form = json.loads(state) if state.startswith(('{"', "{\n")) else state
            if form is state:
                texts.append(state)
            elif "entityMap" not in form:
                collect(form)
            else:
                texts.extend(line["text"] for line in form["blocks"])
                entities = form["entityMap"].values()
                texts.extend(plain(entity["data"].get("content", "")) for entity in entities)
        elif isinstance(state, dict):
            for value in state.values():
                collect(value)
        elif isinstance(state, list | tuple):
            for value in state:
                collect(value)

    collect(block.get_form_state(block.to_python(stored)))
    return split_words("\n".join(texts))
