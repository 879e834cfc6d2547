"""Documents in, mentions and facts out, by rules for the genre."""
