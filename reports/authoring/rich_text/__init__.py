"""Features of the rich text editor: foreign words, and notes."""
