"""Every block in every state of its fields, and every element in every rich text, in every form.

One document has all cases: a word that is missing names its case, and what fails as a whole is
looked for by halves.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from cms.pdf.elements import Setter, prose
from cms.pdf.material import build_look
from cms.pdf.nodes import Element
from cms.pdf.printout import build_printout
from cms.pdf.process import set_in_type
from reports import models
from reports.core.document.block import BLOCKS
from reports.core.document.part import Role
from tests.cms.matrix.cases import Case, Filler, build_body, list_elements, list_leaves, list_states
from tests.cms.matrix.outputs import (
    read_answer,
    read_csv,
    read_embeds,
    read_markdown,
    read_page,
    read_paper,
    read_workbook,
)
from tests.cms.matrix.rich_texts import ELEMENTS, RICH_TEXTS, write_element

pytestmark = pytest.mark.django_db(transaction=False)

Read = Callable[[Client], str]
Missing = list[tuple[str, str]]

FRAMED = ("chart", "indicator_table", "funding_table", "budget", "data_table")
REPORT: dict[str, Any] = {
    "heroTitle": "Bilan 2024",
    "path": "/bilan/2024",
    "language": "fr",
    "year": 2024,
    "date": None,
    "introduction": {"html": "", "text": ""},
    "seoDescription": "",
    "body": [],
    "notes": [],
    "essentials": [],
    "corrections": [],
}
SITE = {"printedBase": None, "publisher": "", "name": "Bilan", "licence": None}
AS_MARKDOWN = (
    "paragraph.text",
    "definitions.items.definition",
    "chart.transcription",
    "table.note",
)


@pytest.fixture
def filler(living: Any) -> Filler:
    keys = {name: record.pk for name, record in vars(living).items()}
    return Filler(keys | {"indicator": living.indicator.code})


@pytest.fixture
def check(publish: Any, client: Client) -> Callable[..., Missing]:
    """Publishes cases, and returns the case and the path of each word that a form lacks."""
    page: list[models.AnnualReportPage] = []

    def show(cases: list[Case], read: Read) -> str:
        if not page:
            page.append(publish(2024, build_body(cases)))
        elif [block.id for block in page[0].body] != [each["id"] for each in build_body(cases)]:
            page[0].body = build_body(cases)
            page[0].save()
        return read(client)

    def check(cases: list[Case], read: Read, is_wanted: Callable[[Case, str], bool]) -> Missing:
        try:
            text = show(cases, read)
        except Exception as error:
            names = [case.name for case in find_failing(cases, lambda some: show(some, read))]
            pytest.fail(f"{type(error).__name__} in {names}: {error}")
        return [
            (case.name, path)
            for case in cases
            for path, word in case.words.items()
            if is_wanted(case, path) and word not in text
        ]

    return check


def find_failing(cases: list[Case], show: Callable[[list[Case]], object]) -> list[Case]:
    """Return the first case that fails alone, or the fewest that fail together."""
    middle = len(cases) // 2
    for half in (cases[:middle], cases[middle:]):
        try:
            show(half)
        except Exception:
            return find_failing(half, show) if len(half) > 1 else half
    return cases


def is_any(case: Case, path: str) -> bool:
    return True


def is_framed(case: Case, path: str) -> bool:
    return case.kind in FRAMED


def is_figure(case: Case, path: str) -> bool:
    return find_role(case, path) is Role.FIGURE


def is_in_workbook(case: Case, path: str) -> bool:
    """Say whether a word is a figure, or stands in a table, which has a sheet of its own there."""
    role = find_role(case, path)
    return role is Role.FIGURE or (role is Role.TABLE and not path.endswith(".note"))


def find_role(case: Case, path: str) -> Role | None:
    """Return the role of a field; that of a part of a table is the table's."""
    parts = dict(list_leaves(BLOCKS[case.kind]))
    part = parts.get(path.split(" ")[0])
    return part.role if part else None


def test_every_block_in_every_state_is_whole_in_every_form(
    filler: Filler, check: Callable[..., Missing], record_property: Callable[..., None]
) -> None:
    cases = list(list_states(filler))

    assert check(cases, read_answer, is_any) == []
    assert check(cases, read_page, is_any) == []
    assert check(cases, read_embeds, is_framed) == []
    assert check(cases, read_paper, is_any) == []
    assert check(cases, read_workbook, is_in_workbook) == []
    assert check(cases, read_csv, is_figure) == []
    assert {case.kind for case in cases} == set(BLOCKS)
    assert len(cases) >= 400
    record_property("counted: states of blocks in every form", len(cases))


def test_every_element_in_every_rich_text_is_whole_in_every_form(
    filler: Filler,
    check: Callable[..., Missing],
    record_property: Callable[..., None],
) -> None:
    cases = list(list_elements(filler))

    assert check(cases, read_answer, is_any) == []
    assert check(cases, read_page, is_any) == []
    assert check(cases, read_paper, is_any) == []
    assert len(cases) >= 16 * len(ELEMENTS)
    record_property("counted: elements of rich text in every form", len(cases))


@pytest.mark.needs_app("reports.exchange")
def test_every_element_of_some_rich_texts_is_whole_in_markdown(
    filler: Filler, check: Callable[..., Missing], tmp_path: Path
) -> None:
    few = [case for case in list_elements(filler) if case.name.endswith(AS_MARKDOWN)]
    folders = (tmp_path / str(number) for number in range(1_000))

    assert check(few, lambda client: read_markdown(client, next(folders)), is_any) == []
    assert len(few) >= 5 * len(ELEMENTS)


def test_every_element_of_an_introduction_is_on_paper(publish: Any, client: Client) -> None:
    words = [f"zq{number}q" for number in range(len(ELEMENTS))]
    html = "".join(write_element(tag, word) for tag, word in zip(ELEMENTS, words, strict=True))
    publish(2024, [], introduction=f'{html}<p><a href="#rien">nulle part</a></p>')
    text = read_paper(client)

    assert [word for word in [*words, "nullepart"] if word not in text] == []


def test_no_pair_of_elements_costs_a_report_its_pdf() -> None:
    setter = Setter(None, "https://bilan.example")
    texts = {name: f"<p>mot</p>{html}" for name, html in RICH_TEXTS.items()}
    body: list[Element] = [
        prose(setter.prose({"html": html})) | {"block": name} for name, html in texts.items()
    ]
    printout = build_printout(REPORT, None, SITE, "") | build_look()
    made = set_in_type(printout | {"body": body, "attachments": []}, {}, settings.FRONTEND_THEME)

    assert made.plain == []
    assert len(body) == 1 + len(ELEMENTS) + len(ELEMENTS) ** 2
