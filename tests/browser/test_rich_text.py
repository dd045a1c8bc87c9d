"""The renderer of the guide makes of a tree what a browser makes of the HTML."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser

from reports.content.models import AnnualReportPage
from reports.exchange.importing.importer import Request, run_import

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "frontend.md").read_text(encoding="utf-8")
TREE = "tree { kind parent text lang start title scope columnSpan rowSpan link { index href } }"
# What a reader sees of a box: its elements by today's names, what they say, and words.
COMPARE = """([texts]) => {
    const names = { B: "STRONG", I: "EM" };
    const collapse = (words) => words.replace(/[ \\t\\r\\n\\f]+/g, " ").trim();
    const h = (name, attributes, children) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        element.append(...children);
        return element;
    };
    const shape = (node) => [...node.childNodes].flatMap((child) => {
        if (child.nodeType === Node.TEXT_NODE) return collapse(child.data);
        const said = ["href", "lang", "title", "scope", "start", "colspan", "rowspan"];
        const attributes = said.map((name) => child.getAttribute(name) ?? "").join("|");
        return [`<${names[child.tagName] ?? child.tagName} ${attributes}>`, ...shape(child), "</>"];
    }).filter(Boolean);
    return texts.map(({ html, tree }) => {
        const box = document.createElement("div");
        const rendered = document.createElement("div");
        box.innerHTML = html;
        rendered.append(...richText(tree, h, (link) => link.href));
        const anchors = [...box.querySelectorAll("a")];
        const marked = tree.filter(({ link }) => link).every(({ link: { index, href } }) =>
            anchors[index].getAttribute("href") === href);
        return { html: shape(box), tree: shape(rendered), words: [box, rendered].map(
            (each) => document.body.appendChild(each).innerText), marked };
    });
}"""


def renderer() -> str:
    """The renderer as the guide has it."""
    found = re.search(r"^// rich-text\.mjs\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found
    code = found[1]
    assert len(code.splitlines()) <= 32
    return code.replace("export ", "")


def rich_texts(value: Any) -> list[dict[str, Any]]:
    """Every rich text in an answer."""
    if isinstance(value, list):
        return [text for each in value for text in rich_texts(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if "tree" in value else []
    return own + [text for each in value.values() for text in rich_texts(each)]


def ask_texts(year: int) -> list[dict[str, Any]]:
    query = (ROOT / "graphql" / "queries" / "report.graphql").read_text(encoding="utf-8")
    query = query.replace("fragment Text on RichText {", "fragment Text on RichText {\n  " + TREE)
    asked = {"query": query, "variables": {"year": year}}
    answer = Client().post("/graphql/", asked, content_type="application/json").json()
    assert "errors" not in answer, answer
    return [text for text in rich_texts(answer["data"]["report"]) if text["html"]]


def assert_alike(browser: Browser, texts: list[dict[str, Any]]) -> None:
    page = browser.new_page()
    page.add_script_tag(content=renderer())
    compared = page.evaluate(COMPARE, [texts])
    page.close()

    for text, each in zip(texts, compared, strict=True):
        assert each["tree"] == each["html"], json.dumps(text, ensure_ascii=False)
        assert each["words"][0] == each["words"][1]
        assert each["marked"]


def test_all_of_the_demonstration(demo: AnnualReportPage, browser: Browser) -> None:
    texts = [text for year in (2023, 2024) for text in ask_texts(year)]

    assert len(texts) > 50
    assert any(node["link"] for text in texts for node in text["tree"])
    assert_alike(browser, texts)


def test_all_of_the_real_reports(
    report: AnnualReportPage, browser: Browser, real_reports: Path
) -> None:
    report.delete()
    for year in (2023, 2024):
        folder = real_reports / str(year)
        run_import(Request(file=folder / f"{year}.md", assets=folder, publish=True))
    texts = [text for year in (2023, 2024) for text in ask_texts(year)]

    assert len(texts) > 50
    assert_alike(browser, texts)
