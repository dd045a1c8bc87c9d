"""An import that would lose words, or is in doubt, stores nothing unless exactly that is asked."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError

from reports.content.models import AnnualReportPage, Picture, Service
from reports.core.refusal import Refusal
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise import prose
from reports.exchange.models import ImportRecord

pytestmark = pytest.mark.django_db

LOSSY = "## Titre\n\n> trois mots cités\n\n- [Mano](/startups/mano.html) : aider\n"
LOSS = "ligne 8 : il manque « trois mots cités »"


@pytest.fixture
def forgetful(monkeypatch):
    """An importer that forgets quotations, and moves on."""
    monkeypatch.setattr(prose, "recognise_quote", lambda element: Draft("quote", 1, {"text": ""}))


def import_report(path: Path, *options: str) -> str:
    out = StringIO()
    call_command("import_report", str(path), *options, stdout=out)
    return out.getvalue()


def files() -> set[str]:
    found = set()
    for folder in ("original_images", "documents"):
        if default_storage.exists(folder):
            found |= set(default_storage.listdir(folder)[1])
    return found


@pytest.mark.parametrize("options", [[], ["--strict"], ["--dry-run"], ["--publish"]])
def test_a_loss_is_refused_with_its_line_and_number(
    forgetful, report_text, tmp_path, picture_bytes, options
):
    path = tmp_path / "bilan.md"
    path.write_text(report_text(f"{LOSSY}\n![Carte](/img/perdue.png)"), encoding="utf-8")
    (tmp_path / "perdue.png").write_bytes(picture_bytes + b"one of its own")
    before = files()
    with pytest.raises(CommandError) as refusal:
        import_report(path, "--assets", str(tmp_path), *options)
    assert "3 mots sur" in str(refusal.value)
    assert "--accept-loss 3" in str(refusal.value)
    assert LOSS in str(refusal.value)
    assert not AnnualReportPage.objects.exists()
    assert not Service.objects.exists()
    assert not Picture.objects.exists()
    assert files() == before


@pytest.mark.parametrize("number", ["2", "4", "0", "-3"])
def test_another_number_is_refused(forgetful, report_text, tmp_path, number):
    path = tmp_path / "bilan.md"
    path.write_text(report_text(LOSSY), encoding="utf-8")
    with pytest.raises(CommandError, match="--accept-loss 3"):
        import_report(path, f"--accept-loss={number}")
    assert not AnnualReportPage.objects.exists()


def test_the_exact_number_is_accepted_and_recorded(forgetful, report_text, tmp_path):
    path = tmp_path / "bilan.md"
    path.write_text(report_text(LOSSY), encoding="utf-8")
    out = import_report(path, "--accept-loss", "3")
    assert f"{LOSS} : accepté." in out
    assert f"{LOSS} : accepté." in ImportRecord.objects.get().warnings
    assert AnnualReportPage.objects.get().year == 2024


def test_a_number_for_a_file_that_loses_nothing_is_refused(report_text, tmp_path):
    path = tmp_path / "bilan.md"
    path.write_text(report_text("mots"), encoding="utf-8")
    with pytest.raises(CommandError, match="rien n’en serait perdu : retirez cette option"):
        import_report(path, "--accept-loss", "3")
    assert not AnnualReportPage.objects.exists()
    import_report(path, "--accept-loss", "0")
    assert AnnualReportPage.objects.exists()


def test_damage_without_loss_is_accepted_with_zero(import_file, report_text):
    text = report_text("<p>un</p>\n</div>\n\nsuite")
    with pytest.raises(Refusal, match=r"--accept-loss 0") as refusal:
        import_file(text)
    assert "ligne 7 : balise </div> sans balise ouvrante" in str(refusal.value)
    assert not AnnualReportPage.objects.exists()
    outcome = import_file(text, accept_loss=0)
    assert "ligne 7 : balise </div> sans balise ouvrante : accepté." in map(str, outcome.notices)


def test_an_import_that_was_accepted_changes_nothing_again(forgetful, import_file, report_text):
    text = report_text(LOSSY)
    import_file(text, accept_loss=3)
    with pytest.raises(Refusal):
        import_file(text)
    assert import_file(text, accept_loss=3).status == "inchangé"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>mots</p>\n<nav><a href='/'>Accueil</a></nav>", 2),
        ("mots\n\n<footer>Mentions légales</footer>", 3),
        ("mots\n\n<div>\n    <footer class='fr-footer'>Mentions</footer>\n</div>", 4),
        ("<body>\n\n# Titre\n\nmots", 1),
        ("mots\n</nav>", 2),
    ],
)
def test_markdown_with_parts_of_a_web_page_is_refused_with_what_to_do(import_file, text, line):
    with pytest.raises(Refusal) as refusal:
        import_file(text, year=2024, accept_loss=0)
    message = str(refusal.value)
    assert message.startswith(f"bilan.md, ligne {line} : ")
    assert "une page web entière" in message
    assert "<main>" in message
    assert not AnnualReportPage.objects.exists()


@pytest.mark.parametrize("text", ["Le mot `<nav>` est du code.", "```\n<html>\n```\n\nfin"])
def test_what_is_written_about_a_web_page_is_none(import_file, report_text, text):
    assert import_file(report_text(text)).fidelity.whole
