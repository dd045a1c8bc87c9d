"""Broken files that are imported all the same: a warning for each slip, and every word kept."""

import pytest

pytestmark = pytest.mark.django_db


def messages(outcome) -> list[str]:
    return [str(notice) for notice in outcome.notices]


def body_of(outcome) -> str:
    from reports.content.models import AnnualReportPage

    page = AnnualReportPage.objects.get(year=outcome.year)
    return str(page.get_latest_revision_as_object().body.get_prep_value())


CASES = {
    "row too long": ("| a | b |\n|---|---|\n| un | 2 | 3 |", "ligne 8 : tableau irrégulier"),
    "row too short": ("| a | b |\n|---|---|\n| un |", "ligne 8 : tableau irrégulier"),
    "unclosed div": (
        "<div class='fr-callout'>\n<p>dedans</p>\n\n## Titre\n\nfin",
        "<div> jamais fermée",
    ),
    "unclosed inline": ("un <b>gras sans fin\n\nsuite", "<b> jamais fermée"),
    "unknown element": ("<details><summary>Plus</summary>caché 12</details>", ""),
    "script": ("avant\n\n<script>alert(1)</script>\n\naprès", "<script> retiré"),
    "inline script": ("avant <script>alert(1)</script> après", "<script> retiré"),
    "handler": ("<p onclick='alert(1)'>mots</p>", "attribut onclick retiré"),
    "javascript link": ("[piège](javascript:alert)", "lien exécutable"),
    "javascript link in HTML": ("<a href=' java\nscript:alert(1)'>piège</a>", "lien exécutable"),
    "picture without assets": (
        "![Carte](/img/bilan/2024/carte.png)",
        "image introuvable : carte.png",
    ),
    "picture elsewhere": ("![Carte](https://example.org/c.png)", "image d’un autre site"),
    "document without assets": ("[Lire](/content/docs/x.pdf)", "document introuvable : x.pdf"),
    "iframe": ("avant\n\n<iframe src='https://example.org'></iframe>", "<iframe> retiré"),
    "liquid": ("{% include chiffres.html %} suite", "code de gabarit (Jekyll"),
    "orphan transcription": (
        "<div class='fr-transcription'><p>Il y a 12 produits</p></div>",
        "transcription sans image",
    ),
    "anchor to nowhere": ("[là](#nulle-part)\n\nmots", "ancre sans titre : #nulle-part"),
    "truncated table": ("| a | b |\n|---|---|\n| 1 | 2", ""),
    "truncated transcription": (
        "![g](/g.png 't')\n\n<div class='fr-transcription'><ul><li>12 produits à la DINUM",
        "<div> jamais fermée",
    ),
    "merged cells": (
        "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>12 en tout</td></tr></table>",
        "cellules fusionnées",
    ),
    "deep nesting": ("- a\n" + "".join("  " * n + f"- niveau {n}\n" for n in range(1, 60)), ""),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_imported_with_a_warning_and_loses_no_word(import_file, report_text, name):
    text, warning = CASES[name]
    outcome = import_file(report_text(text), publish=True)
    assert outcome.fidelity.lost == (), outcome.fidelity
    assert outcome.fidelity.added == (), outcome.fidelity
    if warning:
        assert any(warning in message for message in messages(outcome)), messages(outcome)
    for forbidden in ("alert(1)", "onclick", "javascript:", "<script", "<iframe"):
        assert forbidden not in body_of(outcome)


def test_a_broken_picture_is_told_and_its_address_kept(import_file, report_text, tmp_path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "carte.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    outcome = import_file(report_text("![Carte](/img/carte.png)"), assets=tmp_path)
    assert any("ligne 6 : image refusée : carte.png" in each for each in messages(outcome))
    assert "/img/carte.png" in body_of(outcome)


def test_a_picture_name_cannot_leave_the_folder(import_file, report_text, tmp_path):
    folder = tmp_path / "assets"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    outcome = import_file(
        report_text("![x](/img/../../secret.png)\n\n![y](..%2Fsecret.png)"), assets=folder
    )
    assert sum("introuvable" in message for message in messages(outcome)) == 2


def test_endless_nesting_is_refused(import_file, report_text):
    from reports.content.models import AnnualReportPage
    from reports.core.refusal import Refusal

    text = "".join("<div>" for _ in range(5000)) + "mot"
    with pytest.raises(Refusal, match="trop de niveaux imbriqués"):
        import_file(report_text(text))
    assert not AnnualReportPage.objects.exists()
