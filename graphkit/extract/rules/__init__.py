"""Scenes in, facts out: one kind of fact a file, in an ordered table (extractor.RULES)."""
