"""Imports a report file as a body of blocks, without losing any of its words.

Data flows in one direction. `source` reads the file, `markup` parses it into one tree, and
`recognise` finds blocks in the tree without using the database. `fidelity` compares their words
with an independent rendering of the file (`visible`), and `acceptance` refuses losses and doubts.
`registry` and `assets` match or create what the blocks refer to, `storing` assigns ids, and
`importer` saves all in one transaction.

`comments` completes the blocks of an exported file from the comments that the export wrote.

Raw HTML is repaired before it is parsed: `layout` keeps it HTML after a blank line, `lexer` decides
what is strictly a tag, `matching` pairs the tags, and `repair` writes missing end tags.
"""
