"""Lets editors cite figures in rich text: the figures on offer, and the words that print them."""
