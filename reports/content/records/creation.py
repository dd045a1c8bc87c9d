"""Creates a record from within a form: always as a draft (ADR 4), with a name and a key."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from reports.content.models import User
from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet
from reports.content.records.lookalikes import Lookalikes
from reports.content.records.lookup import fold_text
from reports.content.records.serializers import get_key
from reports.core.text.stems import LIGATURES

MAX_KEY_CHARACTERS = 100
SEPARATORS = re.compile(r"[^a-z0-9.]+")


@dataclass
class Refusal(Exception):
    """Raised when a record is not created: the reasons by field, and the existing records."""

    errors: dict[str, str]
    existing: list[Snippet] = field(default_factory=list)


def propose_key(model: type[Snippet], name: str) -> str:
    """Return a key made of a name that no record has yet: « Démarches simplifiées », then …-2."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LIGATURES))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    base = SEPARATORS.sub("-", bare)[:MAX_KEY_CHARACTERS].strip("-.") or str(model._meta.model_name)
    of_key = {f"{model.key_field}__startswith": base}
    taken = set(model._default_manager.filter(**of_key).values_list(model.key_field, flat=True))
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def list_fields(model: type[Snippet]) -> list[dict[str, str]]:
    """Return the fields that are asked beside the name, with label and help as in the full form.

    By its website a record is known that has another name.
    """
    kind, listed = find_kind(model), []
    for name in filter(None, (model.key_field, *kind.required, kind.address)):
        of_model: Any = model._meta.get_field(name)
        label = str(of_model.verbose_name).capitalize()
        listed.append({"name": name, "label": label, "help": str(of_model.help_text)})
    return listed


def create_record(
    model: type[Snippet], submitted: Mapping[str, str], user: User, anyway: bool = False
) -> Snippet:
    """Make a draft; raise `Refusal` where a key is taken, or name or website unless `anyway`."""
    names = ("name", *(each["name"] for each in list_fields(model)))
    record = model(live=False, **{name: read_field(model, name, submitted) for name in names})
    if not get_key(record):
        setattr(record, model.key_field, propose_key(model, record.name))
    same_key = model._default_manager.filter(**{model.key_field: get_key(record)})
    if existing := list(same_key.select_related(*model.list_related())):
        raise Refusal(
            {model.key_field: f"Cette clé est déjà celle de « {existing[0]} »."}, existing
        )
    if not anyway:
        refuse_lookalikes(model, record)
    try:
        record.full_clean()
        with transaction.atomic():
            record.save()
            log(record, "wagtail.create", user=user)
    except ValidationError as error:
        messages = {name: " ".join(lines) for name, lines in error.message_dict.items()}
        raise Refusal(messages) from error
    except IntegrityError as error:
        raise Refusal({model.key_field: "Cette clé vient d’être prise."}) from error
    return record


def refuse_lookalikes(model: type[Snippet], record: Snippet) -> None:
    """Raise `Refusal` where other records have the name or the website of a new one."""
    existing = Lookalikes.load(model).find_others(record)
    if not existing:
        return
    if fold_text(existing[0].name) == fold_text(record.name):
        raise Refusal({"name": f"Une fiche porte déjà ce nom : « {existing[0]} »."}, existing)
    site = find_kind(model).address
    raise Refusal({site: f"Une fiche a déjà ce site : « {existing[0]} »."}, existing)


def read_field(model: type[Snippet], name: str, submitted: Mapping[str, str]) -> str | None:
    """Return what was typed in a field; None where nothing was and the field may be null."""
    value = submitted.get(name, "").replace("\x00", "").strip()
    return value or (None if model._meta.get_field(name).null else "")
