"""French figure expressions."""

import re

from reports.figures.grammar import DIGITS, LONGEST, OPENING, Form, Grammar, Language, Surroundings
from reports.figures.grammar import form as make_form
from reports.figures.grammar import start as make_start
from reports.figures.parts import Qualifier, State, Unit
from reports.figures.units import Scale, Spelling, Vocabulary

THOUSAND = Scale(3, "mille", r"(?:mille | milliers? | k)(?!\w)")
# A lone lower-case m is a metre: only M, or an m before a sign of money, is a million.
MILLION = Scale(6, "million", r"(?:millions? | (?-i:M) | m(?=\ *+[€£$]))(?!\w)")
MILLIARD = Scale(9, "milliard", r"(?:milliards? | mds?)(?!\w)")

VOCABULARY = Vocabulary(
    {
        Unit.PERCENT: Spelling("%", "%", r"% | pour\ cent(?!\w)"),
        Unit.POINT: Spelling(
            "point", "points", r"(?:points?|pts?)(?!\w)(?:\ de\ (?:pourcentage(?!\w)|%))?+"
        ),
        Unit.EURO: Spelling("€", "€", r"€ | eur(?:os?)?(?!\w)", "euros", r"€ | (?<!\w)eur(?!\w)"),
        Unit.POUND_STERLING: Spelling(
            "£",
            "£",
            r"£ | gbp(?!\w) | livres?\ sterling(?!\w)",
            prefix=r"£ | (?<!\w)gbp(?!\w)",
        ),
        Unit.US_DOLLAR: Spelling(
            "USD",
            "USD",
            r"\$(?:\ ?us(?!\w))? | us\ ?\$ | usd(?!\w) | dollars?\ américains?(?!\w)",
            prefix=r"\$ | (?<!\w)us\ ?\$ | (?<!\w)usd(?!\w)",
        ),
        Unit.SWISS_FRANC: Spelling(
            "CHF",
            "CHF",
            r"chf(?!\w) | francs?\ suisses?(?!\w)",
            prefix=r"(?<!\w)chf(?!\w)",
        ),
        Unit.FTE_WORKED: Spelling("ETPT", "ETPT", r"etpt(?!\w)"),
        Unit.FTE: Spelling("ETP", "ETP", r"etp(?!\w)"),
        Unit.MINUTE: Spelling("minute", "minutes", r"(?:minutes?|min|mn)(?!\w)"),
        Unit.HOUR: Spelling("heure", "heures", r"(?:heures?|h)(?!\w)"),
        Unit.DAY: Spelling("jour", "jours", r"(?:jours?|j)(?!\w)"),
        Unit.WEEK: Spelling("semaine", "semaines", r"semaines?(?!\w)"),
        Unit.MONTH: Spelling("mois", "mois", r"mois(?!\w)"),
        Unit.YEAR: Spelling("an", "ans", r"(?:ans?|années?)(?!\w)"),
    },
    (THOUSAND, MILLION, MILLIARD),
)

# Thousands are in groups of three or not grouped at all, and never led by zeros. A point before
# exactly three digits is refused: it is a decimal point here, a thousands separator elsewhere.
_NUMBER = rf"""
(?: 0 (?:[.,]{DIGITS})?+
  | (?:[1-9][0-9]{{0,2}} (?:\ [0-9]{{3}}){{1,{LONGEST}}}+ | [1-9][0-9]{{0,{LONGEST}}}+)
    (?:,{DIGITS} | \.(?![0-9]{{3}}(?![0-9])){DIGITS})?+
)"""

_GRAMMAR = Grammar(
    VOCABULARY,
    _NUMBER,
    one=r"un(?=\ ++milli(?:on|ard))",
    before_unit=r"\ ++de(?=\ )|\ *+d'",
    # "+3 points de satisfaction" are points, "12 points de vente" are places.
    not_unit=r"(?!\ *+points?\ (?:d'|de\ (?!pourcentage|%)))",
)
_measure = _GRAMMAR.measure


def _form(qualifier: Qualifier, expression: str) -> Form:
    return make_form(qualifier, expression, r"p|prov\.?|provisoires?")


_SIGN = rf"[+\-](?!\ ) | {OPENING}(?:[+\-]|moins)\ ++"
_DE = r"(?:\ ++de\ ++|\ ++d'\ *+)"

# Verbs after which two numbers are a passage, even upwards. Others leave it open: what is
# "augmenté de 10 à 20 %" may have grown by that much.
_PASSAGE = r"(?:pass(?:ée?s?|e|ent|er|ant|ait|aient|era|eront)|portée?s?)"
_TO = _measure("_to", "-")

NUMERALS = {"deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "dix": "10"}
_NUMERAL = "|".join(NUMERALS)

_ABOVE = r"supérieure?s?\ ++à | au-dessus\ ++d(?:e\ |') | au-delà\ ++d(?:e\ |')"
_BELOW = r"inférieure?s?\ ++à | (?:en|au)[\ \-]++dess?ous\ ++d(?:e\ |')"
_EQUAL = r"\ ++ou\ ++éga(?:le?s?|ux)\ ++à"
_MOST = r"(?:au\ ++plus|(?:au\ ++)?+maximum|max\.?)"

# "+90 % des services" are more than 90 % of them, "+90 % d'utilisateurs" is a growth.
_ARTICLE = r"\ ++(?P<article>des|du|de\ (?:la|nos|ces|ses|leurs))"
_SHARE = rf"(?P<number>{_NUMBER}) \ *+(?P<unit>%) {_ARTICLE}"

FORMS = (
    _form(Qualifier.FROM_TO, rf"(?P<words>{_PASSAGE})\ ++de\ ++{_measure('', '-')}\ ++à\ ++{_TO}"),
    _form(Qualifier.FROM_TO, rf"{_measure('', '-')} \ *+→\ *+ {_TO}"),
    _form(Qualifier.RANGE, rf"(?:(?P<of>de)\ ++)?+ {_measure('', '-')} \ ++à\ ++ {_TO}"),
    _form(Qualifier.RANGE, rf"(?P<between>entre)\ ++ {_measure('', '-')} \ ++et\ ++ {_TO}"),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>{_NUMBER}) (?:\ *+/\ *+|\ ++sur\ ++) (?P<number_to>{_NUMBER})",
    ),
    _form(Qualifier.FACTOR, rf"(?:x|{OPENING}x\ ++) (?P<number>{_NUMBER})"),
    _form(
        Qualifier.FACTOR,
        rf"(?P<words>multipli(?:ée?s?|e|ent|er|ant|cation)\ ++par)\ ++"
        rf"(?:(?P<number>{_NUMBER}) | (?P<numeral>{_NUMERAL}))",
    ),
    _form(Qualifier.MORE_THAN, rf"\+\ ?+ {_SHARE}"),
    _form(Qualifier.CHANGE, rf"(?={_SIGN}) {_measure(sign=_SIGN)}"),
    _form(
        Qualifier.ABOUT,
        rf"(?:(?:environ|env\.?|presque)\ ++ | près{_DE} | [~≈]\ *+) {_measure()}",
    ),
    _form(Qualifier.AT_MOST, rf"(?P<words>jusqu'à|pas\ ++plus\ ++de)\ ++ {_measure()}"),
    _form(Qualifier.AT_MOST, rf"(?:{_MOST}\ ++ | (?:≤|<=)\ *+) {_measure()}"),
    _form(Qualifier.AT_MOST, rf"(?P<words>inférieure?s?{_EQUAL})\ ++ {_measure()}"),
    _form(Qualifier.AT_LEAST, rf"(?P<words>supérieure?s?{_EQUAL})\ ++ {_measure()}"),
    _form(
        Qualifier.MORE_THAN,
        rf"(?:plus{_DE} | {OPENING}plus\ ++ | \+\ *+de\ ++ | >\ *+) {_measure()}",
    ),
    _form(Qualifier.MORE_THAN, rf"plus{_DE} {_SHARE}"),
    _form(Qualifier.MORE_THAN, rf"(?P<words>{_ABOVE})\ *+ {_measure()}"),
    _form(Qualifier.MORE_THAN, rf"{_measure()} \+"),
    _form(Qualifier.AT_LEAST, rf"(?P<words>à\ ++partir\ ++d(?:e\ |')|dès)\ *+ {_measure()}"),
    _form(
        Qualifier.AT_LEAST,
        rf"(?:(?:au\ ++moins|(?:au\ ++)?+minimum)\ ++ | pas\ ++moins{_DE} | (?:≥|>=)\ *+)"
        + _measure(),
    ),
    _form(Qualifier.LESS_THAN, rf"(?:moins{_DE} | <\ *+) {_measure()}"),
    _form(Qualifier.LESS_THAN, rf"(?P<words>{_BELOW})\ *+ {_measure()}"),
    _form(Qualifier.ABOUT, rf"{_measure()} \ ++environ"),
    _form(Qualifier.AT_LEAST, rf"{_measure()} \ ++(?:au\ ++moins|(?:au\ ++)?+minimum)"),
    _form(Qualifier.AT_MOST, rf"{_measure()} \ ++{_MOST}"),
    _form(Qualifier.EXACT, _measure()),
)

# What forms begin with, but for signs and numbers. Most words of a text are none of these.
_OPENERS = rf"""
    {_PASSAGE}\ | de\ [\-0-9€£$ugec] | entre\ | x | multipli | plus | moins | environ\ | env\b
    | presque\ | près\  | jusqu'à\ | pas\  | {_MOST}\ | {_ABOVE} | {_BELOW} | au\ +moins\b
    | (?:in|sup)f?érieure?s?\ | (?:au\ +)?minimum\ | à\ +partir\ | dès\ | un\ +milli
    | eur | gbp | us | chf
"""

_COUNTED = r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"

SURROUNDINGS = Surroundings(
    levels={
        Unit.PERCENT: re.compile(
            r"\ {1,3}à\ (?:\d{1,3}(?:\ \d{3})+(?![\d%]|\ %)|\d{3,}(?![\d%]|\ %)"
            r"|\d{1,3}(?:,\d{1,3})?\ ?(?:millions?|milliards?|milliers?|k€|M€|Md€|€|euros?))"
        ),
        Unit.POINT: re.compile(r"\ {1,3}à\ \d{1,3}(?:,\d{1,3})?\ ?%"),
    },
    goes_on=re.compile(
        r"""\s?[½¼¾⅓⅔⅛] | ['’ʼ\u200b]\d | \s?h\s?\d | \s?\^ | \s?±
        | \s{1,3}et\s(?:\s*demie?\b | \s*[½¼¾] | \s*une?\s(?:demie?|tiers|quart)\b)
        | (?<!ETP)(?<!ETPT)\s{1,3}(?:et|ou)\s[\s+\-<>~≈≥≤]*+\d++[\d\s.,]*+
          (?:%|€|k|M|[a-zéû²³]{1,9}\b|/|$|[.;,)])
        | \s{1,3}(?:à|jusqu'à)\s[\s+\-<>~≈≥≤]*+\d
        | ,\s\d++(?:,|\s(?:et|ou)\b)
        | \s?(?:-|/|\+|=|\*)\s?\d
        | \s?x\s?\d | \s(?:x|fois)\s{1,3}(?:plus|moins|le|la|les|supérieure?s?|inférieure?s?)\b
        | \s(?:bis|ter|quater|puissance)\b | \s?(?:<|>|→|puis)\s?\d
        | \ssur\s(?:[2-9]|10+|20)(?![\d.,])(?!\s[\w%€])
        | \s?(?:[kM]{1,2}|Md|Mrd)\s?(?:EUR|USD|GBP|CHF|[€£$]) | \s?EUR\b | \s?(?:[A-Z]{1,2})?\$
        | \s[^\W\d]{2,20}(?:\s[^\W\d]{2,20})?\ssur\s(?:[2-9]|10+|20)(?![\d.,])(?!\s\d)
        | \s?(?:kg|km|m|°)\s\d""",
        re.VERBOSE,
    ),
    has_begun=re.compile(
        rf"""(?:\d\s?h\s? | , | \b(?:AUD|CAD|JPY|NOK|SEK)\s | \bentre\s++ | ±\s?
        | \d\s?[x^*=]\s? | \d\s?-\s
        | \b(?i:{_COUNTED})\s++(?:[^\W\d]++\s++){{0,3}}sur\s++
        | \b(?i:{_COUNTED}|[½¼¾])\s++(?:à|ou)\s++
        | \b(?:divis|multipli)\w*+\s++par\s++
        | \b(?i:environ|presque|près\ de|bac)\s++
        | (?:\b(?:midi|minuit|heures?|minutes?|h|min|euros?)|€)\s
        | \d\s?(?:ans?|mois|semaines?|jours?|heures?|minutes?)\s(?:et\s)?
        )\Z""",
        re.VERBOSE,
    ),
    named=re.compile(
        r"\b(?:[A-Z]{2,}|(?i:annexe|art\.|article|axe|covid|chapitre|critère|étape|figure|lot|niveau|numéro"
        r"|page|palier|phase|promo|promotion|section|tableau|tome|top|trimestre|vague|version"
        r"|volet)s?)\ (?:[0-9]{1,4}\ (?:et|ou|à)\ )?$"
    ),
    label=re.compile(r"\A\s*+(?:\w++\ [0-9.]++\ ?:|[0-9]{1,3}(?:\ ?/(?!\ ?[0-9])|[.)](?:\s|$)))"),
    growth=re.compile(r"\b(?:augment|progress|baiss|diminu|rédui|recul)\w*+\s++$", re.IGNORECASE),
    month=re.compile(
        r"(?:\ (?:au|et)\ [0-9]{1,2})?\ (?:janvier|février|mars|avril|mai|juin|juillet|août"
        r"|septembre|octobre|novembre|décembre)\b",
        re.IGNORECASE,
    ),
)

FRENCH = Language(
    VOCABULARY,
    FORMS,
    make_start(_OPENERS),
    {
        **dict.fromkeys(
            ("n/a", "n.a.", "s.o.", "sans objet", "non applicable"), State.NOT_APPLICABLE
        ),
        **dict.fromkeys(
            ("nd", "n.d.", "n/d", "non disponible", "nc", "n.c.", "non communiqué"),
            State.NOT_AVAILABLE,
        ),
    },
    ",",
    NUMERALS,
    SURROUNDINGS,
)
