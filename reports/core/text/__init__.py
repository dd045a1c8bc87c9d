"""Text: rich text and its plain words, addresses, anchors, names and French stems. Pure Python."""
