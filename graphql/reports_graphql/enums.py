"""Choices as enums, each value described in French: by the label that editors read, if any."""

from collections.abc import Mapping
from enum import Enum

import strawberry

from reports.blocks.figures import ChartBlock
from reports.document.transcription import Origin
from reports.figures import Qualifier, State, Unit
from reports.models import CorrectionKind, Indicator, Observation, Service

__all__ = [
    "ChangeKind",
    "ChartKind",
    "CorrectionKind",
    "IndicatorDirection",
    "ObservationKind",
    "Origin",
    "Qualifier",
    "RecordKind",
    "RenditionName",
    "ServicePhase",
    "State",
    "Unit",
]

IndicatorDirection = Indicator.Direction
ObservationKind = Observation.Kind
ServicePhase = Service.Phase


class ChartKind(Enum):
    """The stored values of a chart's form; a test keeps them equal to the block's choices."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    AREA = "area"
    PICTURE = "picture"


class RenditionName(Enum):
    """The names of `reports.models.media.RENDITIONS`, the smallest first; a test compares."""

    SMALL = "SMALL"
    MEDIUM = "MEDIUM"
    LARGE = "LARGE"


class ChangeKind(Enum):
    """The kinds of entries of the change feed; a test compares them with those that are written."""

    REPORT_PUBLISHED = "REPORT_PUBLISHED"
    REPORT_CHANGED = "REPORT_CHANGED"
    REPORT_CORRECTED = "REPORT_CORRECTED"
    REPORT_WITHDRAWN = "REPORT_WITHDRAWN"
    VERSION_WITHDRAWN = "VERSION_WITHDRAWN"
    RECORD_PUBLISHED = "RECORD_PUBLISHED"
    RECORD_CHANGED = "RECORD_CHANGED"
    RECORD_WITHDRAWN = "RECORD_WITHDRAWN"
    PAGE_PUBLISHED = "PAGE_PUBLISHED"
    PAGE_CHANGED = "PAGE_CHANGED"
    PAGE_WITHDRAWN = "PAGE_WITHDRAWN"
    REDIRECT_CHANGED = "REDIRECT_CHANGED"
    REDIRECT_WITHDRAWN = "REDIRECT_WITHDRAWN"
    SITE_CHANGED = "SITE_CHANGED"


class RecordKind(Enum):
    """The kinds of records, as the change feed names them."""

    SERVICE = "service"
    INCUBATOR = "incubator"
    INDICATOR = "indicator"
    FUNDING_ROUND = "funding_round"
    TERM = "term"


def describe_enum(enum: type[Enum], name: str, description: str, labels: Mapping[str, str]) -> None:
    """Makes a GraphQL enum of `enum`; `labels` are by the name of the member."""
    strawberry.enum(enum, name=name, description=description)
    for value in enum.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = labels.get(value.name)


def choice_labels(choices: type[Enum]) -> dict[str, str]:
    """The labels of a model's choices."""
    return {choice.name: str(choice.label) for choice in choices}  # type: ignore[attr-defined]


describe_enum(
    CorrectionKind,
    "CorrectionKind",
    "Pourquoi ce qui était publié change.",
    choice_labels(CorrectionKind),
)
describe_enum(ServicePhase, "ServicePhase", "Phase d’un service.", choice_labels(ServicePhase))
describe_enum(
    IndicatorDirection,
    "IndicatorDirection",
    "Sens dans lequel une évolution est favorable.",
    choice_labels(IndicatorDirection),
)
describe_enum(
    ObservationKind, "ObservationKind", "Ce qu’est une valeur.", choice_labels(ObservationKind)
)
describe_enum(
    ChartKind,
    "ChartKind",
    "Façon de dessiner des données.",
    {ChartKind(v).name: label for v, label in ChartBlock().child_blocks["kind"].field.choices if v},
)
describe_enum(
    RenditionName,
    "PictureRenditionName",
    "Taille d’une version réduite d’une image.",
    {
        "SMALL": "480 pixels de côté au plus.",
        "MEDIUM": "960 pixels de côté au plus.",
        "LARGE": "1920 pixels de côté au plus.",
    },
)
describe_enum(
    Origin,
    "TranscriptionOrigin",
    "D’où vient la transcription d’un graphique.",
    {
        "GENERATED": "Rédigée d’après les données.",
        "EDITED": "Écrite ou relue à la main, à jour des données.",
        "OUTDATED": "Écrite à la main, mais les données ont changé depuis.",
        "MISSING": "Absente : ni texte, ni données.",
    },
)
describe_enum(
    Unit,
    "FigureUnit",
    "Unité que dit une expression chiffrée.",
    {
        "PERCENT": "Pour cent.",
        "POINT": "Point : écart entre deux pourcentages ou deux notes.",
        "EURO": "Euro.",
        "FTE": "Équivalent temps plein (ETP).",
        "FTE_WORKED": "Équivalent temps plein travaillé (ETPT).",
        "MINUTE": "Minute.",
        "HOUR": "Heure.",
        "DAY": "Jour.",
        "WEEK": "Semaine.",
        "MONTH": "Mois.",
        "YEAR": "An.",
    },
)
describe_enum(
    Qualifier,
    "FigureQualifier",
    "Ce qu’une expression affirme de son nombre.",
    {
        "EXACT": "Le nombre lui-même.",
        "ABOUT": "Environ ce nombre.",
        "MORE_THAN": "Plus de ce nombre.",
        "AT_LEAST": "Au moins ce nombre.",
        "LESS_THAN": "Moins de ce nombre.",
        "CHANGE": "Une évolution : « +80 % ».",
        "FACTOR": "Un facteur : « x16 ».",
        "RATIO": "Un rapport ou une note : « 4,2/5 ».",
        "RANGE": "Un intervalle, ou le passage d’un nombre à un autre : « de 3 à 1 mois ».",
    },
)
describe_enum(
    State,
    "FigureState",
    "Si une expression chiffrée donne une valeur, et sinon pourquoi.",
    {
        "VALUE": "Une valeur.",
        "PROVISIONAL": "Une valeur provisoire.",
        "NOT_APPLICABLE": "Sans objet : « N/A ».",
        "NOT_AVAILABLE": "Non disponible : « ND ».",
        "TEXT": "Des mots, pas un chiffre.",
        "EMPTY": "Rien n’est écrit.",
    },
)
describe_enum(
    ChangeKind,
    "ChangeKind",
    "Ce que dit une entrée du flux des changements.",
    {
        "REPORT_PUBLISHED": "Un bilan est devenu public.",
        "REPORT_CHANGED": "Un bilan public a changé : son texte, son adresse, ce qu’il cite.",
        "REPORT_CORRECTED": "Un bilan public a corrigé un chiffre qu’il avait publié.",
        "REPORT_WITHDRAWN": "Un bilan n’est plus public.",
        "VERSION_WITHDRAWN": "Une version d’un bilan public a été retirée, avec un motif.",
        "RECORD_PUBLISHED": "Une fiche est devenue publique.",
        "RECORD_CHANGED": "Une fiche publique a changé.",
        "RECORD_WITHDRAWN": "Une fiche n’est plus publique.",
        "PAGE_PUBLISHED": "Une page est devenue publique.",
        "PAGE_CHANGED": "Une page publique a changé : son texte, son adresse, ce qu’elle cite.",
        "PAGE_WITHDRAWN": "Une page n’est plus publique.",
        "REDIRECT_CHANGED": "Une redirection est nouvelle, ou mène ailleurs.",
        "REDIRECT_WITHDRAWN": "Une redirection ne mène plus nulle part.",
        "SITE_CHANGED": "Le nom du site ou l’ordre de ses pages a changé.",
    },
)
describe_enum(
    RecordKind,
    "RecordKind",
    "Sorte de fiche.",
    {
        "SERVICE": "Un service.",
        "INCUBATOR": "Un incubateur.",
        "INDICATOR": "Un indicateur.",
        "FUNDING_ROUND": "Une promotion financée.",
        "TERM": "Un terme du glossaire.",
    },
)
