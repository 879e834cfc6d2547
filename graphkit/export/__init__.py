"""Tables and annotations as files: answers go in, text in published formats comes out."""
