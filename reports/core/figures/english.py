"""The grammar of English figures: numbers, scales, units, qualifiers and the words around them."""

import re

from reports.core.figures import grammar
from reports.core.figures.grammar import DIGITS, MAX_DIGITS, OPENING, Grammar, Language
from reports.core.figures.parts import Qualifier, State, Unit
from reports.core.figures.units import Scale, Spelling, Vocabulary

THOUSAND = Scale(3, "thousand", r"(?:thousand | k)(?!\w)")
# "3 m" are metres. "3m" are millions, but see `Surroundings.metres`.
MILLION = Scale(6, "million", r"(?:millions? | mn | mln | (?-i:M) | (?<=[0-9)])m)(?!\w)")
BILLION = Scale(9, "billion", r"(?:billions? | bn)(?!\w)")
TRILLION = Scale(12, "trillion", r"(?:trillions? | tn)(?!\w)")

VOCABULARY = Vocabulary(
    {
        Unit.PERCENT: Spelling("%", "%", r"% | per\ ?cent(?!\w)"),
        Unit.POINT: Spelling("point", "points", r"(?:(?:percentage\ )?points?|pps?|pts?)(?!\w)"),
        Unit.EURO: Spelling("€", "€", r"€ | eur(?:os?)?(?!\w)", "", r"€ | (?<!\w)eur(?!\w)"),
        Unit.POUND_STERLING: Spelling(
            "£", "£", r"£ | gbp(?!\w) | pounds?\ sterling(?!\w)", "", r"£ | (?<!\w)gbp(?!\w)"
        ),
        Unit.US_DOLLAR: Spelling(
            "US$",
            "US$",
            r"\$ | us\ ?\$ | usd(?!\w) | us\ dollars?(?!\w)",
            "",
            r"\$ | (?<!\w)us\ ?\$ | (?<!\w)usd(?!\w)",
        ),
        Unit.SWISS_FRANC: Spelling(
            "CHF", "CHF", r"chf(?!\w) | swiss\ francs?(?!\w)", "", r"(?<!\w)chf(?!\w)"
        ),
        Unit.FTE_WORKED: Spelling("FTE worked", "FTE worked", r"ftes?\ worked(?!\w)"),
        Unit.FTE: Spelling("FTE", "FTE", r"(?:ftes?|full-time\ equivalents?)(?!\w)"),
        Unit.MINUTE: Spelling("minute", "minutes", r"(?:minutes?|mins?)(?!\w)"),
        Unit.HOUR: Spelling("hour", "hours", r"(?:hours?|hrs?)(?!\w)"),
        Unit.DAY: Spelling("day", "days", r"days?(?!\w)"),
        Unit.WEEK: Spelling("week", "weeks", r"weeks?(?!\w)"),
        Unit.MONTH: Spelling("month", "months", r"months?(?!\w)"),
        Unit.YEAR: Spelling("year", "years", r"years?(?!\w)"),
    },
    (THOUSAND, MILLION, BILLION, TRILLION),
)

# A comma separates thousands and nothing else, a point begins the decimals. European reports
# write a space in its place.
_NUMBER = rf"""
(?: 0 (?:\.{DIGITS})?+
  | [1-9][0-9]{{0,2}} (?:\ [0-9]{{3}}){{1,{MAX_DIGITS}}}+ (?:\.{DIGITS})?+
  | (?:[1-9][0-9]{{0,2}} (?:,[0-9]{{3}}){{1,{MAX_DIGITS}}}+ | [1-9][0-9]{{0,{MAX_DIGITS}}}+)
    (?:\.{DIGITS})?+
)"""

_GRAMMAR = Grammar(
    VOCABULARY,
    _NUMBER,
    one=r"one(?=\ ++(?:m|b|tr)illion)",
    before_unit=r"\ ++of(?=\ )",
    # "3 points up" is a difference, "12 points of sale" are places, "3 points below" is neither.
    not_unit=r"(?!\ *+points?\ of\ )",
)
_measure = _GRAMMAR.measure


def _form(qualifier: Qualifier, expression: str, edition: int = 1, needs: str = "") -> grammar.Form:
    return grammar.form(qualifier, expression, r"p|prov\.?|provisional", edition, needs)


_SIGN = rf"[+\-](?!\ ) | {OPENING}(?:[+\-]|minus|plus)\ ++"
_TO = _measure("_to", "-")
_JUST = r"(?:(?:just|well|only\ just|far)\ ++)?+"

# Verbs after which two numbers are a passage. "Grew by 3 to 5" has none of them before "from".
_PASSAGE = r"""(?:
    r(?:ose|ises?|isen|ising) | f(?:ell|alls?|alling|allen) | gr(?:ew|ows?|own|owing)
    | (?:increas|declin|reduc|rais|decreas)(?:e|ed|es|ing)
    | dropp?(?:ed|s|ing)? | climb(?:ed|s|ing)?
    | went | go(?:es|ing|ne)? | mov(?:e|ed|es|ing) | improv(?:e|ed|es|ing) | up | down | cut
)"""
NUMERALS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10"}
_NUMERAL = "|".join(NUMERALS)

_ABOUT = r"""(?:
    about | around | approximately | approx\.? | circa | ca?\. | nearly | almost | roughly
    | close\ to | some(?=\ ++[0-9€£$])
)"""
_MORE = rf"""{_JUST}(?:
    more\ than | over | above | greater\ than | higher\ than | in\ excess\ of | exceeding
    | upwards?\ of
)"""
_LEAST = r"(?:at\ least | (?:no|not)\ (?:less|fewer)\ than | (?:a\ )?minimum(?:\ of)?)"
_LESS = rf"{_JUST}(?: less\ than | fewer\ than | under | below | lower\ than )"
_MOST = r"""(?:
    up\ to | at\ most | (?:no|not)\ more\ than | (?:a\ )?maximum(?:\ of)?
)"""


def _worded(qualifier: Qualifier, words: str) -> grammar.Form:
    return _form(qualifier, rf"(?P<words>{words}) \ *+ {_measure()}")


# "+90% of the services" are more than 90% of them.
_SHARE = rf"(?P<number>{_NUMBER}) \ *+(?P<unit>%) \ ++(?P<article>of\ (?:the|all|our|its|their))"

# "9 users in 10" is a share, "2 officers in 3 offices" are at three places.
_NOUNS = r"(?!days?\b|nights?\b|hours?\b|months?\b)[^\W\d]{2,20}(?:\ [^\W\d]{2,20})?"
_VERB = r"are|were|is|was|have|has|had|do|did|said|say|can|could|rate|rated|use|used|would|will"
_SPAN = r"years?|months?|weeks?|days?|hours?|minutes?"
_OUT_OF = (
    rf"(?P<number_to>10{{1,4}}(?![0-9])(?!\ (?:{_SPAN}))"
    rf"|[1-9][0-9]{{0,2}}(?![0-9])(?!\ (?!(?:{_VERB})\b)\w))"
)

# "3x" alone is a multiplication; "3x a week" is a frequency, "3x laptops" is a count.
_ALONE = r"(?=\Z|[.,;:)](?!\w)|\ (?:in|since|between|vs)\ )"

FORMS = (
    _form(
        Qualifier.FROM_TO, rf"(?P<words>{_PASSAGE})\ ++from\ ++ {_measure('', '-')} \ ++to\ ++{_TO}"
    ),
    _form(Qualifier.FROM_TO, rf"{_measure('', '-')} \ *+→\ *+ {_TO}", needs="→"),
    _form(Qualifier.FROM_TO, rf"{_measure('', '-')} \ *+[\-=]>\ *+ {_TO}", 2, ">"),
    _form(
        Qualifier.RANGE, rf"(?:(?P<of>from)\ ++)?+ {_measure('', '-')} \ ++to\ ++ {_TO}", needs=" "
    ),
    _form(Qualifier.RANGE, rf"(?P<between>between)\ ++ {_measure('', '-')} \ ++and\ ++ {_TO}"),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>{_NUMBER}) (?:\ *+/\ *+|\ ++(?P<words>out\ ++of)\ ++)"
        rf"(?P<number_to>{_NUMBER})",
    ),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>{_NUMBER})\ ++(?P<words>(?:out\ ++)?+of(?:\ ++the)?+)\ ++"
        rf"(?P<number_to>{_NUMBER})(?!\ (?:{_SPAN}|[mbt]illions?|thousands?|bn|[km])\b)",
        2,
        " of ",
    ),
    _form(
        Qualifier.RATIO,
        r"(?P<number>[1-9])\ ++(?P<words>in)\ ++(?P<number_to>[2-9]|100?|20|1,?000|10,000|100,000)"
        r"(?!\ (?:years?|months?|weeks?|days?|hours?|minutes?))",
    ),
    _form(Qualifier.RANGE, rf"{_measure()} (?P<dash>-|\ -\ ) {_measure('_to')}", 2, "-"),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>[1-9][0-9]{{0,2}})\ ++(?P<words>{_NOUNS}\ ++(?:in|out\ ++of))\ ++{_OUT_OF}",
        2,
        " ",
    ),
    _form(Qualifier.EXACT, rf"(?P<loss>\()\ *+ {_measure()} \ *+\)", 2, "("),
    _form(Qualifier.EXACT, _GRAMMAR.loss(), 2, "("),
    _form(Qualifier.FACTOR, rf"(?:x|{OPENING}x\ ++) (?P<number>{_NUMBER})"),
    _form(Qualifier.FACTOR, rf"(?P<number>{_NUMBER})\ ?+x{_ALONE}", 2, "x"),
    _form(
        Qualifier.FACTOR,
        rf"(?P<words>multipl(?:ied|y|ying)\ ++by)\ ++"
        rf"(?:(?P<number>{_NUMBER}) | (?P<numeral>{_NUMERAL}))",
    ),
    _form(Qualifier.MORE_THAN, rf"\+\ ?+ {_SHARE}", needs="%"),
    _form(Qualifier.CHANGE, rf"(?={_SIGN}) {_measure(sign=_SIGN)}"),
    _form(Qualifier.CHANGE, _GRAMMAR.sign_after_money(), 2, "£-"),
    _form(Qualifier.CHANGE, rf"(?P<words>up|down)(?:\ ++by)?+\ ++ {_measure()}"),
    _worded(Qualifier.ABOUT, _ABOUT),
    _form(Qualifier.ABOUT, rf"[~≈]\ *+ {_measure()}"),
    _worded(Qualifier.AT_MOST, _MOST),
    _form(Qualifier.AT_MOST, rf"(?:≤|<=)\ *+ {_measure()}"),
    _worded(Qualifier.AT_LEAST, _LEAST),
    _form(Qualifier.AT_LEAST, rf"(?:≥|>=)\ *+ {_measure()}"),
    _worded(Qualifier.MORE_THAN, _MORE),
    _form(Qualifier.MORE_THAN, rf">\ *+ {_measure()}"),
    _form(Qualifier.MORE_THAN, rf"more\ ++than\ ++{_SHARE}", needs="%"),
    _form(Qualifier.MORE_THAN, rf"{_measure()} \+", needs="+"),
    _worded(Qualifier.LESS_THAN, _LESS),
    _form(Qualifier.LESS_THAN, rf"<\ *+ {_measure()}"),
    _form(Qualifier.AT_LEAST, rf"{_measure()} \ ++or\ ++more", needs=" "),
    _form(Qualifier.AT_MOST, rf"{_measure()} \ ++or\ ++(?:less|fewer)", needs=" "),
    _form(Qualifier.EXACT, _measure()),
)

# What forms begin with, but for signs and numbers. Most words of a text are none of these.
_OPENERS = rf"""
    {_PASSAGE}\ +from\ | from\ | between\ | x | multipl | up\ | down\ | plus\ | minus\b
    | {_ABOUT} | {_MORE} | {_LEAST} | {_LESS} | {_MOST} | one\ +[mbt] | eur | gbp | us | chf
"""

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_COUNTED = r"one|two|three|four|five|six|seven|eight|nine|ten"

_STREET = (
    r"Street|Road|Avenue|Lane|Square|Place|House|Way|Drive|Court|Terrace|Gardens|Row|Crescent|Hill"
    r"|Quay|Boulevard|Embankment|Parade|Close|Mews|Grove|Walk|Yard|Wharf|Plaza"
)

SURROUNDINGS = grammar.Surroundings(
    names=re.compile(
        rf"""(?: ,?\ (?:[A-Z][\w'.]*\ ){{1,3}}(?:(?:{_STREET})\b|(?:St|Rd|Ave|Blvd)\b)
        | \ [A-Z]\w+,\ (?:London|Edinburgh|Cardiff|Belfast|Dublin|Manchester|Birmingham|Leeds
            |Bristol)\b
        | (?<=\d{{4}})\ (?:Brussels|Paris|Luxembourg|Geneva|Bern|Berlin|Vienna|Copenhagen)\b
        | (?:\ ?:|,)\ (?:(?:the|a)\ )?(?:\w+\ )?(?:helpline|hotline|phone|telephone|emergency)\b
        )""",
        re.VERBOSE,
    ),
    loss=re.compile(r"\ (?:net\ |operating\ )?(?:deficit|loss|shortfall|overdraft)", re.IGNORECASE),
    balance=re.compile(
        r"\b(?:results?|balances?|deficits?|loss(?:es)?|surplus|margins?|equity|income)\b[^:]*:\s*$",
        re.IGNORECASE,
    ),
    continuation=re.compile(
        r"""\s?[½¼¾⅓⅔⅛] | ['’ʼ\u200b]\d | \s?\^ | \s?± | \s?h\s?\d | \s?[ap]\.?m\b
        | \s{1,3}and\sa\s(?:half|quarter|third)\b | \s{1,3}(?:½|half\b)
        | \s{1,3}(?:and|or)\s[\s+\-<>~≈≥≤€£$]*+\d++[\d\s.,]*+(?:%|€|k|m|bn|[a-z]{1,9}\b|/|$|[.;,)])
        | \s{1,3}to\s[\s+\-<>~≈≥≤€£$]*+\d
        | ,\s[€£$]?\d++(?:,\s|\s(?:and|or)\b) | (?<=\b1)\s[^\W\d]++(?:\s[^\W\d]++)?(?:,|\s=)?\s1\s
        | \s?(?:-|/|\+|=|\*)\s?[€£$]?\d
        | \s?x\s?(?:\d|more|less|faster|higher|lower|as\b) | x\b
        | \s(?:times|fold)\b | -fold\b
        | \s[^\W\d]{2,20}(?:\s[^\W\d]{2,20})?\s(?:in|out\sof)\s(?:[2-9]|10+|20)(?![\d.,])
        | \sper\s\d | \sof\s(?:the\s)?\d | \s(?:or\sso|plus|B)\b
        | \s?¢ | \sin\s(?:every|each)\s[€£$]\d
        | \sout\sof\s | \sin\s(?:every\s)?(?:[2-9]|10+|20|1,?000|10,000)\b
          (?!\s(?:years?|months?|weeks?|days?))
        | \sp\b(?!\.) | \s?(?:C|A|NZ|HK)?\$
        | \s?(?:ft|feet|lbs?|stone|kg|km|m|°)\s\d""",
        re.VERBOSE | re.IGNORECASE,
    ),
    lead_in=re.compile(
        rf"""(?:\d\s?h\s? | , | \b(?:AUD|CAD|JPY|NOK|SEK)\s | \bbetween\s++ | ±\s?
        | (?<!\d)\d{{1,3}}\sof\s(?:the\s)?
        | (?:\A|:\ )-\ ?\(\ ? | \d\s?[x^*=]\s? | \d\s?-\s | [A-Z]{{1,2}}\$
        | \d\s?(?:h|hrs?|hours?|mins?|minutes?|d|days?|weeks?|months?|years?)\s(?:and\s)?
        | \b(?i:{_COUNTED})\s++(?:[^\W\d]++\s++){{0,3}}(?:in|out\ of)\s++(?:every\s++)?
        | \b(?i:{_COUNTED}|half|[½¼¾])\s++(?:(?:a|of|to|or)\s++)?
        | \b(?:divided|multiplied)\s++by\s++
        | \d\s?(?:p|pence|¢|c|cents)\s(?:in|of|out\sof|from)\s(?:every|each|the)\s
        | \b(?:about|around|nearly|almost|hours?|minutes?)\s++
        )\Z""",
        re.VERBOSE,
    ),
    named=re.compile(
        r"(?:§|\b(?:[A-Z]{2,}|pp?\.|"
        + _MONTHS
        + r"|(?i:act|action|annexe?|appendix|article|band|box|building|call|category|chapter|chart"
        r"|class|clause|dial|directive|exhibit|figure|floor|goal|grade|item|level|line|measure|milestone"
        r"|note|no\.?|number|objective|page|paragraph|part|phase|pillar|position|priority|program|programme"
        r"|quarter|rank|recommendation|regulation|room|round|route|rule|schedule|scope|section|stage"
        r"|standard|step|strand|suite|table|target|tier|title|top|type|unit|version|volume|vote|wave"
        r"|week|year|zone|windows|python|java|php|debian|ubuntu|drupal|android)s?))\ "
        r"(?:[0-9]{1,4}\ (?:and|or|to)\ )?$"
    ),
    label=re.compile(
        r"\A\s*+(?:[0-9]{1,2}\.[0-9]{1,2}\.?\ [A-ZÀ-Ý][a-zà-ÿ]|\w++\ [0-9.]++\ ?:"
        r"|[0-9]{1,3}(?:\ ?/(?!\ ?[0-9])|[.)](?:\s|$)|\ \|\ |\ -\ (?=[A-ZÀ-Ý])))"
    ),
    month=re.compile(rf"(?:\ (?:to|and)\ [0-9]{{1,2}})?\ {_MONTHS}\b"),
    # "3m wall" and "3m deep" are metres, "3m users" and "3m people" millions.
    growth=re.compile(
        r"\b(?:gr[eo]w\w*|ros[ei]\w*|ris\w+|increas\w+|fell|fall\w*|declin\w+|decreas\w+|dropp?\w*"
        r"|reduc\w+|up|down)\s++by\s++$",
        re.IGNORECASE,
    ),
    levels={
        Unit.PERCENT: re.compile(
            r"\ {1,3}to\ (?:[€£$]\ ?\d|\d{1,3}(?:,\d{3})+(?!\d)|\d{3,}(?![\d%]|\ %)"
            r"|\d{1,3}(?:\.\d{1,3})?\ ?(?:million|billion|thousand|[mk]\b|bn\b))"
        ),
        Unit.POINT: re.compile(r"\ {1,3}to\ \d{1,3}(?:\.\d{1,3})?\ ?%"),
    },
    metres=re.compile(
        r"\ {1,3}(?![a-z]++(?<=s)\b|people\b|children\b|women\b|men\b)\w", re.IGNORECASE
    ),
)

ENGLISH = Language(
    VOCABULARY,
    FORMS,
    grammar.start(_OPENERS),
    {
        **dict.fromkeys(("n/a", "n.a.", "not applicable"), State.NOT_APPLICABLE),
        **dict.fromkeys(
            ("nd", "n.d.", "n/d", "not available", "not reported", "not disclosed"),
            State.NOT_AVAILABLE,
        ),
    },
    ".",
    NUMERALS,
    SURROUNDINGS,
    novelties=re.compile(r"[—―]|\d \d{3}(?!\d)"),
)
