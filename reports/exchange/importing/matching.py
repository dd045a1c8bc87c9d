"""Pairs the opening and end tags of raw HTML, even if some are missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.core.text.html_elements import MAX_DEPTH
from reports.exchange.importing.elements import HEADINGS, OPTIONAL_END, PHRASING
from reports.exchange.importing.events import Event
from reports.exchange.importing.findings import TooDeep

# What an opening tag ends without saying so, and the elements that such an end does not leave.
IMPLIED_ENDS = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"table"}),
    "th": ({"td", "th"}, {"table"}),
    "tr": ({"tr", "caption", "colgroup"}, {"table"}),
    "thead": ({"thead", "tbody", "tfoot", "caption", "colgroup"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "caption", "colgroup"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "caption", "colgroup"}, {"table"}),
    "option": ({"option"}, {"select"}),
}


@dataclass
class Matching:
    """Pairs of tags, by their position among the events, and the tags that have no counterpart."""

    ends: dict[int, int] = field(default_factory=dict)  # of an opening tag, its end tag
    late: dict[int, int] = field(default_factory=dict)  # end tags that come after an outer one
    strays: list[int] = field(default_factory=list)  # end tags without an opening one
    unclosed: list[int] = field(default_factory=list)  # opening tags without an end tag

    @property
    def faults(self) -> int:
        return len(self.strays) + len(self.unclosed)


def match_elements(events: Sequence[Event]) -> Matching:
    """Pair the tags of raw HTML. If some are missing, indentation may show which."""
    plain = pair(events, by_indent=False)
    if not plain.faults:
        return plain
    indented = pair(events, by_indent=True)
    return indented if indented.faults <= plain.faults else plain


def pair(events: Sequence[Event], by_indent: bool) -> Matching:
    matching = Matching()
    stack: list[int] = []
    floors = [0]  # below these places of the stack, a Markdown block's raw HTML ends nothing
    passed: list[int] = []  # opening tags that an outer end tag has passed over

    def drop(place: int) -> None:
        passed.extend(n for n in stack[place:] if events[n].name not in OPTIONAL_END)
        del stack[place:]
        matching.unclosed.extend(passed[:-MAX_DEPTH])
        del passed[:-MAX_DEPTH]

    for number, event in enumerate(events):
        if event.kind == "enter":
            if event.name in HEADINGS:
                matching.unclosed += passed
                passed.clear()
            floors.append(len(stack))
        elif event.kind == "leave":
            drop(floors.pop())
        elif event.kind == "open":
            if (place := implied_end(events, stack, event, floors[-1])) is not None:
                drop(place)
            stack.append(number)
            if len(stack) > MAX_DEPTH:
                raise TooDeep(event.line)
        elif event.kind == "close":
            place = opener_of(events, stack[floors[-1] :], event, by_indent)
            if place is not None:
                place += floors[-1]
                matching.ends[stack[place]] = number
                drop(place + 1)
                stack.pop()
            elif (late := latest_open(events, passed, event.name)) is not None:
                matching.late[number] = late
                passed.remove(late)
            elif event.name != "p":
                matching.strays.append(number)
    drop(0)
    matching.unclosed += passed
    return matching


def implied_end(
    events: Sequence[Event], stack: Sequence[int], event: Event, floor: int
) -> int | None:
    """Return the position in the stack from which elements end when `event` opens another."""
    if event.name in PHRASING:
        return None
    ended, barriers = IMPLIED_ENDS.get(event.name, (set(), set()))
    result = None
    for place in range(len(stack) - 1, floor - 1, -1):
        name = events[stack[place]].name
        if name in barriers:
            break
        if name in ended or (name == "p" and result is None):
            result = place
            if name != "p":
                break
        elif not ended and name not in PHRASING:
            break
    return result


def opener_of(
    events: Sequence[Event], stack: Sequence[int], event: Event, by_indent: bool
) -> int | None:
    """Return the position in the stack of the element that an end tag closes."""
    same = [place for place, number in enumerate(stack) if events[number].name == event.name]
    if not same:
        return None
    if by_indent and event.indent is not None:
        for place in reversed(same):
            if events[stack[place]].indent == event.indent:
                return place
        depth = events[stack[same[-1]]].indent
        if depth is not None and depth < event.indent:
            return None
    return same[-1]


def latest_open(events: Sequence[Event], numbers: Sequence[int], name: str) -> int | None:
    return next((n for n in reversed(numbers) if events[n].name == name), None)
