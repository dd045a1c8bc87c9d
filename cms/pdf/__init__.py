"""The report on paper: a tagged PDF, made of the graph's answer as any frontend gets it.

`printout` arranges an answer as a short list of kinds of elements; `process` has them set in type
by Typst in a process with limits; `compiler` is what runs there.
"""
