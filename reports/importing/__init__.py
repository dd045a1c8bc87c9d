"""Content comes in: a report as a file becomes a body of blocks, and nothing is lost.

Data flows one way: `source` reads the file, `markup` makes one tree of it, `recognise` finds
blocks in the tree without touching the database, `registry` and `assets` match or create what the
blocks refer to, `storing` gives ids, `importer` saves in one transaction, `fidelity` compares the
result with an independent rendering of the file.
"""
