"""What holds for every figure and for every text."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reports.core.figures import (
    INTERVALS,
    Figure,
    Qualifier,
    State,
    Unit,
    compose,
    from_stored,
    parse,
    split,
)
from reports.core.figures.grammar import YEAR, plain
from reports.core.figures.locale import FRENCH, Locale, use_locale

UNSCALED = {Qualifier.FACTOR, Qualifier.RATIO}
SIGNED = {Qualifier.CHANGE, *INTERVALS}

# Characters that figures are made of, to reach deeper than any text would.
CHARACTERS = "0123456789 ,./%€+-−×xkKM()’:\u00a0\u202f\n"
WORDS = ("plus de ", "moins ", "de ", " à ", "entre ", " et ", " sur ", "ND", "N/A", "2024")
PASSAGES = ("passé de ", "→")
UNITS = ("un ", " million", " d’", "euros", " mois")
PIECES = st.sampled_from([*CHARACTERS, *WORDS, *PASSAGES, *UNITS])
TEXTS = st.text() | st.lists(PIECES, max_size=12).map("".join)


@st.composite
def figures(draw: st.DrawFn, locale: Locale = FRENCH) -> Figure:
    """Any figure that can be printed, without its text."""
    qualifier = draw(st.sampled_from(Qualifier))
    unit = None if qualifier in UNSCALED else draw(st.none() | st.sampled_from(Unit))
    scalable = qualifier not in UNSCALED and unit is not Unit.PERCENT
    exponent = draw(st.integers(-4, 9 if scalable else 0))
    counts = st.integers(-(10**6) if qualifier in SIGNED else 0, 10**6) | st.just(0)
    first, second = draw(counts), draw(counts)
    if qualifier is Qualifier.RATIO:
        first, second = sorted((first, second))

    def times(count: int) -> Decimal:
        return Decimal(f"{Decimal(f'{count}e{exponent}'):f}")

    return Figure(
        raw="",
        value=times(first),
        value_to=times(second) if qualifier in (*INTERVALS, Qualifier.RATIO) else None,
        step=times(1),
        unit=unit,
        qualifier=qualifier,
        state=draw(st.sampled_from((State.VALUE, State.PROVISIONAL))),
        locale=locale,
    )


@settings(max_examples=1500, deadline=None)
@given(figures(Locale("en", "GBP")))
def test_what_is_composed_in_english_reads_as_the_same_parts(figure: Figure) -> None:
    with use_locale(figure.locale):
        assert replace(parse(compose(figure)), raw="") == figure


@settings(max_examples=1500, deadline=None)
@given(figures())
def test_what_is_composed_reads_as_the_same_parts(figure: Figure) -> None:
    assert replace(parse(compose(figure)), raw="") == figure


@settings(max_examples=300, deadline=None)
@given(figures(), st.sampled_from([" recensés", ", dont une part", "", " : le reste"]))
def test_what_is_composed_is_found_again_in_a_phrase(figure: Figure, after: str) -> None:
    assume(not (after and YEAR.fullmatch(compose(figure))))  # such a number is a year in a phrase
    assert split(compose(figure) + after) == ("", compose(figure), after)


@settings(max_examples=300, deadline=None)
@given(figures())
def test_zero_is_never_missing(figure: Figure) -> None:
    zero = replace(figure, value=Decimal(0))
    read_back = parse(compose(zero))

    assert read_back.value == 0
    assert read_back.is_number
    assert read_back.state is figure.state


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_any_text_is_kept_as_typed(text: str) -> None:
    figure = parse(text)

    assert figure.raw == text
    assert figure.read_as is None
    assert figure.is_number == (figure.state in (State.VALUE, State.PROVISIONAL))
    if figure.state is State.TEXT:
        assert figure.text == text
    if figure.state is State.EMPTY:
        assert figure.text == "" == text.strip()
    if figure.is_number:
        assert unspaced(figure.text) == unspaced(text)


def unspaced(text: str) -> str:
    """Return a text without spaces, in one kind of apostrophe and of minus."""
    return "".join(plain(text).split())


@settings(max_examples=500, deadline=None)
@given(figures(), st.booleans())
def test_what_was_typed_keeps_its_spaces_in_print(figure: Figure, is_english: bool) -> None:
    typed = plain(compose(replace(figure, locale=Locale("en") if is_english else FRENCH)))
    printed = parse(typed, language="en" if is_english else "fr").text

    assert plain(printed) == typed


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_any_text_reads_alike_once_compose(text: str) -> None:
    figure = parse(text)

    assert replace(parse(figure.text), raw=text) == figure


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS.filter(str.strip))
def test_the_override_wins_in_every_part(raw: str, read_as: str) -> None:
    figure = parse(raw, read_as)

    assert figure == replace(parse(read_as), raw=raw, read_as=read_as)
    assert (figure.raw, figure.read_as) == (raw, read_as)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | TEXTS)
def test_a_stored_figure_comes_back(raw: str, read_as: str | None) -> None:
    figure = parse(raw, read_as)

    assert from_stored(figure.stored) == figure


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["raw", "read_as", "other"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_stored_form_gives_a_figure(stored: object) -> None:
    figure = from_stored(stored)

    if not isinstance(stored, (str, dict, type(None))):
        assert (figure.raw, figure.state) == (str(stored), State.TEXT)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_a_phrase_loses_nothing(text: str) -> None:
    phrase = split(text)

    assert phrase.before + phrase.expression + phrase.after == text
    if phrase.expression:
        assert parse(phrase.expression).state not in (State.TEXT, State.EMPTY)
    else:
        assert phrase.before == text
