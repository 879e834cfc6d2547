"""Questions to a dataset: SPARQL goes in, tables come out, with limits on what may run and how long."""
