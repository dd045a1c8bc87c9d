"""Execution by generated code: what a document asks for becomes Python functions, once.

graphql-core finds out anew for each value which fields are asked of it, how they are resolved and
how completed. Here each selection of a type of object becomes one function, which is kept with the
document. The functions know no paths and no errors: where one fails, graphql-core executes the
whole operation and says what went wrong, so that both ways have the same answers.
"""
