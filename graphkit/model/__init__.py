"""Nouns: frozen records of texts, values, facts and entities; no I/O, no RDF."""
