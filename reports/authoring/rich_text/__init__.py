"""Features of the editor of rich text: words in another language, and notes."""
