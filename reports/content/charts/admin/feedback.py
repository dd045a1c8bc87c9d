"""Builds the panel beside a chart that is being typed: its drawing, remarks and transcription."""

import logging
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from reports.content.blocks.words import TRANSCRIPTION
from reports.content.charts.admin.chart_request import ChartRequest
from reports.content.charts.admin.render_worker import Busy, TooLong, worker
from reports.content.charts.points import Points
from reports.content.charts.process import NotDrawn
from reports.content.charts.spec import build_spec
from reports.content.tables import KeptTableBlock, Table
from reports.content.tables.changes import describe_changes
from reports.core.document.transcription import (
    Origin,
    find_origin,
    find_original_data,
    renew_basis,
    transcribe,
    transcribe_as_prose,
)

logger = logging.getLogger(__name__)

MAX_EXAMPLES = 20  # changes, and holes
SAID = {
    Origin.GENERATED: "Champ vide : les lecteurs liront le texte ci-dessous, tiré des données.",
    Origin.EDITED: "Écrite à la main, pour les données d’aujourd’hui.",
    Origin.OUTDATED: "Écrite à la main. Depuis, les données ont changé :",
    Origin.MISSING: "Champ vide : le texte sera tiré des données, dès qu’il y en aura.",
}
PICTURE = "Image seule : écrivez ici tout ce que l’on y lit, chaque valeur comprise."
ALONE = "Écrite à la main ; le graphique n’a pas de données."
FORGOTTEN = (
    "Écrite à la main pour d’autres données, que Bilan n’a pas gardées : relisez-la en entier."
)
TOO_LONG = (
    "Ce dessin demande trop de calcul pour un aperçu. S’il n’aboutit pas non plus à la "
    "publication, les lecteurs liront ses valeurs en tableau."
)


def build_feedback(asked: ChartRequest) -> dict[str, Any]:
    """Everything that the panel of a chart shows."""
    return {**draw_chart(asked), **describe_transcription(asked)}


def draw_chart(chart: ChartRequest) -> dict[str, Any]:
    """The drawing, with what is to be known of it; else why there is none."""
    empty = {"svg": "", "reason": "", "remark": "", "again": False}
    spec = build_spec(chart.title, chart.kind, chart.data, chart.unit)
    if spec is None:
        return {**empty, "reason": explain_no_drawing(chart)}
    try:
        return {**empty, "svg": worker.get_or_draw(spec), "remark": describe_omissions(chart)}
    except Busy:
        return {
            **empty,
            "reason": "Le serveur est occupé : ce graphique est en attente de dessin…",
            "again": True,
        }
    except TooLong:
        return {**empty, "reason": TOO_LONG}
    except NotDrawn as failure:
        logger.error("A chart was not drawn for its editor: %s.", failure)
        failed = "Le dessin a échoué. Il sera retenté à la prochaine modification."
        return {**empty, "reason": failed}


def explain_no_drawing(chart: ChartRequest) -> str:
    """Why nothing can be drawn."""
    if chart.kind == "picture":
        return (
            "Image seule : rien n’est dessiné. Choisissez l’image, écrivez son texte alternatif "
            "et sa transcription."
        )
    if not any(cell.raw.strip() for row in chart.data for cell in row.cells):
        return "Le dessin apparaîtra ici dès que des données seront saisies."
    if len(chart.data.columns) < 2:
        return "Il manque une colonne de valeurs : la première ne fait que nommer les lignes."
    if not any(cell.raw.strip() for row in chart.data for cell in row.cells[1:]):
        return "Aucune valeur n’est saisie : le dessin apparaîtra avec la première."
    return "Aucune valeur n’est un nombre seul : il n’y a rien à dessiner."


def describe_omissions(chart: ChartRequest) -> str:
    """Say what a drawing does not show, or shows poorly."""
    points = Points.from_table(chart.data)
    holes = [
        f"{points.categories[point.category]} ({point.text})"
        for point in points.all
        if point.value is None and point.text
    ]
    sentences = []
    if holes:
        more = f" et {len(holes) - MAX_EXAMPLES} autres" if len(holes) > MAX_EXAMPLES else ""
        sentences.append(
            f"Pas un nombre seul, donc pas dessiné : {', '.join(holes[:MAX_EXAMPLES])}{more}."
        )
    if chart.kind in ("line", "area") and len(points.categories) == 1:
        sentences.append("Une seule catégorie : la courbe se réduit à un point.")
    return " ".join(sentences)


def describe_transcription(chart: ChartRequest) -> dict[str, Any]:
    """Return the state of the transcription, what would be read without it, what the form keeps."""
    basis = renew_basis(chart.basis, chart.data, chart.words)
    original = find_original_data(basis, chart.data, chart.written_for)
    where = find_origin(basis, chart.data, chart.words)
    changes = (
        describe_changes(original, chart.data) if where is Origin.OUTDATED and original else []
    )
    note = SAID[where]
    if where is Origin.OUTDATED and not changes:
        note = FORGOTTEN
    if where is Origin.EDITED and not chart.data.rows:
        note = ALONE
    if where is Origin.MISSING and chart.kind == "picture":
        note = PICTURE
    if len(changes) > MAX_EXAMPLES:
        changes = [*changes[:MAX_EXAMPLES], f"et {len(changes) - MAX_EXAMPLES} autres changements"]
    return {
        "origin": where.value,
        "note": note,
        "changes": changes,
        "basis": basis,
        "written_for": serialize_hidden_table(original),
        "generated": transcribe(chart.title, chart.data, chart.unit),
        "draft": to_contentstate(transcribe_as_prose(chart.title, chart.data, chart.unit)),
    }


def serialize_hidden_table(table: Table) -> str:
    """Return a table as the hidden field of the form has it."""
    return KeptTableBlock().value_for_form(table)


def to_contentstate(html: str) -> str:
    """HTML as the editor of rich text takes it, in JSON."""
    return str(ContentstateConverter(TRANSCRIPTION).from_database_format(html))
