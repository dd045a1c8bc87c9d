"""Archives: one public report with all that it shows, in a folder, and into another Bilan.

`describing` says what an archive holds of a database, `reading` what it holds of a folder, and
`storing` puts that into a database. `writing` and `importing` are what commands call.
"""
