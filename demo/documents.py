"""Make the PDF summary of each demo report: `python demo/documents.py`.

A tool for whoever edits the demo: it wants reportlab and is run by hand; its PDF files are
committed. The indicators are read from the report. The size that a report types beside its
download link is brought up to date.
"""

import re
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

HERE = Path(__file__).parent
BLUE, PALE, INK = HexColor("#000091"), HexColor("#e3e3fd"), HexColor("#161616")

for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):  # both come with reportlab
    pdfmetrics.registerFont(TTFont(name, file))

HERO = ParagraphStyle("hero", fontName="Vera-Bold", fontSize=40, leading=50, textColor=BLUE)
HEADING = ParagraphStyle("heading", HERO, fontSize=24, leading=30, spaceAfter=18)
TEXT = ParagraphStyle("text", fontName="Vera", fontSize=14, leading=21, textColor=INK, spaceAfter=9)
FIGURE = ParagraphStyle("figure", HERO, fontSize=24, leading=30)
CELL = ParagraphStyle("cell", TEXT, fontSize=12, leading=16, spaceAfter=0)
RESULT = ParagraphStyle("result", CELL, fontName="Vera-Bold", textColor=BLUE)

NOTICE = (
    "Document de démonstration, composé pour Bilan à partir des chiffres que beta.gouv.fr publie "
    "sous Licence Ouverte 2.0. Il ne remplace pas le bilan officiel."
)
FACTS = {
    2023: (
        ("213", "services accompagnés ou pérennisés au début de 2024"),
        ("24", "services à impact national, dont 6 de plus en 2023"),
        ("154", "agents publics venus à la méthode dans l’année"),
        ("plus de 1 200", "membres actifs"),
        ("17", "incubateurs au travail, et 4 autres en préparation"),
    ),
    2024: (
        ("248", "services accompagnés ou pérennisés au début de 2025"),
        ("30", "services à impact national, dont 7 de plus en 2024"),
        ("217", "agents publics venus à la méthode dans l’année"),
        ("plus de 1 500", "membres actifs"),
        ("20", "incubateurs au travail, dont 3 nés en 2024"),
    ),
}
MONEY = {
    2023: (
        "Le programme a disposé de 5 589 773 € en 2023. Plus de la moitié, 3 114 114 €, a servi au "
        "cofinancement de services portés par des partenaires.",
        "Le FAST a retenu 18 lauréats, dans ses promotions 12 et 13, et promis 4,16 millions "
        "d’euros.",
    ),
    2024: (
        "Le programme a disposé de 5 869 442 € en 2024. Plus de la moitié, 3 370 820 €, a servi au "
        "cofinancement de services portés par des partenaires.",
        "Le FAST a retenu 16 lauréats, dans ses promotions 14 et 15, qui se sont partagé 2,48 "
        "millions d’euros.",
    ),
}


def indicator_rows(report: str) -> list[list[Paragraph]]:
    """Read the indicator table of a report, without the definitions."""
    lines = report[report.index("| Indicateurs") :].split("\n\n")[0].splitlines()
    cells = [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in lines]
    rows = [[Paragraph(title, RESULT) for title in cells[0]]]
    for words, before, target, result in cells[2:]:
        name, _, _ = words.partition("**")
        plain = [Paragraph(text, CELL) for text in (name, before, target)]
        rows.append([*plain, Paragraph(result, RESULT)])
    return rows


def pages_of(year: int, report: str) -> list[Flowable]:
    figures = [[Paragraph(figure, FIGURE), Paragraph(words, TEXT)] for figure, words in FACTS[year]]
    rules = [("LINEBELOW", (0, 0), (-1, -1), 0.8, PALE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    return [
        Spacer(1, 4 * cm),
        Paragraph(f"Bilan {year}", HERO),
        Paragraph("beta.gouv.fr en quelques pages", HEADING),
        Paragraph(NOTICE, TEXT),
        PageBreak(),
        Paragraph("Cinq repères", HEADING),
        Table(figures, colWidths=(7.5 * cm, 17 * cm), style=rules),
        PageBreak(),
        Paragraph("Les indicateurs suivis par le Parlement", HEADING),
        Table(indicator_rows(report), colWidths=(12.5 * cm, 4 * cm, 4 * cm, 4 * cm), style=rules),
        PageBreak(),
        Paragraph("L’argent du programme", HEADING),
        *(Paragraph(paragraph, TEXT) for paragraph in MONEY[year]),
    ]


def make_document(year: int) -> None:
    source = HERE / str(year) / f"bilan-{year}.md"
    report = source.read_text(encoding="utf-8")
    path = source.with_name(f"bilan_demo_{year}.pdf")
    SimpleDocTemplate(
        str(path),
        pagesize=landscape(A4),
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        title=f"Bilan {year} (démonstration)",
        author="Bilan",
        subject=NOTICE,
        lang="fr-FR",
        displayDocTitle=True,
        invariant=True,  # no date: the same report gives the same bytes
    ).build(pages_of(year, report))
    size = f"{path.stat().st_size / 1024:.2f}".replace(".", ",")
    source.write_text(re.sub(r"PDF – [\d,]+ KB", f"PDF – {size} KB", report), encoding="utf-8")


if __name__ == "__main__":
    for year in (2023, 2024):
        make_document(year)
