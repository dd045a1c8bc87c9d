"""Comments of exported reports: what Markdown has no place for, in one comment before each block.

`comment` reads one, `markers` finds them in the file, `regions` says what stands below each,
`readers` read that as the block that it names, `overlay` completes it, `contradiction` refuses what
the words below deny, `keys` keeps the ids that are free.
"""
