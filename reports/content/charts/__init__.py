"""Charts: converts a table to a Vega-Lite specification, and that to a stored drawing."""
