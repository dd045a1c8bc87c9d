"""Changes between two states of a document, each in words with the labels that lead to it."""
