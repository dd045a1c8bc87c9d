"""How editors silence a finding for the programme, and report it again."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from reports.checks.check_result import check_latest
from reports.checks.models import SilencedFinding
from reports.checks.rule import RULES
from reports.content.models import AnnualReportPage, User
from tests.reports.checks.conftest import save_draft

Draft = Callable[..., AnnualReportPage]


def silence_url(page: AnnualReportPage) -> str:
    return reverse("bilan_checks_silence", args=[page.pk])


def marks(page: AnnualReportPage) -> list[str]:
    return [finding.fingerprint for finding in check_latest(page).findings]


def test_a_warning_is_silenced_listed_and_told_again(draft: Draft, editor: Client) -> None:
    page = draft("Un DOUTE.")
    answer = editor.post(silence_url(page), {"fingerprint": marks(page), "reason": "Un usage."})
    assert answer.json()["notes"] == {}
    assert "Mis en sourdine par redaction" in answer.json()["html"]
    assert "En sourdine (1)" in answer.json()["html"]

    shown = editor.get(reverse("bilan_silenced")).content.decode()
    assert "«\u00a0DOUTE\u00a0»" in shown
    assert "Un usage." in shown
    kept = SilencedFinding.objects.get()
    assert (kept.evidence, kept.finding) == (["DOUTE"], "« DOUTE » est là.")

    editor.post(reverse("bilan_silence_end", args=[kept.pk]))
    assert "Aucun constat" in editor.get(reverse("bilan_silenced")).content.decode()
    assert len(check_latest(page).warnings) == 1


def test_a_whole_rule_is_silenced(draft: Draft, editor: Client) -> None:
    page = draft("Un DOUTE.")
    given = {"fingerprint": marks(page), "reason": "Un usage.", "whole": "1"}
    editor.post(silence_url(page), given)

    assert SilencedFinding.objects.get().evidence == []
    assert "Tout le contrôle" in editor.get(reverse("bilan_silenced")).content.decode()


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_reason_no_silence(draft: Draft, editor: Client, reason: str) -> None:
    page = draft("Un DOUTE.")
    answer = editor.post(silence_url(page), {"fingerprint": marks(page), "reason": reason})

    assert answer.status_code == 400
    assert not SilencedFinding.objects.exists()


def test_no_error_is_silenced(draft: Draft, editor: Client) -> None:
    page = draft("Une FAUTE.")
    given = {"fingerprint": marks(page), "reason": "Un usage.", "whole": "1"}

    assert editor.post(silence_url(page), given).status_code == 409
    assert not SilencedFinding.objects.exists()
    html = editor.get(reverse("bilan_checks", args=[page.pk])).json()["html"]
    assert "Ne plus signaler" not in html


def test_who_may_not_edit_is_told_nothing(
    draft: Draft, editor: Client, people: dict[str, User], client: Client
) -> None:
    page = draft("Un DOUTE.")
    given = {"fingerprint": marks(page), "reason": "Un usage."}
    editor.post(silence_url(page), given)
    kept = SilencedFinding.objects.get()
    outsider = User.objects.create_user("ailleurs")
    outsider.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for user in (None, outsider):
        client.logout()
        if user:
            client.force_login(user)
        for response in (
            client.post(silence_url(page), given),
            client.get(reverse("bilan_silenced")),
            client.post(reverse("bilan_silence_end", args=[kept.pk])),
        ):
            assert response.status_code in (302, 403)
            assert b"DOUTE" not in response.content
    assert SilencedFinding.objects.count() == 1


def test_the_guide_of_the_panel_says_what_is_silenced(draft: Draft, editor: Client) -> None:
    page = draft("Un DOUTE.")
    html = editor.get(reverse("bilan_checks", args=[page.pk])).json()["html"]

    assert "Ne plus signaler pour ce programme" in html
    assert "seulement pour\u00a0: «\u00a0DOUTE\u00a0»." in html


def test_a_finding_in_many_places_leads_to_each(
    draft: Draft, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = replace(RULES["no-doubt"], summary="{count} doutes : {named}.")
    monkeypatch.setitem(RULES, "no-doubt", rule)
    page = draft("Un DOUTE.", "Rien.", "Un autre DOUTE.")
    html = editor.get(reverse("bilan_checks", args=[page.pk])).json()["html"]

    assert "2 doutes" in html
    assert 'data-bilan-jump="p0"' in html
    assert 'data-bilan-jump="p2"' in html
    assert 'data-bilan-jump="p1"' not in html

    (mark,) = {finding.fingerprint for finding in check_latest(page).findings}
    url = reverse("bilan_checks_assume", args=[page.pk])
    editor.post(url, {"fingerprint": mark, "reason": "Voulu."})
    checked = check_latest(save_draft(page, "Un DOUTE.", "Rien.", "Un DOUTE de plus."))
    assert [f.block for f in checked.warnings] == ["p2"]
    assert [f.block for f in checked.acknowledged] == ["p0"]
