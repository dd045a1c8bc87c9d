"""A failure at any write leaves the database as it was."""

import uuid

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError
from wagtail.models import Page, Revision, Site

from reports.content.models import AnnualReportPage, Observation, Picture, Service
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.models import ImportRecord

MODELS = (Page, Site, AnnualReportPage, ImportRecord, Observation, Picture, Service, Revision)
TEXT = """---
permalink: /bilan/2024
title: Bilan 2024
---

## Indicateurs

| Indicateurs | Résultats 2023 | Objectifs PLF 2024 |
|---|---|---|
| **Services** *(lancés)* | 12 | 14 |

- [Mano](/startups/mano.html) : aider les équipes
- [Docs](/startups/docs.html) : écrire à plusieurs

![Carte](/img/bilan/2024/carte.png)
"""


class Killed(BaseException):
    """As a signal would: nothing catches it."""


def contents() -> dict[str, list]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_kill_at_any_write_leaves_before_or_after(tmp_path, picture_bytes):
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "carte.png").write_bytes(picture_bytes)
    (tmp_path / "bilan.md").write_text(TEXT, encoding="utf-8")
    request = Request(file=tmp_path / "bilan.md", assets=tmp_path, publish=True)
    before = contents()
    kills = 0
    for deadly in range(1, 1000):
        writes = 0

        def kill(execute, sql, params, many, context, deadly=deadly):
            nonlocal writes
            if sql.lstrip("( ").upper().startswith(("INSERT", "UPDATE", "DELETE")):
                writes += 1
                if writes == deadly:
                    raise Killed
            return execute(sql, params, many, context)

        try:
            with connection.execute_wrapper(kill):
                run_import(request)
        except (Killed, TransactionManagementError):  # the latter where a task caught the kill
            kills += 1
            assert contents() == before, f"write {deadly} left something"
        else:
            break
    assert kills > 15
    assert AnnualReportPage.objects.get().live
    assert run_import(request).status == "inchangé"


@pytest.mark.django_db
def test_a_file_left_in_part_by_a_killed_run_is_written_again(tmp_path, picture_bytes, settings):
    import io

    from reports.content.models.media import Picture as Model
    from reports.content.uploads.file_names import content_hash, stored_name
    from reports.core.document import block_ids

    storage = Model._meta.get_field("file").storage
    file = io.BytesIO(picture_bytes)
    key = uuid.UUID(block_ids.derive_id("picture", content_hash(file)))
    name = f"original_images/{stored_name(key, file)}.png"
    storage.save(name, io.BytesIO(b""))
    with storage.open(name, "wb") as file:
        file.write(picture_bytes[:20])
    (tmp_path / "carte.png").write_bytes(picture_bytes)
    (tmp_path / "bilan.md").write_text(TEXT, encoding="utf-8")

    run_import(Request(file=tmp_path / "bilan.md", assets=tmp_path))

    picture = Picture.objects.get()
    assert picture.file.name == name
    assert picture.file.read() == picture_bytes
    assert (picture.width, picture.height) == (40, 30)
