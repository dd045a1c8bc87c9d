"""Checks the objects in the JSON of an archive: required and optional fields, and their values."""

import datetime
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from django.db.models import CharField, ForeignKey, UUIDField
from django.db.models.fields.files import FileField

from reports.content.media.documents import TYPES
from reports.content.uploads.pictures import FORMATS
from reports.core.refusal import Refusal
from reports.exchange.archives.form import SEGMENT

Check = Callable[[Any], bool]
Fields = Mapping[str, Check]

NO_FIELDS: Fields = MappingProxyType({})
MAX_SMALL_INTEGER = 2**15 - 1
SHA256 = re.compile(r"[0-9a-f]{64}")
UPLOADS = {
    "original_images": set(FORMATS),
    "images": set(FORMATS),
    "documents": set(TYPES),
}
"""The folders of files, each with the suffixes of what it may hold."""


def check_object(
    file: str, place: str, value: Any, fields: Fields, optional: Fields = NO_FIELDS
) -> Any:
    """Return an object that has these fields, each as it should be. Raises Refusal."""
    if not isinstance(value, dict):
        raise Refusal(f"{file} : {place or 'le contenu'} devrait être un objet.")
    known = {**fields, **optional}
    for name in [*(fields.keys() - value.keys()), *(value.keys() - known.keys())]:
        what = "manque" if name in fields else "n’est pas un champ connu"
        raise Refusal(f"{file} : « {join(place, name)} » {what}.")
    for name, check in known.items():
        if name in value and not check(value[name]):
            raise Refusal(f"{file} : « {join(place, name)} » n’a pas la forme attendue.")
    return value


def check_list(
    file: str, place: str, value: Any, fields: Fields, optional: Fields = NO_FIELDS
) -> list[Any]:
    """Return a list of such objects. Raises Refusal."""
    if not isinstance(value, list):
        raise Refusal(f"{file} : {place or 'le contenu'} devrait être une liste.")
    for rank, each in enumerate(value, 1):
        check_object(file, f"{place}[{rank}]", each, fields, optional)
    return value


def check_unique(file: str, keys: Iterable[Any]) -> None:
    """Refuse a key that stands twice in a file."""
    seen = set()
    for key in keys:
        if key in seen:
            raise Refusal(f"{file} : « {key} » y est deux fois.")
        seen.add(key)


def join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name[:100]


def text(most: int = 50_000) -> Check:
    return lambda value: isinstance(value, str) and len(value) <= most


def integer(least: int = 0) -> Check:
    return lambda value: type(value) is int and value >= least


def small_integer(value: Any) -> bool:
    """Return whether every database can store this in a small column. SQLite takes any number."""
    return integer()(value) and value <= MAX_SMALL_INTEGER


def nullable(check: Check) -> Check:
    return lambda value: value is None or check(value)


def one_of(choices: Iterable[Any]) -> Check:
    allowed = tuple(choices)
    return lambda value: isinstance(value, str) and value in allowed


def is_object(value: Any) -> bool:
    return isinstance(value, dict)


def is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


def is_sha256(value: Any) -> bool:
    return isinstance(value, str) and SHA256.fullmatch(value) is not None


def is_uuid(value: Any) -> bool:
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        return False


def is_time(value: Any) -> bool:
    """Return whether this is a time with an offset from UTC, and valid in every time zone."""
    try:
        time = datetime.datetime.fromisoformat(value)
        return time.tzinfo is not None and datetime.MINYEAR < time.year < datetime.MAXYEAR
    except (TypeError, ValueError):
        return False


def is_date(value: Any) -> bool:
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        return False


def is_file_name(value: Any) -> bool:
    """Return whether this is the name of a stored picture or document."""
    if not isinstance(value, str):
        return False
    folder, _, name = value.partition("/")
    suffix = PurePosixPath(name).suffix.lower()
    return SEGMENT.fullmatch(name) is not None and suffix in UPLOADS.get(folder, ())


def shape_of_column(field: Any) -> Check:
    """Return the shape of a column of a model, as `Kind.encode` writes it."""
    if isinstance(field, UUIDField):
        check: Check = is_uuid
    elif isinstance(field, FileField):
        check = is_file_name
    elif field.choices:
        check = one_of([*dict(field.flatchoices), *([""] if field.blank else [])])
    elif isinstance(field, CharField):
        check = text(field.max_length or 50_000)
    elif "SmallInteger" in field.get_internal_type():
        check = small_integer
    elif isinstance(field, ForeignKey) or "Integer" in field.get_internal_type():
        check = integer()
    else:
        check = integer(1) if field.primary_key else text()
    return nullable(check) if field.null else check
