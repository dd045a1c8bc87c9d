"""Parses an archive from its folder, and refuses it as a whole if anything is wrong."""
