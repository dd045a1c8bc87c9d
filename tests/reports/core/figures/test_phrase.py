"""One leading figure, everything else stays words."""

import re
import time

import pytest

from reports.core.figures import Phrase, State, parse, split
from reports.core.figures.locale import Locale, use_locale
from tests.reports.core.figures.expressions import REPORTS


@pytest.mark.parametrize(
    ("before", "expression", "after"),
    [
        # A bullet that begins with its figure.
        ("", "442", " organisations"),
        # What is in the brackets of a label gives way to what follows the colon.
        ("Personnel (12 ETP) : ", "800 000 €", ""),
        ("Staff (dont 12 en CDI) : ", "45", " agents"),
        ("Délai (", "3 jours", ") : tenu en 2 jours"),
        ("", "12", " agents (4 ETP) : 45 %"),
        # A figure after the only colon is that of the line.
        ("Part des agents de plus de 50 ans : ", "34 %", ""),
        ("Élèves de 3 ans et plus : ", "120", ""),
        ("Examens réussis avec au moins 3 sur 5 : ", "64 %", " "),
        ("Un ménage sur 3 : ", "1,2 M€", ""),
        ("Plat bleu, vers 1735 : ", "48 000 €", ", achat"),
        ("Fontaine, 1751 : ", "26 500 €", ""),
        ("Baisse de ", "30 %", " : 2030"),
        ("Ouverture à ", "12 %", " : 10 agents"),
        ("Trajets de ", "2 jours", " : 2023 : 12"),
        ("", "0", " réponse"),
        ("", "3 113 222", " de tonnes"),
        ("", "39 %", " des 26,06 millions d’adresses"),
        ("", "93%", " de la chaleur"),
        ("", "0,90 €", " par visiteur"),
        ("", "3 650€", " attribués"),
        ("", "11€", "/dossier"),
        ("", "2,7 millions", " de dossiers"),
        ("", "3 millions d’heures", " gagnées"),
        ("", "48 millions", " de bâtiments"),
        ("", "15,1 ETPT", ", dont 2,5"),
        ("", "8 mois", " au lieu de 18 mois"),
        ("", "1 jour", "/semaine"),
        ("", "1 jour", " par semaine"),
        ("", "+47 %", " d’utilisateurs"),
        ("", "+49 %", "de dossiers"),
        ("", "+18 pts", " dʼadresses"),
        ("", "-3 %", " de frais"),
        ("", "- 12 %", " de frais"),
        ("", "x16", " rendez-vous"),
        ("", "4,2/5", " : la note"),
        ("", "1 sur 3", " répond"),
        ("", "Plus de 3800", " services"),
        ("", "Plus d’un million", " de trajets"),
        ("", "Plus 400 000", "  dossiers"),
        ("", "Plus de\u00a018\u202f000", " conventions"),
        ("", "env. 30", " personnes"),
        ("", "30 environ", ", selon le mois"),
        ("", "12 (p)", " communes"),
        ("", "157 tribunaux sur 168", ""),
        ("", "de 18 à 25 ans", " surtout"),
        # Words before it.
        ("tous les ", "6 mois", ""),
        ("Délai ", "de 3 à 1 mois", " en un an"),
        ("Coût par dossier : ", "0,5€", ""),
        ("Le délai est ", "passé de 3 à 1 mois", " en un an"),
        ("Délai ramené ", "de 3 à 1 mois", ""),
        ("Le réseau est ", "passé de 10 à 20 jours", "."),
        ("Délai : ", "10 → 20 jours", " ouvrés"),
        ("Budget 2022 : ", "500 000 euros", ""),
        ("Budget : ", "1,2 million", " par an"),
        ("Taux : ", "+ 47 %", ""),
        ("En janvier 2024, ", "plus de 400", " immersions"),
        ("Depuis 2022 à ", "57 %", " par an"),
        ("Fin 2024, ", "71 %", " des services"),
        ("(NPS ", "entre -100 et 100", ")"),
        ("l’objectif d’", "environ 30", " personnes"),
        ("  \n ", "12", "\n"),
        # A dash and an "and" between two statements are no signs, and an adverb no qualifier.
        ("par jour - ", "12 750", " inscrites"),
        ("les produits + ", "29", " enquêtes"),
        ("En plus ", "300", " agents"),
        ("", "pas plus de 300", " agents"),
        ("", "≤ 300", " agents"),
        ("", "jusqu’à 300", " agents"),
        # The unit of the words that follow is theirs.
        ("", "12", " km"),
        ("", "30", " kg"),
        ("", "5", " m de haut"),
        ("", "6", " moissons"),
        ("", "12", " points de vente"),
        ("", "12 points de pourcentage", " de plus"),
        ("", "+3 points", " de satisfaction"),
        # No value, said at the end.
        ("Coût de traitement d’un dossier : ", "ND", ""),
        ("Coût pour 12 communes : ", "N/A", " "),
        ("Projets ND : ", "ND", ""),
        ("", "ND", ""),
        # Calendar years are words, unless there is nothing else.
        ("", "2024", ""),
        (" ", "2024", " "),
        ("", "2 000", " dossiers"),
        ("", "plus de 2000", " dossiers"),
        ("", "2000 €", " par an"),
        ("de 2023 à 2024, ", "12", " services"),
        # The name's number is passed over, not the figure after it.
        ("FAST 14 : ", "300 000 €", ""),
        ("RGAA ", "75 %", ""),
        ("DINUM ", "12 000", " agents"),
        ("promos 14 et 15, ", "16", " lauréats"),
        ("2023/2024 : ", "3", " ateliers"),
        ("le 12 mars, ", "3", " ateliers"),
        ("Action 2 : ", "3", " ateliers"),
        # A growth, and the level that it leads to.
        ("en hausse de ", "12 %", " à 2 410 adhérents"),
        ("en hausse de ", "5 %", " à 1,2 million d’euros"),
        ("en recul de ", "3 points", " à 68 %"),
        # A dash alone with its figure is a minus; so is one that has no space behind it.
        ("", "– 38 M€", ""),
        ("", "–3 %", " d’émissions"),
        ("", "− 3 %", " d’émissions"),
        ("Bâtiment – ", "38 M€", " – en 2036"),
    ],
)
def test_the_leading_figure(before: str, expression: str, after: str) -> None:
    assert split(before + expression + after) == Phrase(before, expression, after)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "en hausse de 12 % à 15",
        " \n",
        "sans aucun nombre",
        "un service, une équipe",
        "ND ou presque",
        "En 2023",
        "bilan 2000 des services",
        "le 12 mars 2024",
        "du 3 au 12 mars",
        "12 et 13 juin",
        "1er janvier",
        "12/03/2024",
        "2023-2024",
        "de 2023 à 2024",
        "à 10:30",
        "12h30",
        "24h/24, 7j/7",
        "tél. 06 12 34 56 78",
        "tél. +33 6 12 34 56 78",
        "n°352",
        "n° 352",
        "nº 352",
        "H1",
        "api2",
        "CO2",
        "la 3D",
        "2e trimestre",
        "COVID-19",
        "12-bis",
        "12.html",
        "12@exemple.invalid",
        "FAST 14",
        "RGAA 4.1",
        "section 3.2",
        "Action 2 : les ateliers",
        "articles 3 et 4",
        "https://exemple.fr/12?page=3#4",
        "100%25 a%20b",
        "12 %%",
        "5-3 %",
        "— 3 % d’émissions",
        "1 élève, 1 stage",
        "Coût : entre 50% et < 300K€",  # two figures of two units
        "$12",
        "1.234,5",
        "un millionième",
        "– 38 M€ – ouverture en 2036",  # a minus, or a dash before an amount
    ],
)
def test_words_only(text: str) -> None:
    assert split(text) == Phrase(text, "", "")


@pytest.mark.parametrize(
    ("text", "is_led"),
    [
        ("442 organisations", True),
        ("  442 organisations", True),
        ("tous les 6 mois", False),
        ("", False),
        ("  ", False),
        ("des mots", False),
    ],
)
def test_a_line_is_led_by_the_figure_that_opens_it(text: str, is_led: bool) -> None:
    assert split(text).is_led is is_led


@pytest.mark.parametrize("year", REPORTS)
def test_the_bullets_of_a_real_report_split_at_their_first_figure(
    year: int, lines: list[str]
) -> None:
    figures: dict[int, list[str]] = {}
    for printed in REPORTS[year]:
        # "+80 % des services" is a share that looks like a growth: the article tells.
        is_share = printed.raw == "+80 %" and printed.read_as
        if parse(printed.raw).state is not State.TEXT:
            expression = f"{printed.raw} des" if is_share else printed.raw
            figures.setdefault(printed.line, []).append(expression)
    bullets = {
        number: re.sub(r"\*|\[|\]\(.*?\)|</li>", "", line[found.end() :])
        for number, line in enumerate(lines, 1)
        if (found := re.match(r" *(?:- |\d\. |<li>)", line))
    }

    led = {number: split(text).expression for number, text in bullets.items()}

    assert led == {number: figures.get(number, [""])[0] for number in bullets}


@pytest.mark.parametrize(
    "seed",
    [
        "1",
        "1 ",
        "1 000 ",
        " 000",
        "1,1",
        "1 / ",
        "2024 ",
        "plus de ",
        "plus ",
        "+ - ",
        "x x ",
        "de 2023 à ",
        "entre 1 et ",
        "FAST 1 ",
        "12 mars ",
        "un million ",
        "a:",
        " ",
        "1" + " " * 50,
    ],
)
def test_long_input_costs_linear_time(seed: str) -> None:
    """100 KB that could tempt a pattern to try again takes well under a second."""
    text = seed * (100_000 // len(seed))
    began = time.thread_time()

    assert parse(text).state in (State.TEXT, State.EMPTY)
    assert "".join(split(text)) == text
    assert "".join(split(text + "%x")) == text + "%x"

    assert time.thread_time() - began < 3


@pytest.mark.parametrize(
    "text",
    [
        "12 h 30 de cours",
        "48.8506, 2.3085",
        "48,85 ; -2,30",
        "2 ½ jours",
        "1'200 agents",
        ",5 point",
    ],
)
def test_a_number_that_goes_on_is_not_cut_short(text):
    assert split(text).expression == ""


@pytest.mark.parametrize(
    "text",
    [
        *("82p in every £1", "Spent on care: 82p in every £1", "34.5p in the £1"),
        *("87¢ of every dollar goes to food", "£1 in every £8"),
    ],
)
def test_a_part_of_every_pound_is_text(text: str) -> None:
    with use_locale(Locale("en", "GBP")):
        assert split(text).expression == ""


def test_money_in_a_place_is_a_figure() -> None:
    with use_locale(Locale("en", "GBP")):
        assert split("Invested £8 in every school").expression == "£8"
        assert split("Entry fell by half in the town to £1").expression == "£1"
