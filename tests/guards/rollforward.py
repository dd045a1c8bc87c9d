"""What a report may begin with of last year's."""

from .guard import Guard

REPEATED = "tests/reports/authoring/rollforward/test_repeated_values.py"
SUGGESTIONS = "tests/reports/authoring/rollforward/test_suggestions.py"

ROLLFORWARD = [
    Guard(
        "values that are equal by chance",
        "reports/authoring/rollforward/repeated_values.py",
        "            and bool(now.value)\n            and not is_relative(now)\n",
        "",
        REPEATED,
        "what_is_equal",
    ),
    Guard(
        "figures among the words of a repeated fact",
        "reports/authoring/rollforward/repeated_values.py",
        "            and list_other_figures(one) == list_other_figures(two)\n",
        "",
        REPEATED,
        "other_figures",
    ),
    Guard(
        "repeated values of another year after a skipped one",
        "reports/authoring/rollforward/repeated_values.py",
        " and (step.by == 1 or not others)",
        "",
        REPEATED,
        "after_a_skipped_year",
    ),
    Guard(
        "values of one year that is printed again",
        "reports/authoring/rollforward/repeated_values.py",
        "    return others == find_other_years(then) and",
        "    return",
        REPEATED,
        "with_itself_elsewhere",
    ),
    Guard(
        "a card's only period beside the last one alone",
        "reports/core/comparison/card_periods.py",
        "if alone and is_last and twin.periods",
        "if alone and twin.periods",
        REPEATED,
        "compared_with_the_last",
    ),
    Guard(
        "repeated values of what may be read alone",
        "reports/authoring/rollforward/new_report.py",
        "if can_read(page, user)), None)",
        "if page), None)",
        REPEATED,
        "only_what_was_published",
    ),
    Guard(
        "facts that are emptied whole",
        "reports/authoring/rollforward/body.py",
        'return dict.fromkeys(line, "")',
        'return {**line, FIGURE: ""}',
        "tests/reports/authoring/rollforward/test_body.py",
        "emptied_whole",
    ),
    Guard(
        "an anchor that follows the title of a carried-over section",
        "reports/authoring/rollforward/body.py",
        'return "" if normalize_anchor(anchor) == slugify(words) else anchor',
        "return anchor",
        "tests/reports/authoring/rollforward/test_body.py",
        "follows_the_title",
    ),
    Guard(
        "suggested words without last year's figures",
        "reports/authoring/rollforward/suggestions.py",
        "{before}{HOLE}{replace_figures(after)}",
        "{before}{figure}{replace_figures(after)}",
        SUGGESTIONS,
        "do_not_come_back",
    ),
]
