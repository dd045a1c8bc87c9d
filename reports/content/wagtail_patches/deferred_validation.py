"""Validates drafts without changing block definitions, which all threads share.

Wagtail 7.4.4: to validate a draft, `Block.clean_deferred` marks the block definitions as not
required, and undoes that afterwards. All threads share the definitions, also those of blocks that
two page types have in common. Meanwhile a publication in another thread accepts missing values, a
form that is rendered says that nothing is required, and a draft may be refused. If two drafts are
validated at the same time, what was required can stay not required for good.

Here a context variable says that a draft is being validated, and a field is validated by a copy.

Delete this module when validating a draft no longer assigns to block definitions in Wagtail:
`FieldBlock.defer_required_validation` is then gone.
"""

import copy
from contextvars import ContextVar
from typing import Any

from wagtail.blocks import Block, FieldBlock

from reports.content.wagtail_patches.replacing import replace_method, require

_is_deferred: ContextVar[bool] = ContextVar("is_deferred", default=False)


def clean_deferred(self: Any, value: Any) -> Any:
    """Validate a draft's value: without what only a publication requires."""
    token = _is_deferred.set(True)
    try:
        return self.clean(value)
    finally:
        _is_deferred.reset(token)


def clean(self: Any, value: Any) -> Any:
    """Validate the value of a block that has one form field."""
    field = self.field
    if self.is_deferred_validation and not getattr(self.meta, "required_on_save", False):
        field = copy.copy(field)
        field.required = False
    return self.value_from_form(field.clean(self.value_for_form(value)))


@property  # type: ignore[misc]
def is_deferred_validation(self: Any) -> bool:
    """Whether this thread is validating a draft."""
    return _is_deferred.get()


@is_deferred_validation.setter
def is_deferred_validation(self: Any, value: bool) -> None:
    """Ignore what Wagtail assigns: every block does, when it is made."""


def apply() -> None:
    names = Block.__init__.__code__.co_names
    require("is_deferred_validation" in names, Block, "is_deferred_validation")
    require(
        hasattr(FieldBlock, "defer_required_validation"), FieldBlock, "defer_required_validation"
    )
    replace_method(Block, clean_deferred)
    replace_method(FieldBlock, clean)
    Block.is_deferred_validation = is_deferred_validation
