"""Predicted annotations against gold files: annotations go in, figures and misses come out."""
