"""Builders of things that nobody may see, full of canaries. What hides them is the caller's."""

import datetime
import json
import uuid
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Revision,
)

from reports import models
from reports.content.models.record_kind import find_kind, get_kinds_by_name, list_kinds
from reports.content.models.snippet import Snippet
from reports.core.document.block_ids import derive_new_ids

from ..bodies import Body, block
from .sample_records import find_root, list_words
from .scenario import World, again, body_about, png
from .secret import Secret

SNIPPETS: dict[str, type[Snippet]] = {kind.name: kind.model for kind in list_kinds()}
RESTRICTIONS = ("login", "password", "groups")


def past() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(hours=1)


def future() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(hours=1)


def report_body(world: World, secret: Secret) -> Body:
    """A whole body about public records: their series and mentions would show it."""
    body = secret.stained(derive_new_ids(body_about(world.records), secret.word()))
    text = json.dumps(body)
    for said, hidden in (('"7"', '"123456"'), ('"11"', '"654321"'), ('"442"', '"777777"')):
        text = text.replace(said, hidden)
    return json.loads(text)


def add_page(kind: type[Page], parent: Page, secret: Secret, **fields: Any) -> Any:
    """A page with canaries for words; hidden as `fields` say."""
    words = {
        "title": f"Bilan {secret.word()}",
        "slug": secret.word(),
        "seo_title": secret.word(),
        "search_description": secret.word(),
    }
    made = parent.add_child(instance=kind(**{**words, **fields}))
    secret.keep(made.translation_key)
    path = made.url_path[len("/accueil-public") :]
    secret.guess("urlPath", path)
    secret.guess("id", str(made.translation_key))
    for name in ("pages", "children"):
        secret.guess(f"{name}.cursor", [str(made.translation_key)])
    return made


def add_report(
    world: World, secret: Secret, parent: Page | None = None, year: int = 2021, **fields: Any
) -> models.AnnualReportPage:
    """A report of a year that no public report has."""
    report = add_page(
        models.AnnualReportPage,
        parent or world.index,
        secret,
        year=year,
        hero_title=secret.word(),
        introduction=secret.html(),
        **{"slug": str(year), **fields},
    )
    report.body = json.dumps(report_body(world, secret))
    report.save()
    secret.guess("year", year)
    secret.guess("reports.cursor", [year, str(report.translation_key)])
    return report


def add_content(world: World, secret: Secret, parent: Page | None = None, **fields: Any) -> Any:
    """A plain page."""
    made = add_page(models.ContentPage, parent or world.home, secret, **fields)
    made.body = json.dumps(
        derive_new_ids([block(1, "paragraph", {"text": secret.html()})], secret.word())
    )
    made.save()
    return made


def restrict(page: Page, kind: str, secret: Secret) -> None:
    """Asks for a login, a password or a group on `page` and below it."""
    password = secret.word() if kind == "password" else ""
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password=password)


def close(collection: Collection, kind: str = "login") -> Collection:
    """Makes a collection private, and what is in it and below it."""
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=kind, password="x" if kind == "password" else ""
    )
    return collection


def add_snippet(name: str, secret: Secret, **fields: Any) -> Any:
    """A record with canaries for words and key."""
    kind = get_kinds_by_name()[name]
    record = kind.model(name=f"Mano {secret.word()}", **fields)
    for field in list_words(kind):
        setattr(record, field, f"Aider {secret.word()}")
    setattr(record, kind.key_field, secret.guess(kind.key_field, secret.word()))
    record.save()
    cursor = f"{find_root(kind)}.cursor"
    secret.guess(cursor, [record.name, getattr(record, kind.key_field)])
    secret.guess(cursor, [record.pk, ""])
    return record


def add_picture(secret: Secret, collection: Collection) -> models.Picture:
    word = secret.word()
    picture = models.Picture.objects.create(
        title=secret.word(),
        description=secret.word(),
        credit=secret.word(),
        key=secret.keep(uuid.uuid4()),
        file=ContentFile(png("red", word.encode()), f"{secret.word()}.png"),
        collection=collection,
    )
    for file in (picture.file, *(rendition.file for rendition in picture.renditions.all())):
        secret.guess("url", f"/media/{file.name}")
    secret.keep(picture.file.name.split("/")[-1].split(".")[0])
    return picture


def add_document(secret: Secret, collection: Collection) -> models.ReportDocument:
    document = models.ReportDocument.objects.create(
        title=secret.word(),
        key=secret.keep(uuid.uuid4()),
        file=ContentFile(secret.word().encode(), f"{secret.word()}.pdf"),
        collection=collection,
    )
    secret.guess("url", document.url)
    secret.guess("url", f"/media/{document.file.name}")
    secret.keep(document.file.name.split("/")[-1].split(".")[0])
    return document


def draft_of(record: Any, secret: Secret, **fields: Any) -> Revision:
    """An unpublished revision of a live record, with canaries for words."""
    record = again(record)
    words = list_words(find_kind(type(record))) if isinstance(record, Snippet) else ()
    for name in ("title", "name", "hero_title", "seo_title", *words):
        if isinstance(getattr(record, name, None), str):
            setattr(record, name, secret.word())
    if hasattr(record, "introduction"):
        record.introduction = secret.html()
    for name, value in fields.items():
        setattr(record, name, value)
    return record.save_revision(clean=False)


def schedule(revision: Revision) -> None:
    """Approves a revision of a live record for later."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=future())
