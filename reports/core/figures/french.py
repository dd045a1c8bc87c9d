"""The grammar of French figures: numbers, scales, units, qualifiers and the words around them."""

import re

from reports.core.figures import grammar
from reports.core.figures.french_participles import PARTICIPLE
from reports.core.figures.grammar import DIGITS, MAX_DIGITS, OPENING, Grammar, Language
from reports.core.figures.parts import Qualifier, State, Unit
from reports.core.figures.units import Scale, Spelling, Vocabulary

_GLUED = r"(?=eur(?:os?)?(?!\w))"  # a scale may be glued to its euros: 350 keuros
THOUSAND = Scale(3, "mille", rf"(?:mille | milliers? | k)(?!\w) | k{_GLUED}")
# A lone lower-case m is a metre: only M, or an m before a sign of money, is a million.
MILLION = Scale(6, "million", rf"(?:millions? | (?-i:M) | mio | m(?=\ *+[€£$]))(?!\w) | m{_GLUED}")
MILLIARD = Scale(9, "milliard", rf"(?:milliards? | mr?ds?)(?!\w) | mr?ds?{_GLUED}")

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
# Two points can only separate thousands: 1.500.000.
_NUMBER = rf"""
(?: 0 (?:[.,]{DIGITS})?+
  | [1-9][0-9]{{0,2}} (?:\.[0-9]{{3}}){{2,{MAX_DIGITS}}}+ (?:,{DIGITS})?+
  | (?:[1-9][0-9]{{0,2}} (?:\ [0-9]{{3}}){{1,{MAX_DIGITS}}}+ | [1-9][0-9]{{0,{MAX_DIGITS}}}+)
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


def _form(qualifier: Qualifier, expression: str, edition: int = 1, needs: str = "") -> grammar.Form:
    return grammar.form(qualifier, expression, r"p|prov\.?|provisoires?", edition, needs)


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

# "- de 30 jours", "les - de 26 ans"; "- de 30 à 40 jours" is a dash before a range.
_MINUS_DE = rf"(?:{OPENING} | (?<=\b[ld]es\ ) | (?<=\baux\ ))-\ (?:de\ ++|d'\ *+)"
_NO_PASSAGE = r"(?!.{0,60}\ à\ [0-9])"

# "+90 % des services" are more than 90 % of them, "+90 % d'utilisateurs" is a growth.
_ARTICLE = r"\ ++(?P<article>des|du|de\ (?:la|nos|ces|ses|leurs))"
_SHARE = rf"(?P<number>{_NUMBER}) \ *+(?P<unit>%) {_ARTICLE}"

# "9 usagers sur 10" is a share, "2 agents sur 3 sites" are at three places.
_NOUNS = r"(?!jours?\b|nuits?\b|heures?\b|mois\b)[^\W\d]{2,20}(?:\ [^\W\d]{2,20})?"
_VERB = r"ont|sont|est|a|ne|n'|se|s'|en|y|déclarent?|jugent?|estiment?|peuvent|peut|utilisent?"
_GOES_ON = rf"(?!\ (?!(?:{_VERB}|{PARTICIPLE})\b)\w)"
_OUT_OF = rf"(?P<number_to>10{{1,4}}(?![0-9])|[1-9][0-9]{{0,2}}(?![0-9]){_GOES_ON})"

# "3x" alone is a multiplication; "3x par an" is a frequency, "en 3x" a way to pay.
_ALONE = (
    r"(?<!\ben\ [0-9]x)(?<!\ben\ [0-9]\ x)(?<!\ben\ [0-9]{2}x)"
    r"(?=\Z|[.,;:)](?!\w)|\ (?:en|depuis|entre|contre|vs)\ )"
)

FORMS = (
    _form(Qualifier.FROM_TO, rf"(?P<words>{_PASSAGE})\ ++de\ ++{_measure('', '-')}\ ++à\ ++{_TO}"),
    _form(Qualifier.FROM_TO, rf"{_measure('', '-')} \ *+→\ *+ {_TO}", needs="→"),
    _form(Qualifier.FROM_TO, rf"{_measure('', '-')} \ *+[\-=]>\ *+ {_TO}", 2, ">"),
    _form(Qualifier.RANGE, rf"(?:(?P<of>de)\ ++)?+ {_measure('', '-')} \ ++à\ ++ {_TO}", needs=" "),
    _form(Qualifier.RANGE, rf"(?P<between>entre)\ ++ {_measure('', '-')} \ ++et\ ++ {_TO}"),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>{_NUMBER}) (?:\ *+/\ *+|\ ++sur\ ++) (?P<number_to>{_NUMBER})",
    ),
    _form(Qualifier.RANGE, rf"{_measure()} (?P<dash>-|\ -\ ) {_measure('_to')}", 2, "-"),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>[1-9][0-9]{{0,2}})\ ++(?P<words>{_NOUNS}\ ++sur)\ ++{_OUT_OF}",
        2,
        " ",
    ),
    _form(Qualifier.EXACT, rf"(?P<loss>\()\ *+ {_measure()} \ *+\)", 2, "("),
    _form(Qualifier.EXACT, _GRAMMAR.loss(), 2, "("),
    _form(Qualifier.FACTOR, rf"(?:x|{OPENING}x\ ++) (?P<number>{_NUMBER})"),
    _form(Qualifier.FACTOR, rf"(?P<number>{_NUMBER})\ ?+x{_ALONE}", 2, "x"),
    _form(
        Qualifier.FACTOR,
        rf"(?P<words>multipli(?:ée?s?|e|ent|er|ant|cation)\ ++par)\ ++"
        rf"(?:(?P<number>{_NUMBER}) | (?P<numeral>{_NUMERAL}))",
    ),
    _form(Qualifier.MORE_THAN, rf"\+\ ?+ {_SHARE}", needs="%"),
    _form(Qualifier.CHANGE, rf"(?={_SIGN}) {_measure(sign=_SIGN)}"),
    _form(Qualifier.CHANGE, _GRAMMAR.sign_after_money(), 2, "€-"),
    _form(
        Qualifier.ABOUT,
        rf"(?:(?:environ|env\.?|presque)\ ++ | près{_DE} | [~≈]\ *+) {_measure()}",
    ),
    _form(Qualifier.ABOUT, rf"(?P<words>quelque)\ ++ {_measure()}", 2),
    _form(Qualifier.AT_MOST, rf"(?P<words>jusqu'à|pas\ ++plus\ ++de)\ ++ {_measure()}"),
    _form(Qualifier.AT_MOST, rf"(?:{_MOST}\ ++ | (?:≤|<=)\ *+) {_measure()}"),
    _form(Qualifier.AT_MOST, rf"(?P<words>inférieure?s?{_EQUAL})\ ++ {_measure()}"),
    _form(Qualifier.AT_LEAST, rf"(?P<words>supérieure?s?{_EQUAL})\ ++ {_measure()}"),
    _form(
        Qualifier.MORE_THAN,
        rf"(?:plus{_DE} | {OPENING}plus\ ++ | \+\ *+de\ ++ | >\ *+) {_measure()}",
    ),
    _form(Qualifier.MORE_THAN, rf"\+\ ?+d'\ *+ {_measure()}", 2, "+"),
    _form(Qualifier.MORE_THAN, rf">\ ?+à\ ++ {_measure()}", 2, ">"),
    _form(Qualifier.LESS_THAN, rf"<\ ?+à\ ++ {_measure()}", 2, "<"),
    _form(Qualifier.AT_LEAST, rf"≥\ ?+à\ ++ {_measure()}", 2, "≥"),
    _form(Qualifier.AT_MOST, rf"≤\ ?+à\ ++ {_measure()}", 2, "≤"),
    _form(Qualifier.MORE_THAN, rf"plus{_DE} {_SHARE}", needs="%"),
    _form(Qualifier.MORE_THAN, rf"(?P<words>{_ABOVE})\ *+ {_measure()}"),
    _form(Qualifier.MORE_THAN, rf"{_measure()} \+", needs="+"),
    _form(Qualifier.AT_LEAST, rf"(?P<words>à\ ++partir\ ++d(?:e\ |')|dès)\ *+ {_measure()}"),
    _form(
        Qualifier.AT_LEAST,
        rf"(?:(?:au\ ++moins|(?:au\ ++)?+minimum)\ ++ | pas\ ++moins{_DE} | (?:≥|>=)\ *+)"
        + _measure(),
    ),
    _form(Qualifier.LESS_THAN, rf"(?:moins{_DE} | <\ *+) {_measure()}"),
    _form(Qualifier.LESS_THAN, rf"{_MINUS_DE} {_measure()} {_NO_PASSAGE}", 2, "- d"),
    _form(Qualifier.LESS_THAN, rf"(?P<words>{_BELOW})\ *+ {_measure()}"),
    _form(Qualifier.ABOUT, rf"{_measure()} \ ++environ", needs=" "),
    _form(Qualifier.AT_LEAST, rf"{_measure()} \ ++(?:au\ ++moins|(?:au\ ++)?+minimum)", needs=" "),
    _form(Qualifier.AT_MOST, rf"{_measure()} \ ++{_MOST}", needs=" "),
    _form(Qualifier.EXACT, _measure()),
)

# What forms begin with, but for signs and numbers. Most words of a text are none of these.
_OPENERS = rf"""
    {_PASSAGE}\ | de\ [\-0-9€£$ugec] | entre\ | x | multipli | plus | moins | environ\ | env\b
    | quelque\ [0-9]
    | presque\ | près\  | jusqu'à\ | pas\  | {_MOST}\ | {_ABOVE} | {_BELOW} | au\ +moins\b
    | (?:in|sup)f?érieure?s?\ | (?:au\ +)?minimum\ | à\ +partir\ | dès\ | un\ +milli
    | eur | gbp | us | chf
"""

_STREET = r"""(?:avenue|av\.|boulevard|bd|rue|quai|chemin|allée|impasse|square|esplanade|faubourg
    |sentier|promenade|parvis|ruelle)\b
    | (?:place|cours|route|passage|voie|cité|villa|mail|montée|résidence)
      \ (?:[a-zà-ÿ']{1,4}[\ '])*[A-ZÀ-Ý]"""

_COUNTED = r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"

SURROUNDINGS = grammar.Surroundings(
    names=re.compile(
        rf"""(?: ,?\ (?:(?:bis|ter)\b,?\ )?(?:{_STREET})
        | (?<=(?<!\d)\d{{5}})\ (?!Françai|[A-Z]\w{{3,}}ien)
          (?:[A-ZÀ-Ý][a-zà-ÿ]|[A-ZÀ-Ý]{{4,}}|[LS][ae]s?\ [A-Z])
        | (?:\ ?:|,)\ (?:(?:le|un|la)\ |l')?(?:numéro|n°|ligne|standard|hotline)\b
        | (?<=\A3[0-9]{{3}}),\ (?!(?:dont|soit|contre|au|aux|par|pour|sur|sous|hors|avec|sans|selon
          |comme|après|avant|mais|plus|moins|ainsi|dans|chez|entre|depuis|chiffre|nombre|total|record
          |tous|toutes|toujours|environ)\b|[^\W\d]{{2,20}}(?:é|i|u)e?s?\b)[^\W\d]{{3,}}
        )""",
        re.VERBOSE,
    ),
    loss=re.compile(
        r"\ (?:(?:de|en|d')\ ?)?(?:déficit|perte|moins-value|insuffisance|manque|découvert"
        r"|résultat (?:net )?(?:négatif|déficitaire)|solde négatif)",
        re.IGNORECASE,
    ),
    balance=re.compile(
        r"\b(?:résultats?|soldes?|déficits?|pertes?|marges?|capitaux|trésorerie|report)\b[^:]*:\s*$",
        re.IGNORECASE,
    ),
    levels={
        Unit.PERCENT: re.compile(
            r"\ {1,3}à\ (?:\d{1,3}(?:\ \d{3})+(?![\d%]|\ %)|\d{3,}(?![\d%]|\ %)"
            r"|\d{1,3}(?:,\d{1,3})?\ ?(?:millions?|milliards?|milliers?|k€|M€|Md€|€|euros?))"
        ),
        Unit.POINT: re.compile(r"\ {1,3}à\ \d{1,3}(?:,\d{1,3})?\ ?%"),
    },
    continuation=re.compile(
        r"""\s?[½¼¾⅓⅔⅛] | ['’ʼ\u200b]\d | \s?h\s?\d | \s?\^ | \s?±
        | \s{1,3}et\s(?:\s*demie?\b | \s*[½¼¾] | \s*une?\s(?:demie?|tiers|quart)\b)
        | (?<!ETP)(?<!ETPT)\s{1,3}(?:et|ou)\s[\s+\-<>~≈≥≤]*+\d++[\d\s.,]*+
          (?:%|€|k|M|[a-zéû²³]{1,9}\b|/|$|[.;,)])
        | \s{1,3}(?:à|jusqu'à)\s[\s+\-<>~≈≥≤]*+\d
        | ,\s\d++(?:,|\s(?:et|ou)\b) | (?<=\b1)\s[^\W\d]++(?:\s[^\W\d]++)?(?:,|\s=)?\s1\s
        | \s?(?:-|/|\+|=|\*)\s?\d
        | \s?x\s?\d | \s(?:x|fois)\s{1,3}(?:plus|moins|le|la|les|supérieure?s?|inférieure?s?)\b
        | \s(?:bis|ter|quater|puissance)\b | \s?(?:<|>|→|puis)\s?\d
        | \ssur\s(?:[2-9]|10+|20|24)(?![\d.,])(?!\s[\w%€])
        | \s?(?:[kM]{1,2}|Md|Mrd)\s?(?:EUR|USD|GBP|CHF|[€£$]) | \s?EUR\b | \s?(?:[A-Z]{1,2})?\$
        | \s[^\W\d]{2,20}(?:\s[^\W\d]{2,20})?\ssur\s(?:[2-9]|10+|20)(?![\d.,])(?!\s\d)
        | (?<=\b[1-9])\s(?:tiers(?!\sde\sconfiance)|quarts?|cinquièmes?|dixièmes?)\b(?!-)
        | \s?(?:kg|km|m|°)\s\d""",
        re.VERBOSE,
    ),
    lead_in=re.compile(
        rf"""(?:\d\s?h\s? | , | \b(?:AUD|CAD|JPY|NOK|SEK)\s | \bentre\s++ | ±\s?
        | (?<!\d)\d{{1,3}}\ssur\s
        | (?:\A|:\ )-\ ?\(\ ? | \d\s?[x^*=]\s? | \d\s?-\s
        | \b(?i:{_COUNTED})\s++(?:[^\W\d]++\s++){{0,3}}sur\s++
        | \b(?i:{_COUNTED}|[½¼¾])\s++(?:à|ou)\s++
        | \b(?:divis|multipli)\w*+\s++par\s++
        | \b(?i:environ|presque|près\ de|bac)\s++
        | (?:\b(?:midi|minuit|heures?|minutes?|h|min|euros?)|€)\s
        | \d\s?(?:ans?|mois|semaines?|j|jours?|heures?|min|minutes?)\s(?:et\s)?
        )\Z""",
        re.VERBOSE,
    ),
    named=re.compile(
        r"(?:\b(?:[A-Z]{2,}|[ADLR]\.|(?i:action|alinéa|annexe?|appel\w*|art\.|article|autoroute|axe"
        r"|bâtiment|bureau|catégorie|cedex|chantier|chapitre|classe|covid|critère|directive|échelon|encadré"
        r"|étape|indicateur|fiche|figure|graphique|groupe|jalon|levier|ligne|livre|lot|mesure|mission|niveau"
        r"|numéro|orientation|page|palier|partie|phase|pilier|position|prog\.|programme|promo"
        r"|promotion|proposition|rang|recommandation|règlement|salle|scénario|section|segment"
        r"|tableau|titre|tome|top|trimestre|type|vague|version|volet|zone"
        r"|windows|python|java|php|debian|ubuntu|drupal|android)s?)|\b(?:[Ll]e|[Aa]u|pp?\.)|§"
        r"|\b(?i:allée|avenue|boulevard|chemin|impasse|quai|rue|square)\ d(?:es|u))\ "
        r"(?:[0-9]{1,4}\ (?:et|ou|à)\ )?$"
    ),
    label=re.compile(
        r"\A\s*+(?:[0-9]{1,2}\.[0-9]{1,2}\.?\ [A-ZÀ-Ý][a-zà-ÿ]|\w++\ [0-9.]++\ ?:"
        r"|[0-9]{1,3}(?:\ ?/(?!\ ?[0-9])|[.)](?:\s|$)|\ \|\ |\ -\ (?=[A-ZÀ-Ý])))"
    ),
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
    grammar.start(_OPENERS),
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
    novelties=re.compile(
        r"[—―] | \d\.\d{3}\.\d | \d\ *(?:[km]|mr?ds?)eur | \d\ *(?:mio|mrds?)\b",
        re.VERBOSE | re.IGNORECASE,
    ),
)
