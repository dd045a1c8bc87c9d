"""What each kind of block begins the next year with."""

from typing import Any

from reports.authoring.rollforward.body import roll_body
from reports.authoring.rollforward.labels import Step
from reports.core.document.block_ids import list_ids
from reports.core.text.anchors import settle_anchors
from tests.reports.checks import build

from .conftest import BODY, stored

NEXT = Step(2024, 2025)


def later(*blocks: build.Block) -> list[Any]:
    return [block["value"] for block in roll_body(stored(*blocks), NEXT)]


def lines(facts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(fact["value"]["figure"], fact["value"]["after"]) for fact in facts]


def test_nothing_is_said_twice_with_one_id() -> None:
    found = list_ids(roll_body(BODY, NEXT))
    assert len(found) == len(set(found))


def test_headings_move_with_their_anchors_and_links_follow() -> None:
    head, links, prose = later(
        build.heading("Résultats en 2024", anchor="résultats-en-2024", old=["chiffres"]),
        build.links(("Voir", "#chiffres"), ("Ailleurs", "/bilan/2024/#chiffres")),
        build.prose('<p>En 2024, <a href="#résultats-en-2024">ceci</a>.</p>'),
    )
    assert (head["text"], head["anchor"]) == ("Résultats en 2025", "")  # made on publication
    assert head["old_anchors"] == []
    assert [item["value"]["url"] for item in links["items"]] == [
        "#résultats-en-2025",
        "/bilan/2024/#chiffres",
    ]
    assert prose["text"] == '<p>En 2024, <a href="#résultats-en-2025">ceci</a>.</p>'


def test_an_anchor_follows_the_title_that_a_carried_over_section_is_given() -> None:
    (head,) = later(build.heading("Nos équipes", anchor="nos-équipes"))
    head["text"] = "Nos agents"
    settle_anchors([head])
    assert head["anchor"] == "nos-agents"


def test_an_anchor_that_is_not_of_the_title_stays() -> None:
    (head,) = later(build.heading("Résultats en 2024", anchor="résultats"))
    assert head["anchor"] == "résultats"


def test_a_fact_is_emptied_whole_and_words_without_a_figure_stay() -> None:
    block, listed = later(
        build.key_figures(("En 2024 :", "35", "équipes"), ("", "", "lancés en 2023")),
        build.fact_list(("En 2024 :", {"raw": "+80 %", "read_as": "plus de 80 %"}, "actifs")),
    )
    assert lines(block["groups"][0]["value"]["facts"]) == [("", ""), ("", "lancés en 2023")]
    nothing = {"lead": "", "before": "", "figure": "", "after": "", "url": ""}
    assert listed["items"][0]["value"] == {"level": 1, **nothing}


def test_a_card_compares_with_last_year() -> None:
    (block,) = later(
        build.comparison_cards(
            build.compared(
                "Tchap",
                {
                    "En 2023": [("", "190", "agents")],
                    "En 2024": [("", "279", "agents"), ("", "", "en 2024 déjà")],
                },
                growth=("", "+47 %", "d’agents"),
            )
        )
    )
    card = block["cards"][0]["value"]
    before, now = (period["value"] for period in card["periods"])
    assert (before["heading"], now["heading"]) == ("En 2024", "En 2025")
    assert lines(before["facts"]) == [("279", "agents"), ("", "en 2024 déjà")]
    assert lines(now["facts"]) == [("", ""), ("", "en 2024 déjà")]
    assert (card["growth"]["figure"], card["growth"]["after"]) == ("", "")


def test_an_impact_card_keeps_who_it_is_of() -> None:
    (block,) = later(build.impact_cards(build.card("Mano", ("", "442", "organisations"))))
    card = block["cards"][0]["value"]
    assert (card["name"], card["mission"]) == ("Mano", "Aider.")
    assert lines(card["facts"]) == [("", "")]


def test_a_budget_keeps_its_posts() -> None:
    (block,) = later(build.budget(("Animation", "1 406 165 €", "3,7 ETPT")))
    line = block["lines"][0]["value"]
    assert (line["title"], line["amount"]["figure"], line["staff"]["figure"]) == (
        "Animation",
        "",
        "",
    )


def test_a_chart_is_transcribed_anew() -> None:
    drawn, old = later(
        build.chart("En 2024", ["DINUM", "59"], transcription="<p>59</p>", basis="a:b"),
        build.chart("En 2024", picture=3, alt="Des barres", transcription="<p>59</p>"),
    )
    assert drawn["title"] == "En 2025"
    assert drawn["data"]["rows"][0]["cells"] == ["DINUM", ""]
    assert (drawn["transcription"], drawn["basis"]) == ("", "")
    assert (old["picture"], old["alt"], old["transcription"]) == (None, "", "")


def test_pictures_and_files_are_of_their_year_unless_they_only_adorn() -> None:
    curve, ornament, file = later(
        build.picture("Courbe", "Effectifs en 2024", picture=3, source_url="/img/2024.png"),
        build.picture(decorative=True, picture=4),
        build.download("Télécharger le bilan 2024", document=5),
    )
    assert (curve["picture"], curve["alt"], curve["source_url"]) == (None, "", "")
    assert curve["caption"] == "Effectifs en 2025"
    assert ornament["picture"] == 4
    assert (file["document"], file["title"]) == (None, "Télécharger le bilan 2025")
