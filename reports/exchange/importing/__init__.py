"""Content comes in: a report as a file becomes a body of blocks, and nothing is lost.

Data flows one way: `source` reads the file, `markup` makes one tree of it, `recognise` finds
blocks in the tree without touching the database, `fidelity` compares their words with an
independent rendering of the file (`visible`), `acceptance` refuses a loss or a doubt, `registry`
and `assets` match or create what the blocks refer to, `storing` gives ids, `importer` saves in one
transaction.

`comments` completes the blocks of a file that was exported: each says what stands below it.

Before the tree, raw HTML is mended: `layout` keeps it HTML after a blank line, `lexer` says what is
strictly a tag, `matching` pairs the tags, `repair` writes the end tags that are missing.
"""
