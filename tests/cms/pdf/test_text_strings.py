"""A PDF that is taken for a page has no markup of its report in it."""

import io
from typing import Any

from bs4 import BeautifulSoup
from pikepdf import Dictionary, Name, Pdf, String

from cms.pdf.text_strings import hide_markup
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import Make
from .test_pdf import check_standards

MARKUP = '<form w-swap="/admin/"><button w-action>Ete</button></form>'
GADGETS = ["form", "button", "b", "script"]


def test_titles_stand_in_no_pdf_as_markup(publish: Any, make: Make) -> None:
    chart = build.chart(MARKUP, ["<b>DINUM", "59"], ["<b>Écologie", "43"], source=MARKUP)
    body = stored(build.heading(MARKUP), chart, build.prose("Mots."))
    given = {"hero_title": MARKUP, "seo_title": MARKUP, "search_description": MARKUP}
    data = make(publish(2024, body, **given))
    page = BeautifulSoup(data.decode("latin-1"), "lxml")

    assert page.find_all(GADGETS) == []
    assert not [tag for tag in page.find_all(True) if "w-swap" in tag.attrs]
    check_standards(data)
    with Pdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == MARKUP
        assert str(pdf.docinfo["/Subject"]) == MARKUP
        names = [str(name) for name in pdf.attachments]
        assert names == ["donnees.csv", "donnees.json"]
        assert b"<b>DINUM" in pdf.attachments["donnees.csv"].get_file().read_bytes()


def test_strings_are_found_wherever_they_are() -> None:
    pdf = Pdf.new()
    link = Dictionary(S=Name.URI, URI=String(b"https://bilan.example/?<b>"))
    inner = [Dictionary(Alt=String("<b>Été"), A=link), String(b"plain"), String("Ａ <i>")]
    pdf.Root.Extra = pdf.make_indirect(Dictionary(K=inner, T=String("a < b")))
    hide_markup(pdf)
    written = io.BytesIO()
    pdf.save(written)

    assert BeautifulSoup(written.getvalue().decode("latin-1"), "lxml").find_all(["b", "i"]) == []
    with Pdf.open(io.BytesIO(written.getvalue())) as read:
        extra = read.Root.Extra
        assert str(extra.T) == "a < b"
        assert [str(extra.K[0].Alt), str(extra.K[1]), str(extra.K[2])] == [
            "<b>Été",
            "plain",
            "Ａ <i>",
        ]
        assert str(extra.K[0].A.URI) == "https://bilan.example/?%3Cb%3E"
