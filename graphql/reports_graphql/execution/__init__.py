"""Executes operations by generated code: each document is compiled to Python functions once.

graphql-core finds out again for each value which fields are selected, how to resolve them and how
to complete them. Here each selection on an object type becomes one function, which is kept with the
document. The functions handle neither paths nor errors: if one fails, graphql-core executes the
whole operation and reports the errors, so that both ways give the same answers.
"""
