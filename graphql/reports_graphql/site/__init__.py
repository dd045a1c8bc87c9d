"""The site half of the graph: where things are. It may be deleted; the report half stays whole."""
