"""Turn Chinese government bulletins into a knowledge graph that cites every statement."""
