"""The lists of citations to make and to correct, and the blocks that are made of what is chosen."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from reports.authoring.replacements.page_fields import format_fields, read_fields
from reports.content.blocks.cited_lines import CitationsBlock
from reports.content.folding.stored_blocks import digest_block
from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage
from reports.core.text.citations import CITATION, list_citations
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.authoring.world import World
from tests.reports.checks import build

pytestmark = pytest.mark.django_db

TABLE = build.data_table(
    ("Nombre", "2023", "2024"), ("Services suivis", "47", "58"), ("Agents formés", "1 240", "1 310")
)


@pytest.fixture
def world(db: None) -> World:
    return World()


class Editor:
    """An editor who has one report open, all of whose blocks are folded."""

    introduction = ""
    """What the form posts as the introduction, as stored HTML; nothing if it is empty."""

    def __init__(self, world: World, *blocks: build.Block) -> None:
        self.client = Client()
        self.client.force_login(world.colleague)
        self.report: AnnualReportPage = world.report
        self.write(stored(*blocks))

    def write(self, body: list[Any]) -> None:
        self.report.body = json.dumps(body)
        self.report.save_revision()
        self.body: list[Any] = json.loads(self.report.get_latest_revision().content["body"])

    def ask(self, path: str, chosen: list[str] | None = None) -> Any:
        data: dict[str, str] = {
            f"body-{rank}-kept": f"{rank} {raw['id']} {digest_block(raw)}"
            for rank, raw in enumerate(self.body)
        }
        if self.introduction:
            data["introduction"] = format_fields({"introduction": self.introduction})[
                "introduction"
            ]
        if chosen is not None:
            data["chosen"] = json.dumps(chosen)
        return self.client.post(reverse(path, args=[self.report.pk]), data)

    def find(self, path: str) -> list[dict[str, Any]]:
        passages: list[dict[str, Any]] = self.ask(path).json()["passages"]
        return passages

    def take(self, path: str, *keys: str) -> list[Any]:
        """Return the entities of the first block that is made of what is chosen."""
        [block] = self.ask(path, [*keys]).json()["blocks"]
        entities: dict[str, Any] = json.loads(block["value"]["text"])["entityMap"]
        return [each["data"] for each in entities.values() if each["type"] == "CITATION"]


def test_a_number_that_a_table_has_is_proposed_and_cited(world: World) -> None:
    editor = Editor(world, build.prose("Nous suivons 58 services, et 12 autres."), TABLE)
    (found,) = editor.find("bilan_propose")

    assert (found["old"], found["new"], found["options"]) == ("58", "58", [])
    assert found["note"].startswith("Ce bilan · ")
    assert found["note"].endswith("Services suivis › 2024")
    (cited,) = editor.take("bilan_propose", found["key"])
    assert (cited["way"], " " in cited["of"]) == ("same", False)


def test_what_fits_two_figures_asks_which(world: World) -> None:
    table = build.data_table(
        ("Nombre", "2024"), ("Services suivis", "58"), ("Services aidés", "58")
    )
    editor = Editor(world, build.prose("Nos services suivis ou aidés sont 58."), table)
    (found,) = editor.find("bilan_propose")

    assert [each.rpartition(" › ")[0].rpartition(" › ")[2] for each in found["options"]] != []
    assert found["note"] == ""
    assert editor.ask("bilan_propose", [found["key"]]).status_code == 400
    (cited,) = editor.take("bilan_propose", f"{found['key']}:1")
    (other,) = editor.take("bilan_propose", f"{found['key']}:0")
    assert cited["of"] != other["of"]


@pytest.mark.parametrize(
    "html",
    [
        '<p>Nous suivons <a href="/services">58 services</a>.</p>',
        '<p>Nous suivons<bilan-note id="n">58 services suivis.</bilan-note> tout.</p>',
        '<p><bilan-figure of="r.x" as="same">58</bilan-figure> services suivis.</p>',
        "<p>5<b>8</b> services suivis.</p>",
        "<p>58 euros de services.</p>",
        "<p>En 2023, 58 services suivis.</p>",
        "<p>Notre objectif est de 58 services suivis.</p>",
        "<p>58 communes.</p>",
        "<p>Le 58 de la rue des services.</p>",
    ],
)
def test_what_is_cited_already_or_of_something_else_is_not_proposed(
    world: World, html: str
) -> None:
    assert Editor(world, build.prose(html), TABLE).find("bilan_propose") == []


def test_citations_that_differ_are_corrected_one_by_one(world: World) -> None:
    texts = ("Nous suivons 58 services.", "Les services suivis : 58 cette année.")
    editor = Editor(world, *map(build.prose, texts), TABLE)
    keys = [each["key"] for each in editor.find("bilan_propose")]
    assert len(keys) == 2
    editor.write(cite(editor, keys))
    assert editor.find("bilan_propose") == []
    assert editor.find("bilan_correct") == []

    editor.write(json.loads(json.dumps(editor.body).replace('"58"', '"74"')))
    first, second = editor.find("bilan_correct")
    assert [(each["old"], each["new"]) for each in (first, second)] == [("58", "74")] * 2
    assert (first["before"], second["after"]) == ("Nous suivons ", " cette année.")
    [block] = editor.ask("bilan_correct", [second["key"]]).json()["blocks"]
    assert block["id"] == editor.body[1]["id"]
    assert "74" in json.loads(block["value"]["text"])["blocks"][0]["text"]


CITED_FIVE = '<bilan-figure of="i.a.2024.result" as="same">5</bilan-figure>'


def cite(editor: Editor, keys: list[str]) -> list[Any]:
    """Return the body in which the proposals of these keys are citations."""
    made = editor.ask("bilan_propose", keys).json()["blocks"]
    stream = AnnualReportPage._meta.get_field("body").stream_block
    ids = {block["id"]: block for block in made}
    body = []
    for raw in editor.body:
        if raw["id"] in ids:
            field = stream.child_blocks[raw["type"]].child_blocks["text"].field.widget
            posted = {"text": ids[raw["id"]]["value"]["text"]}
            html = field.value_from_datadict(posted, {}, "text")
            assert CITATION.search(html)
            raw = {**raw, "value": {**raw["value"], "text": html}}
        body.append(raw)
    return body


def test_the_introduction_cites_figures_too(world: World) -> None:
    editor = Editor(world, TABLE)
    editor.introduction = "<p>Nous suivons 58 services.</p>"
    (found,) = editor.find("bilan_propose")
    assert found["block"] == "page"
    state = editor.ask("bilan_propose", [found["key"]]).json()["fields"]["introduction"]
    editor.introduction = read_fields({"introduction": state}, {})["introduction"]
    assert CITATION.search(editor.introduction)
    assert editor.find("bilan_propose") == []

    editor.write(json.loads(json.dumps(editor.body).replace('"58"', '"74"')))
    (differs,) = editor.find("bilan_correct")
    assert (differs["old"], differs["new"]) == ("58", "74")


CAPTIONED = build.data_table(("Année", "2024"), ("Territoires", "12"))


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (build.heading("Services suivis : 58"), "text"),
        (("data_table", {**CAPTIONED[1], "caption": "Services suivis : 58"}), "caption"),
    ],
)
def test_a_line_cites_figures_beside_its_words(world: World, block: build.Block, line: str) -> None:
    editor = Editor(world, block, TABLE)
    (found,) = editor.find("bilan_propose")
    assert (found["old"], found["new"]) == ("58", "58")
    [made] = editor.ask("bilan_propose", [found["key"]]).json()["blocks"]
    assert made["value"][line] == "Services suivis : 58"
    (cited,) = list_citations(made["value"]["cited"])
    assert (cited.html, cited.way) == ("58", "same")

    editor.write([made if raw["id"] == made["id"] else raw for raw in editor.body])
    assert editor.find("bilan_propose") == []
    editor.write(json.loads(json.dumps(editor.body).replace('"58"', '"74"')))
    (differs,) = editor.find("bilan_correct")
    assert (differs["old"], differs["new"]) == ("58", "74")
    [corrected] = editor.ask("bilan_correct", [differs["key"]]).json()["blocks"]
    assert corrected["value"][line] == "Services suivis : 74"
    assert corrected["value"]["cited"] == made["value"]["cited"].replace(">58<", ">74<")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("", ""),
        ("<script>alert(1)</script>58", ""),
        ('<bilan-figure of="n’importe quoi" as="same">58</bilan-figure>', ""),
        (
            'x<bilan-figure of="i.a.2024.result" as="same" onclick="x()">5</bilan-figure>',
            CITED_FIVE,
        ),
    ],
)
def test_a_form_keeps_citations_alone(sent: str, kept: str) -> None:
    assert CitationsBlock("text").clean(sent) == kept


def test_a_form_refuses_citations_without_end() -> None:
    with pytest.raises(ValidationError):
        CitationsBlock("text").clean(CITED_FIVE * 1000)


def test_only_the_introduction_of_a_report_cites() -> None:
    offered = {
        model: "citation" in model._meta.get_field("introduction").formfield().widget.features
        for model in (AnnualReportPage, ReportIndexPage, HomePage)
    }
    assert offered == {AnnualReportPage: True, ReportIndexPage: False, HomePage: False}


@pytest.mark.parametrize("path", ["bilan_propose", "bilan_correct"])
def test_who_may_not_edit_is_told_nothing(world: World, path: str) -> None:
    editor = Editor(world, build.prose("Nous suivons 58 services."), TABLE)
    editor.client.force_login(world.people["sans groupe"])

    assert editor.ask(path).status_code in (302, 403)
