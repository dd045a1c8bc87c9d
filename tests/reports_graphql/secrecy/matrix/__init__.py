"""Why each field of the schema tells nothing hidden: by a gate of its own, or within another's."""
