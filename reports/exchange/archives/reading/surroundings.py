"""Checks the rows that a version in an archive cites, whose ids are those of another database."""

from typing import Any

from reports.core.refusal import Refusal
from reports.core.text.addresses import internal_path, is_safe
from reports.exchange.archives.archive import Row
from reports.exchange.archives.reading import shapes
from reports.publishing.versions.public_fields import KINDS, RENDITION

SCHEMA_VERSION = 1
AROUND = {
    "schema": shapes.integer(1),
    "rows": shapes.is_object,
    "first_published_at": shapes.nullable(shapes.is_time),
}
PAGE = {
    "id": shapes.integer(1),
    "public_id": shapes.is_uuid,
    "title": shapes.text(255),
    "path": lambda value: isinstance(value, str) and is_path(value),
}


def is_path(value: str) -> bool:
    return is_safe(value) and internal_path(value) == value != ""


def check_surroundings(file: str, around: Any) -> None:
    """Refuse rows that could not be read back, or that point at each other wrongly."""
    shapes.check_object(file, "", around, AROUND)
    if around["schema"] > SCHEMA_VERSION:
        raise Refusal(f"{file} : écrit par une version plus récente de Bilan ; mettez-le à jour.")
    rows: dict[str, list[Row]] = around["rows"]
    for kind, listed in rows.items():
        check_rows(file, kind, listed)
    pictures = {row["id"]: row["public_id"] for row in rows.get("picture", ())}
    for row in rows.get("rendition", ()):
        if pictures.get(row["image_id"]) != row["public_id"]:
            raise Refusal(f"{file} : une taille d’image n’est d’aucune des images citées.")


def check_rows(file: str, kind: str, listed: Any) -> None:
    place = f"rows.{kind[:20]}"
    if kind == "page":
        shapes.check_list(file, place, listed, PAGE)
    elif kind in (*KINDS, "rendition"):
        known = RENDITION if kind == "rendition" else KINDS[kind]
        columns = {field.attname: shapes.shape_of_column(field) for field in known.fields}
        required = {name: columns.pop(name) for name in ("id", *shown_by(kind))}
        required["public_id"] = shapes.text(255)
        shapes.check_list(file, place, listed, required, columns)
    else:
        raise Refusal(f"{file} : « {kind[:50]} » n’est pas un genre connu.")
    shapes.check_unique(file, [row["id"] for row in listed])
    for row in listed:
        check_row(file, kind, row)


def shown_by(kind: str) -> tuple[str, ...]:
    """Return the columns without which a row cannot be shown."""
    if kind == "rendition":
        return "image_id", "filter_spec", "file", "width", "height"
    files = ("file",) if kind in ("picture", "document") else ("name",)
    return KINDS[kind].key, *files


def check_row(file: str, kind: str, row: Row) -> None:
    if kind in KINDS and row[KINDS[kind].key] != row["public_id"]:
        raise Refusal(f"{file} : « {row['public_id'][:100]} » n’est pas la clé de sa fiche.")
    for name, value in row.items():
        if name.endswith("url") and not is_safe(value):
            raise Refusal(f"{file} : {kind} {row['public_id'][:100]} a une adresse refusée.")
