"""Open data: the figures of reports as files, with the schema and catalogue that describe them.

Like the whole frontend it only queries the graph, so it cannot publish what the graph hides.
"""
