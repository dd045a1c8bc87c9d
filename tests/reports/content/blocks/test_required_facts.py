"""A fact or a list that a node requires is asked of a publication, and not of a draft."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from reports.content.blocks.draft_problems import find_missing_values
from reports.content.blocks.fact_blocks import FactBlock
from reports.content.blocks.node_forms import FORMS, make_field
from reports.core.document.facts import Fact
from reports.core.document.figure_blocks import BudgetLine
from reports.core.document.part import Part, Role
from reports.core.document.service_blocks import Period

pytestmark = pytest.mark.django_db  # an address of the service itself becomes a path

FACT = Part(Role.NODE, "Chiffre", reads=Fact, is_required=True)
PERIODS = Part(Role.NODES, "Périodes", reads=Period, is_required=True)


def make(part: Part) -> blocks.Block:
    made = make_field("part", part)
    made.set_name("part")
    return made


def find(block: blocks.Block, stored: Any) -> list[tuple[list[str], str]]:
    return list(find_missing_values(block, block.to_python(stored)))


@pytest.mark.parametrize("figure", ["", {"raw": "", "read_as": None}])
def test_a_required_fact_has_a_figure(figure: Any) -> None:
    block = make(FACT)
    lacking = {"before": "conventions", "figure": figure, "after": "", "url": ""}

    assert find(block, lacking) == [(["Chiffre"], "Champ requis.")]
    assert find(block, {**lacking, "figure": "12"}) == []
    block.clean_deferred(block.to_python(lacking))  # a draft is saved
    assert block.form.child_blocks["figure"].required  # type: ignore[attr-defined]


def test_what_nothing_requires_may_be_left_empty() -> None:
    make(FACT)
    for block in (make(replace(FACT, is_required=False)), FactBlock()):
        assert find(block, {"before": "a", "figure": "", "after": "", "url": ""}) == []
        assert not block.form.child_blocks["figure"].required  # type: ignore[attr-defined]


def test_a_required_list_has_an_item() -> None:
    block = make(PERIODS)
    assert len(find(block, [])) == 1
    block.clean_deferred(block.to_python([]))
    with pytest.raises(ValidationError):
        block.clean(block.to_python([]))
    assert find(make(replace(PERIODS, is_required=False)), []) == []


def test_a_struct_says_itself_what_it_requires() -> None:
    assert BudgetLine in FORMS
    with pytest.raises(TypeError, match="of the fields of BudgetLine"):
        make_field("line", Part(Role.NODE, "Poste", reads=BudgetLine, is_required=True))
