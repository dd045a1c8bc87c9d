"""What an editor is told of a chart: its drawing or why there is none, where its words stand."""

import logging
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from reports.blocks.text import PROSE
from reports.charts.desk.asked import Asked
from reports.charts.desk.easel import Busy, Late, easel
from reports.charts.points import Points
from reports.charts.process import NotDrawn
from reports.charts.spec import spec
from reports.tables import KeptTableBlock, Table
from reports.tables.changes import changes
from reports.transcription import Origin, follow, origin, prose, transcribe, written_for

logger = logging.getLogger(__name__)

SHOWN = 20  # changes, and holes
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


def told(asked: Asked) -> dict[str, Any]:
    """Everything that the panel of a chart shows."""
    return {**drawing(asked), **words(asked)}


def drawing(asked: Asked) -> dict[str, Any]:
    """The drawing, with what is to be known of it; else why there is none."""
    empty = {"svg": "", "reason": "", "remark": "", "again": False}
    found = spec(asked.title, asked.kind, asked.data, asked.unit)
    if found is None:
        return {**empty, "reason": reason(asked)}
    try:
        return {**empty, "svg": easel.drawn(found), "remark": remark(asked)}
    except Busy:
        return {**empty, "reason": "D’autres graphiques sont en cours de dessin…", "again": True}
    except Late:
        late = "Ce dessin est trop long pour un aperçu : il sera fait à la publication."
        return {**empty, "reason": late}
    except NotDrawn as failure:
        logger.error("A chart was not drawn for its editor: %s.", failure)
        failed = "Le dessin a échoué. Il sera retenté à la prochaine modification."
        return {**empty, "reason": failed}


def reason(asked: Asked) -> str:
    """Why nothing can be drawn."""
    if asked.kind == "picture":
        return (
            "Image seule : rien n’est dessiné. Choisissez l’image, écrivez son texte alternatif "
            "et sa transcription."
        )
    if not any(cell.raw.strip() for row in asked.data for cell in row.cells):
        return "Le dessin apparaîtra ici dès que des données seront saisies."
    if len(asked.data.columns) < 2:
        return "Il manque une colonne de valeurs : la première ne fait que nommer les lignes."
    if not any(cell.raw.strip() for row in asked.data for cell in row.cells[1:]):
        return "Aucune valeur n’est saisie : le dessin apparaîtra avec la première."
    return "Aucune valeur n’est un nombre seul : il n’y a rien à dessiner."


def remark(asked: Asked) -> str:
    """What a drawing does not show, or shows poorly."""
    points = Points.of(asked.data)
    holes = [
        f"{points.categories[point.category]} ({point.text})"
        for point in points.all
        if point.value is None and point.text
    ]
    said = []
    if holes:
        more = f" et {len(holes) - SHOWN} autres" if len(holes) > SHOWN else ""
        said.append(f"Pas un nombre seul, donc pas dessiné : {', '.join(holes[:SHOWN])}{more}.")
    if asked.kind in ("line", "area") and len(points.categories) == 1:
        said.append("Une seule catégorie : la courbe se réduit à un point.")
    return " ".join(said)


def words(asked: Asked) -> dict[str, Any]:
    """Where the transcription stands, what would be read without it, and what the form keeps."""
    basis = follow(asked.basis, asked.data, asked.words)
    kept = written_for(basis, asked.data, asked.written_for)
    where = origin(basis, asked.data, asked.words)
    found = changes(kept, asked.data) if where is Origin.OUTDATED and kept else []
    note = SAID[where]
    if where is Origin.OUTDATED and not found:
        note = FORGOTTEN
    if where is Origin.EDITED and not asked.data.rows:
        note = ALONE
    if where is Origin.MISSING and asked.kind == "picture":
        note = PICTURE
    if len(found) > SHOWN:
        found = [*found[:SHOWN], f"et {len(found) - SHOWN} autres changements"]
    return {
        "origin": where.value,
        "note": note,
        "changes": found,
        "basis": basis,
        "written_for": stored(kept),
        "generated": transcribe(asked.title, asked.data, asked.unit),
        "draft": draft(prose(asked.title, asked.data, asked.unit)),
    }


def stored(table: Table) -> str:
    """As the form's hidden field has it."""
    return KeptTableBlock().value_for_form(table)


def draft(html: str) -> str:
    """HTML as the editor of rich text takes it, in JSON."""
    return str(ContentstateConverter(PROSE).from_database_format(html))
