"""GraphQL enums, each made from the choices of a model or from a Python enum."""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from django.core.exceptions import ImproperlyConfigured

from reports.content.models import Indicator, Observation, SearchEntry, Service
from reports.content.models.record_kind import list_kinds, list_searched_kinds
from reports.core.document.transcription import Origin
from reports.core.figures import Qualifier, State, Unit
from reports.publishing.models import CorrectionKind
from reports_graphql.descriptions import with_article

__all__ = [
    "ChangeKind",
    "ChartKind",
    "CorrectionKind",
    "IndicatorDirection",
    "MentionKind",
    "ObservationKind",
    "Origin",
    "Qualifier",
    "RecordKind",
    "RenditionName",
    "SearchType",
    "ServicePhase",
    "State",
    "Unit",
]

IndicatorDirection = Indicator.Direction
ObservationKind = Observation.Kind
SearchType = SearchEntry.Kind
ServicePhase = Service.Phase


class ChartKind(Enum):
    """The values in which a chart stores its form; a test compares them with the block's
    choices.
    """

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    AREA = "area"
    PICTURE = "picture"


class RenditionName(Enum):
    """The names in `content.models.media.RENDITIONS`, the smallest first; a test compares them."""

    SMALL = "SMALL"
    MEDIUM = "MEDIUM"
    LARGE = "LARGE"


class MentionKind(Enum):
    """The types of blocks that can name a service; a test compares them with the blocks."""

    IMPACT_CARD = "impact_card"
    COMPARISON_CARD = "comparison_card"
    SERVICE_LINE = "service_line"
    AWARD = "funding_table"


class ChangeKind(Enum):
    """The kinds of feed entries; a test compares them with those that the feed writes."""

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


if TYPE_CHECKING:

    class RecordKind(Enum):
        """The kinds of records, under their names in the change feed."""

else:
    RecordKind = Enum("RecordKind", [(kind.name.upper(), kind.name) for kind in list_kinds()])


def describe_enum(enum: type[Enum], name: str, description: str, values: Mapping[str, str]) -> None:
    """Make a GraphQL enum of `enum`; `values` describe its members by name."""
    strawberry.enum(enum, name=name, description=description)
    for value in enum.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = values[value.name]


def describe_searched_kinds() -> dict[str, str]:
    """Return the description of each kind of search results, by its member of `SearchType`."""
    described = {
        kind.name.upper(): f"{kind.words.capitalize()}s." for kind in list_searched_kinds()
    }
    for name in SearchType.names:
        if name not in described and name != SearchType.PASSAGE.name:
            raise ImproperlyConfigured(
                f"SearchEntry.Kind has {name}, and no kind of records of that name is searched: "
                f"decorate its model with @record_kind, and name what is `searched`."
            )
    return described


describe_enum(
    CorrectionKind,
    "CorrectionKind",
    "Why something changes that was published.",
    {
        "CORRECTION": "What was published was wrong.",
        "TYPO": "What was published was mistyped.",
        "NEW_INFORMATION": "What was published was right, and more is known since.",
    },
)
describe_enum(
    ServicePhase,
    "ServicePhase",
    "The phase of a service.",
    {
        "INVESTIGATION": "The problem is studied before anything is built.",
        "CONSTRUCTION": "A first version is built and tried with users.",
        "ACCELERATION": "The service has proved useful and is extended to more users.",
        "TRANSFER": "The service has been handed over to another organisation.",
        "SUCCESS": "The service is established for good.",
        "ALUMNI": "The partnership with the programme has ended.",
        "ABANDONED": "The service has been given up.",
    },
)
describe_enum(
    IndicatorDirection,
    "IndicatorDirection",
    "The direction in which a change is good.",
    {"UP": "A rise is good.", "DOWN": "A fall is good."},
)
describe_enum(
    ObservationKind,
    "ObservationKind",
    "What a value is.",
    {"RESULT": "A result that was measured.", "TARGET": "A target that was set."},
)
describe_enum(
    SearchType,
    "SearchType",
    "A kind of search result.",
    {
        **describe_searched_kinds(),
        "TERM": "Terms of the glossary.",
        "PASSAGE": "Passages of reports.",
    },
)
describe_enum(
    ChartKind,
    "ChartKind",
    "How data are drawn.",
    {
        "BAR": "Horizontal bars.",
        "COLUMN": "Vertical bars.",
        "LINE": "Lines.",
        "AREA": "Areas.",
        "PICTURE": "A picture without data, from an old report.",
    },
)
describe_enum(
    RenditionName,
    "PictureRenditionName",
    "The size of a reduced version of a picture.",
    {
        "SMALL": "At most 480 pixels on each side.",
        "MEDIUM": "At most 960 pixels on each side.",
        "LARGE": "At most 1920 pixels on each side.",
    },
)
describe_enum(
    Origin,
    "TranscriptionOrigin",
    "Where the transcription of a chart comes from.",
    {
        "GENERATED": "Generated from the data.",
        "EDITED": "Written or reviewed by an editor, and up to date with the data.",
        "OUTDATED": "Written by an editor before the data changed.",
        "MISSING": "There is neither a text nor data.",
    },
)
describe_enum(
    Unit,
    "FigureUnit",
    "The unit that a figure names.",
    {
        "PERCENT": "Per cent.",
        "POINT": "Point: a difference between two percentages or two marks.",
        "EURO": "Euro.",
        "POUND_STERLING": "Pound sterling.",
        "US_DOLLAR": "Dollar of the United States.",
        "SWISS_FRANC": "Swiss franc.",
        "FTE": "Full-time equivalent (« ETP »).",
        "FTE_WORKED": "Full-time equivalent worked (« ETPT »).",
        "MINUTE": "Minute.",
        "HOUR": "Hour.",
        "DAY": "Day.",
        "WEEK": "Week.",
        "MONTH": "Month.",
        "YEAR": "Year.",
    },
)
describe_enum(
    Qualifier,
    "FigureQualifier",
    "What a figure states about its number.",
    {
        "EXACT": "The number itself.",
        "ABOUT": "About the number.",
        "MORE_THAN": "More than the number.",
        "AT_LEAST": "At least the number.",
        "LESS_THAN": "Less than the number.",
        "AT_MOST": "At most the number: « jusqu’à 300 ».",
        "CHANGE": "A change: « +80 % ».",
        "FACTOR": "A factor: « x16 », « multiplié par 3 ».",
        "RATIO": "A ratio or a mark: « 4,2/5 ».",
        "RANGE": "Somewhere between two numbers: « entre 3 et 5 », « de 18 à 25 ans ».",
        "FROM_TO": "A passage from one number to another, in time: « de 3 à 1 mois ».",
    },
)
describe_enum(
    State,
    "FigureState",
    "Whether a figure gives a value, and why not otherwise.",
    {
        "VALUE": "A value.",
        "PROVISIONAL": "A provisional value.",
        "NOT_APPLICABLE": "Not applicable: « N/A ».",
        "NOT_AVAILABLE": "Not available: « ND ».",
        "TEXT": "Words without a value.",
        "EMPTY": "Nothing is written.",
    },
)
describe_enum(
    MentionKind,
    "MentionKind",
    "What names a service in a report.",
    {
        "IMPACT_CARD": "A card about what the service achieved.",
        "COMPARISON_CARD": "A card that sets a period against another.",
        "SERVICE_LINE": "A line of a list of services.",
        "AWARD": "A row of a funding table.",
    },
)
describe_enum(
    ChangeKind,
    "ChangeKind",
    "What an entry of the change feed states.",
    {
        "REPORT_PUBLISHED": "A report became public.",
        "REPORT_CHANGED": "A public report changed: its text, its address or what it refers to.",
        "REPORT_CORRECTED": "A public report corrected a figure that it had published.",
        "REPORT_WITHDRAWN": "A report is public no longer.",
        "VERSION_WITHDRAWN": "A version of a public report was withdrawn, with a reason.",
        "RECORD_PUBLISHED": "A record became public.",
        "RECORD_CHANGED": "A public record changed.",
        "RECORD_WITHDRAWN": "A record is public no longer.",
        "PAGE_PUBLISHED": "A page became public.",
        "PAGE_CHANGED": "A public page changed: its text, its address or what it refers to.",
        "PAGE_WITHDRAWN": "A page is public no longer.",
        "REDIRECT_CHANGED": "A redirect is new, or leads elsewhere.",
        "REDIRECT_WITHDRAWN": "A redirect leads nowhere any longer.",
        "SITE_CHANGED": "What the site says of itself or the order of its pages changed.",
    },
)
describe_enum(
    RecordKind,
    "RecordKind",
    "The kind of a record.",
    {kind.name.upper(): f"{with_article(kind.words)}." for kind in list_kinds()},
)
