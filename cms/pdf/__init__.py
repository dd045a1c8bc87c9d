"""Makes the PDF of a report: tagged, from an answer of the graph that any frontend could get.

`printout` arranges an answer as a list of simple elements; `process` has Typst typeset them in a
process with limits; `compiler` is the program of that process.
"""
