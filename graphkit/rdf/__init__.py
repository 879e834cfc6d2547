"""Facts in, statements out; the only door to pyoxigraph, rdflib and SHACL."""
