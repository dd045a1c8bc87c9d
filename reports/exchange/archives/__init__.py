"""Archives: a public report with everything that it shows, in a folder.

Another Bilan can import it. `describing` collects an archive from the database, `reading` parses
one from a folder, `storing` saves it in the database. Commands call `writing` and `importing`.
"""
