"""Charts: from a table to a Vega-Lite specification, and from that to a drawing that is kept."""
