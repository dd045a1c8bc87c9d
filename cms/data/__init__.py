"""Open data: the figures of reports as files, with the schema and the catalogue that describe them.

As all of the frontend, it asks the graph alone. So it cannot give what the graph hides.
"""
