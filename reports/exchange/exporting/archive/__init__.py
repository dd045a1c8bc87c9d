"""Archives, for keeps and for another Bilan."""
