import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.content.models import User
from reports.core.document.table import Cell, Column, Row, Table

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


def ask(client: Client, asked: Any) -> Any:
    body = asked if isinstance(asked, str) else json.dumps(asked)
    return client.post(reverse("bilan_readings"), body, content_type="application/json")


@pytest.mark.parametrize(
    ("raw", "spoken"),
    [
        ("Plus de 18 000", "plus de 18 000"),
        ("17,4 %", "17,4 %"),
        ("+80 %", "évolution de +80 %"),
        ("4,2/5", "rapport : 4,2 sur 5"),
        ("x16", "multiplié par 16"),
        ("de 10 à 20 jours", "intervalle : de 10 à 20 jours"),
        ("Entre 3 et 5", "intervalle : de 3 à 5"),
        ("de 3 à 1 mois", "passage : de 3 à 1 mois"),
        ("Passé de 10 à 20", "passage : passé de 10 à 20"),
        ("0", "0"),
        ("beaucoup", "texte, aucun chiffre reconnu"),
        ("N/A", "sans objet"),
        ("ND", "non disponible"),
        ("", "vide"),
        ("1,234.5", "texte : écrivez 1 234,5"),
        ("1.234", "texte : écrivez 1 234 ou 1,234"),
        ("12 %%", "texte, aucun chiffre reconnu"),
        ("1,234", "1,234 (nombre à virgule)"),
        ("plus de 1,234", "plus de 1,234 (nombre à virgule)"),
        ("12 345,678", "12 345,678"),
    ],
)
def test_a_reading_is_said_in_french(editor: Client, raw: str, spoken: str) -> None:
    (reading,) = ask(editor, [{"raw": raw}]).json()
    assert " ".join(reading["spoken"].split()) == spoken  # whichever spaces French wants


def test_of_a_phrase_the_figure_is_read(editor: Client) -> None:
    asked = [{"raw": "soit 3,7 ETPT par an", "phrase": phrase} for phrase in (True, False)]
    readings = ask(editor, [*asked, {"raw": "à venir", "phrase": True}]).json()
    assert [reading["text"] for reading in readings] == [
        "3,7\u00a0ETPT",
        "soit 3,7 ETPT par an",
        "à venir",
    ]


@pytest.mark.parametrize(
    ("heading", "raw", "spoken"),
    [
        ("Montant (k€)", "1 200", "1 200 k€"),
        ("Dépenses en M€", "environ 3,2", "environ 3,2 millions d’euros"),
        ("Part (%)", "12", "12 %"),
        ("Part (%)", "+12", "évolution de +12 %"),
        ("Montant (k€)", "1 200 €", "1 200 €"),
        ("Montant (k€)", "1,234", "1 234 €"),
        ("Montant (k€)", "ND", "non disponible"),
        ("Montant", "1 200", "1 200"),
        ("", "1 200", "1 200"),
    ],
)
def test_the_head_of_a_column_states_the_unit(editor, heading, raw, spoken):
    (reading,) = ask(editor, [{"raw": raw, "heading": heading}]).json()
    assert " ".join(reading["spoken"].split()) == spoken
    columns = (Column(""), Column(heading))
    cell = Table(columns, (Row((Cell("Tilia"), Cell(raw))),)).rows[0].cells[1]
    assert (reading["text"], reading["state"]) == (cell.figure.text, cell.figure.state.value)


def test_the_head_is_read_in_the_language_of_the_report(editor):
    asked = {"raw": "1,200", "heading": "Amount in £m", "language": "en", "currency": "GBP"}
    (reading,) = ask(editor, [asked]).json()
    assert " ".join(reading["spoken"].split()) == "£1,200 million"


def test_a_correction_is_read_in_place_of_the_text(editor: Client) -> None:
    asked = [{"raw": "+80 % des services", "read_as": "plus de 80 %"}, {"raw": "3", "read_as": ""}]
    assert [reading["state"] for reading in ask(editor, asked).json()] == ["value", "value"]


@pytest.mark.parametrize(
    "asked",
    [
        "pas du JSON",
        {"raw": "3"},
        ["3"],
        [{"raw": 3}],
        [{"raw": "3", "read_as": 3}],
        [{"raw": "3", "heading": ["k€"]}],
        [{"raw": "3", "heading": "k" * 301}],
        [{"read_as": "3"}],
        [{"raw": "3" * 301}],
        [{"raw": "3", "read_as": "3" * 301}],
        [{"raw": "3"}] * 501,
    ],
)
def test_what_is_malformed_is_refused_with_a_reason(editor: Client, asked: Any) -> None:
    response = ask(editor, asked)
    assert response.status_code == 400
    assert response.json()["error"]


def test_five_hundred_long_expressions_are_read(editor: Client) -> None:
    response = ask(editor, [{"raw": "3" * 300, "read_as": "x" * 300}] * 500)
    assert len(response.json()) == 500


def test_nobody_but_a_user_of_the_admin_may_ask(client: Client) -> None:
    User.objects.create_user("reader", password="reader")
    for _ in ("anonymous", "reader"):
        assert client.post(reverse("bilan_readings")).status_code == 302
        client.login(username="reader", password="reader")
