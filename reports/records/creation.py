"""Making a record on the spot: a draft, whoever makes it (see ADR 4), with a name and a key."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from reports.models import User
from reports.models.snippets import Snippet
from reports.records.described import key_of
from reports.records.finding import namesakes
from reports.search.stems import LIGATURES

# Model -> what a report is at a loss without, beside name and key.
ASKED = {"indicator": ("unit",), "fundinground": ("year",)}
LONGEST_PROPOSAL = 100
BETWEEN = re.compile(r"[^a-z0-9.]+")


@dataclass
class Refusal(Exception):
    """Why no record was made: messages by field, and the records that are there already."""

    errors: dict[str, str]
    existing: list[Snippet] = field(default_factory=list)


def proposed(model: type[Snippet], name: str) -> str:
    """A key made of a name that no record has yet: « Démarches simplifiées », then …-2."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LIGATURES))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    wanted = BETWEEN.sub("-", bare)[:LONGEST_PROPOSAL].strip("-.") or str(model._meta.model_name)
    of_key = {f"{model.key_field}__startswith": wanted}
    taken = set(model._default_manager.filter(**of_key).values_list(model.key_field, flat=True))
    number, key = 1, wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key


def fields(model: type[Snippet]) -> list[dict[str, str]]:
    """What is asked beside the name: each with its label and help, as the record's own form."""
    found = []
    for name in (model.key_field, *ASKED.get(str(model._meta.model_name), ())):
        of_model: Any = model._meta.get_field(name)
        label = str(of_model.verbose_name).capitalize()
        found.append({"name": name, "label": label, "help": str(of_model.help_text)})
    return found


def create(
    model: type[Snippet], given: Mapping[str, str], user: User, anyway: bool = False
) -> Snippet:
    """Makes a draft; raises `Refusal` where a key is taken, or a name unless `anyway`."""
    asked = ("name", *(each["name"] for each in fields(model)))
    record = model(live=False, **{name: typed(model, name, given) for name in asked})
    if not key_of(record):
        setattr(record, model.key_field, proposed(model, record.name))
    same_key = model._default_manager.filter(**{model.key_field: key_of(record)})
    if existing := list(same_key.select_related(*model.beside)):
        raise Refusal(
            {model.key_field: f"Cette clé est déjà celle de « {existing[0]} »."}, existing
        )
    if not anyway and (existing := namesakes(model, record.name)):
        raise Refusal({"name": f"Une fiche porte déjà ce nom : « {existing[0]} »."}, existing)
    try:
        record.full_clean()
        with transaction.atomic():
            record.save()
            log(record, "wagtail.create", user=user)
    except ValidationError as error:
        told = {name: " ".join(messages) for name, messages in error.message_dict.items()}
        raise Refusal(told) from error
    except IntegrityError as error:
        raise Refusal({model.key_field: "Cette clé vient d’être prise."}) from error
    return record


def typed(model: type[Snippet], name: str, given: Mapping[str, str]) -> str | None:
    """What was typed in a field; nothing where nothing was and the field may be null."""
    value = given.get(name, "").replace("\x00", "").strip()
    return value or (None if model._meta.get_field(name).null else "")
