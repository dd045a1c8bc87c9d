"""Links the marks of a drawing with the row and column of the table whose value they show."""

from typing import Any

MARKED = ("bar", "point")  # marks that are drawn once for each value
# The numbers that names of categories and series begin with, see `labels.encode_label`.
PLACE = r"split(datum.category, '\n')[0] + ' ' + split(datum.series, '\n')[0]"


def add_places(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose marks are described by their place, which `markup` reads."""
    layers = [
        {**layer, "mark": {**layer["mark"], "aria": True, "description": {"expr": PLACE}}}
        if layer["mark"]["type"] in MARKED
        else layer
        for layer in spec.get("layer", [])
    ]
    return {**spec, "layer": layers} if layers else spec
