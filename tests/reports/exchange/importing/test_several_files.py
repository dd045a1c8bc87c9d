"""One report in several files; front matter that is not read; comments."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from reports.content.models import AnnualReportPage
from reports.core.refusal import Refusal
from reports.exchange.importing import fidelity, loss
from reports.exchange.importing.recognition import Recognised, recognise
from reports.exchange.importing.several_files import read_sources
from reports.exchange.importing.source import Source
from tests.reports.exchange.importing.word_files import make_document, paragraph, run


def read(folder: Path, *texts: str | bytes, suffix: str = "md") -> tuple[Source, Recognised]:
    paths = write(folder, *texts, suffix=suffix)
    origin = read_sources(paths)
    found = recognise(origin, None)
    words = loss.list_draft_words(found.drafts, found.notes)
    score = fidelity.compare_words(fidelity.list_source_words(origin, ""), words)
    assert score.lost == (), (origin.text, found.drafts)
    return origin, found


def write(folder: Path, *texts: str | bytes, suffix: str = "md") -> list[Path]:
    paths = []
    for number, text in enumerate(texts, 1):
        paths.append(folder / f"part{number}.{suffix}")
        paths[-1].write_bytes(text if isinstance(text, bytes) else text.encode())
    return paths


def messages(found: Recognised) -> list[str]:
    return list(map(str, found.notices))


FIRST = "---\ntitle: Bilan 2024\n---\nUn[^1].\n\n[^1]: A.\n"
SECOND = "---\ntitle: La *suite*\nyear: 2030\n---\n\nDeux[^1].\n\n[^2]: rien\n\n[^1]: B.\n"


def test_files_are_one_text_in_their_order(tmp_path):
    origin, found = read(tmp_path, FIRST, SECOND)

    assert [draft.value["text"] for draft in found.drafts] == [
        '<p>Un<bilan-note id="1">A.</bilan-note>.</p>',
        "La *suite*",
        '<p>Deux<bilan-note id="1-2">B.</bilan-note>.</p>',
        "<p>² rien</p>",
    ]
    assert origin.title() == "Bilan 2024"


def test_lines_are_named_with_their_file(tmp_path):
    origin, found = read(tmp_path, FIRST, SECOND)

    assert messages(found) == [
        "part2.md, ligne 8 : note que rien n’appelle : gardée en fin de bilan."
    ]
    assert origin.locate(1) == "part1.md, ligne 4"


def test_a_word_document_stands_alone(tmp_path):
    paths = write(tmp_path, "Un.")
    word = tmp_path / "deux.docx"
    word.write_bytes(make_document(paragraph(run("Deux."))))

    with pytest.raises(Refusal, match=r"deux\.docx : un document Word s’importe seul"):
        read_sources([*paths, word])


@pytest.mark.django_db
def test_the_command_takes_a_year_and_files(tmp_path):
    paths = write(tmp_path, "# Un\n\nMots.\n", "# Deux\n\nMots.\n")
    call_command("import_report", "2024", *map(str, paths))

    assert AnnualReportPage.objects.get().year == 2024


@pytest.mark.django_db
def test_a_refusal_names_the_file_and_the_line(tmp_path):
    paths = write(tmp_path, "# Un\n", "Deux.\n\n<nav>x</nav>\n")
    with pytest.raises(CommandError, match=r"^part2\.md, ligne 3 : <nav>"):
        call_command("import_report", "2024", *map(str, paths))
    paths = write(tmp_path, "# Un\n", "Deux.\n\n</div>\n")
    with pytest.raises(CommandError, match=r"part2\.md, ligne 3 : balise </div>"):
        call_command("import_report", "2024", *map(str, paths))


@pytest.mark.parametrize(
    ("sign", "field", "end"),
    [("---", "title: Bilan", ""), ("+++", "title = Bilan", ""), ("+++", "title = Bilan", "+++\n")],
    ids=["never closed", "TOML never closed", "TOML"],
)
def test_front_matter_that_is_not_read_is_text(tmp_path, sign, field, end):
    _, found = read(tmp_path, f"{sign}\n{field}\n{end}\n# Titre\n\nTexte.\n")

    message = f"en-tête « {sign} » gardé comme du texte : il n’est pas entre deux lignes « --- »."
    assert f"ligne 1 : {message}" in messages(found)
    assert "Titre" in [draft.value["text"] for draft in found.drafts]
    assert "Bilan" in found.drafts[0].value["text"]


def test_comments_are_named(tmp_path):
    text = (
        "---\ntitle: Bilan 2024\n# un champ\n---\nTexte <!-- à revoir --> ici.\n\n<!-- autre -->\n"
    )
    _, found = read(tmp_path, text)

    assert messages(found) == [
        "ligne 3 : commentaire de l’en-tête laissé de côté : « un champ »",
        "ligne 5 : commentaire laissé de côté : « à revoir »",
        "ligne 7 : commentaire laissé de côté : « autre »",
    ]
    assert "revoir" not in str([draft.value for draft in found.drafts])
