"""The columns of the data files: their names, types and descriptions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cms.frontend.currencies import CURRENCIES

FORMAT_VERSION = 2  # raised when a column is renamed, removed, or means something else

QUALIFIERS = (
    *("EXACT", "ABOUT", "MORE_THAN", "AT_LEAST", "LESS_THAN", "AT_MOST"),
    *("CHANGE", "FACTOR", "RATIO", "RANGE", "FROM_TO"),
)
UNITS = (
    *("PERCENT", "POINT", *CURRENCIES),
    *("FTE", "FTE_WORKED"),
    *("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "YEAR"),
)
STATES = ("VALUE", "PROVISIONAL", "NOT_APPLICABLE", "NOT_AVAILABLE", "TEXT", "EMPTY")
YES, NO = "oui", "non"
YES_OR_NO = {"trueValues": [YES], "falseValues": [NO]}


@dataclass(frozen=True)
class Column:
    """A column of a data file, described in the terms of Table Schema."""

    name: str
    kind: str
    title: str
    description: str
    values: tuple[str, ...] = ()  # all that it may hold, if they are few
    required: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def is_number(self) -> bool:
        return self.kind in ("integer", "number")


COLUMNS = (
    Column("bilan", "integer", "Bilan", "L’année du bilan.", required=True),
    Column("version", "integer", "Version", "Le numéro de la version publiée du bilan."),
    Column(
        "section",
        "string",
        "Section",
        "L’identifiant du titre au-dessus du bloc ; vide hors de toute partie.",
    ),
    Column("titre_section", "string", "Titre de la section", "Le texte de ce titre."),
    Column(
        "bloc",
        "string",
        "Bloc",
        "L’identifiant du tableau, du graphique ou de la liste qui donne le chiffre.",
        required=True,
        extra={"format": "uuid"},
    ),
    Column("titre_bloc", "string", "Titre du bloc", "Sa légende ou son titre ; vide sans l’un."),
    Column("ligne", "string", "Ligne", "La tête de ligne, ou ce que le chiffre compte."),
    Column("colonne", "string", "Colonne", "La tête de colonne, ou le titre du groupe."),
    Column(
        "indicateur",
        "string",
        "Indicateur",
        "Le code de l’indicateur, s’il est public : sa série est à /indicateurs/….csv.",
    ),
    Column("periode", "string", "Période", "La période, telle qu’elle est imprimée."),
    Column("debut", "date", "Début", "Le premier jour de la période, s’il est connu."),
    Column("fin", "date", "Fin", "Le dernier jour de la période, s’il est connu."),
    Column(
        "nature",
        "string",
        "Nature",
        "RESULT pour un résultat, TARGET pour un objectif.",
        ("RESULT", "TARGET"),
    ),
    Column(
        "texte", "string", "Texte", "Le chiffre, ou les mots à sa place, tels qu’ils sont écrits."
    ),
    Column("valeur", "number", "Valeur", "Le nombre exact ; vide s’il n’y en a pas."),
    Column(
        "valeur_haute",
        "number",
        "Valeur haute",
        "Le second nombre d’un intervalle, d’un passage ou d’un rapport.",
    ),
    Column("pas", "number", "Pas", "L’ordre de grandeur du dernier chiffre imprimé."),
    Column("unite", "string", "Unité", "L’unité que le chiffre nomme.", UNITS),
    Column(
        "devise",
        "string",
        "Devise",
        "Le code ISO 4217 de la monnaie.",
        tuple(currency.code for currency in CURRENCIES.values()),
    ),
    Column(
        "qualificatif",
        "string",
        "Qualificatif",
        "Ce qui est affirmé du nombre : exact, environ, plus de…",
        QUALIFIERS,
        required=True,
    ),
    Column(
        "etat",
        "string",
        "État",
        "Si le chiffre a une valeur : définitive, provisoire, sans objet, non disponible ; "
        "TEXT pour des mots sans chiffre, EMPTY pour une case vide.",
        STATES,
        required=True,
    ),
    Column(
        "identifiant",
        "string",
        "Identifiant",
        "L’identifiant du chiffre, le même d’une version du bilan à l’autre.",
        required=True,
    ),
    Column(
        "essentiel",
        "boolean",
        "Essentiel",
        "Si le chiffre est de ceux qui résument le bilan.",
        required=True,
        extra=YES_OR_NO,
    ),
    Column(
        "adresse",
        "string",
        "Adresse",
        "L’adresse du chiffre ou de la case, pour le citer : elle reste la même quand un bloc ou "
        "une ligne change de place ; vide pour une précision.",
    ),
)
RESTATED = Column(
    "revise",
    "boolean",
    "Révisé",
    "Si un bilan plus récent donne une autre valeur pour la même période ; "
    "vide si ce n’est pas le chiffre d’un indicateur.",
    extra=YES_OR_NO,
)
ALL_COLUMNS = (*COLUMNS, RESTATED)


def list_names(columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)
