"""Notes of a file: Markdown's `[^1]` and the footnotes of HTML, as notes of rich text.

`definitions` takes those of Markdown out of the lines, `linked` those of HTML out of the tree, and
each leaves a mark where a note is called. `settling` gives the blocks that were recognised the
words of the notes that they call. A mark in plain text (a cell, a fact, a heading) is text there,
and its note a paragraph at the end.
"""
