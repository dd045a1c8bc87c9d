"""Parses the versions of an archive, their corrections, and their statements of indicators."""

from typing import Any

from reports.core.document.figure_blocks import Chart
from reports.core.refusal import Refusal
from reports.exchange.archives.archive import ArchivedVersion, Row
from reports.exchange.archives.bag import OpenBag
from reports.exchange.archives.describing.versions import (
    CORRECTION_FIELDS,
    FIELDS,
    STATEMENT_DEFAULTS,
    STATEMENT_FIELDS,
)
from reports.exchange.archives.form import CORRECTIONS, STATEMENTS, VERSIONS, name_version
from reports.exchange.archives.reading import shapes
from reports.exchange.archives.reading.content import check_content, list_references
from reports.exchange.archives.reading.safe_drawing import MAX_DRAWING_CHARACTERS, is_safe_drawing
from reports.exchange.archives.reading.strict_json import load_json
from reports.exchange.archives.reading.surroundings import check_surroundings
from reports.publishing.models import Correction, CorrectionKind, EarlierStatement, ReportVersion
from reports.publishing.versions import stored_bytes

OWN_SHAPES = {
    "number": shapes.integer(1),
    "compared_with": shapes.integer(1),
    "order": shapes.integer(1),
    "published_at": shapes.is_time,
    "withdrawn_at": shapes.nullable(shapes.is_time),
    "sha256": shapes.is_sha256,
    "period_start": shapes.is_date,
    "period_end": shapes.is_date,
    "is_typo": shapes.is_boolean,
    "author_name": lambda value: shapes.text(255)(value) and "@" not in value,
}
WORDS = ("sentence", "place", "before", "after")


def shape_of(model: Any, names: tuple[str, ...]) -> dict[str, shapes.Check]:
    """Return the shapes of columns of a model."""
    get_field = model._meta.get_field
    return {name: OWN_SHAPES.get(name) or shapes.shape_of_column(get_field(name)) for name in names}


def read_versions(bag: OpenBag) -> tuple[ArchivedVersion, ...]:
    """Return the versions of an archive. Raises Refusal."""
    listed = load_json(VERSIONS, bag.read(VERSIONS))
    shapes.check_list(VERSIONS, "", listed, shape_of(ReportVersion, FIELDS))
    if not listed or [row["number"] for row in listed] != list(range(1, len(listed) + 1)):
        raise Refusal(f"{VERSIONS} : les numéros devraient aller de 1 au dernier, sans trou.")
    if listed[-1]["withdrawn_at"]:
        raise Refusal(f"{VERSIONS} : la dernière version est retirée ; un bilan public en a une.")
    return tuple(read_version(bag, row) for row in listed)


def read_version(bag: OpenBag, fields: Row) -> ArchivedVersion:
    """Return a version whose content has the hash that it is cited by."""
    number = fields["number"]
    name = name_version(number)
    if fields["withdrawn_at"]:
        if name in bag.hashes:
            raise Refusal(f"{name} : la version {number} est retirée, elle n’a plus de contenu.")
        if not fields["withdrawal_reason"].strip():
            raise Refusal(f"{VERSIONS} : la version {number} est retirée sans raison.")
        if fields["author_name"]:
            raise Refusal(f"{VERSIONS} : la version {number} est retirée, elle n’a plus d’auteur.")
        return ArchivedVersion(fields)
    if fields["withdrawal_reason"]:
        raise Refusal(f"{VERSIONS} : la version {number} a une raison d’être retirée, sans l’être.")
    data = bag.read(name)
    if stored_bytes.digest(data) != fields["sha256"]:
        raise Refusal(f"{name} : ce n’est pas le contenu dont la version {number} a l’empreinte.")
    content = load_json(name, data)
    document = check_content(name, content)
    list_references(name, content, document)
    if content["report"]["year"] != fields["year"]:
        raise Refusal(f"{name} : l’année n’est pas celle de la version {number}.")
    around = name_version(number, "surroundings")
    surroundings = bag.read(around)
    check_surroundings(around, load_json(around, surroundings))
    charts = {block.id for block in document.blocks if isinstance(block, Chart)}
    drawings = read_drawings(bag, number, charts)
    return ArchivedVersion(fields, data, surroundings, drawings)


def read_drawings(bag: OpenBag, number: int, charts: set[str]) -> tuple[Row, ...]:
    name = name_version(number, "drawings")
    drawings = load_json(name, bag.read(name), MAX_DRAWING_CHARACTERS)
    shapes.check_list(
        name, "", drawings, {"block": shapes.text(), "svg": shapes.text(MAX_DRAWING_CHARACTERS)}
    )
    shapes.check_unique(name, [row["block"] for row in drawings])
    for row in drawings:
        if row["block"] not in charts:
            raise Refusal(f"{name} : « {row['block'][:100]} » n’est pas un graphique du bilan.")
        if not is_safe_drawing(row["svg"]):
            raise Refusal(f"{name} : le dessin de {row['block'][:100]} n’est pas accepté.")
    return tuple(drawings)


def read_corrections(bag: OpenBag, versions: tuple[ArchivedVersion, ...]) -> list[Row]:
    """Return what versions corrected; what a withdrawn one said is erased."""
    rows = load_json(CORRECTIONS, bag.read(CORRECTIONS))
    fields = shape_of(Correction, CORRECTION_FIELDS) | {"version": shapes.integer(1)}
    fields["kind"] = shapes.one_of(CorrectionKind.values)
    shapes.check_list(CORRECTIONS, "", rows, fields)
    shapes.check_unique(CORRECTIONS, [(row["version"], row["order"]) for row in rows])
    readable = {each.number for each in versions if each.content is not None}
    for row in rows:
        pair = {row["version"], row["compared_with"]}
        if row["version"] > len(versions) or row["compared_with"] >= row["version"]:
            raise Refusal(f"{CORRECTIONS} : une correction compare des versions qui n’y sont pas.")
        if not pair <= readable and any(row[name] for name in WORDS):
            raise Refusal(f"{CORRECTIONS} : une correction répète une version retirée.")
    return list(rows)


def read_statements(bag: OpenBag, versions: tuple[ArchivedVersion, ...]) -> list[Row]:
    """Return what earlier versions stated of indicators."""
    rows = load_json(STATEMENTS, bag.read(STATEMENTS))
    fields = shape_of(EarlierStatement, STATEMENT_FIELDS) | {"version": shapes.integer(1)}
    fields["kind"] = shapes.one_of(("result", "target"))
    optional = shape_of(EarlierStatement, tuple(STATEMENT_DEFAULTS))
    shapes.check_list(STATEMENTS, "", rows, fields, optional)
    readable = {each.number for each in versions if each.content is not None}
    if any(row["version"] not in readable for row in rows):
        raise Refusal(f"{STATEMENTS} : une valeur est d’une version qui n’y est pas.")
    return list(rows)
