"""Keys and handles of all documents in, pairs that may be one thing out: what people are asked to judge.

One file a sort of thing. Each looks only inside blocks of one name key (or at near neighbours in the
order of names), so the work grows with the number of things, not of pairs; the result is a function
of all keys together.
"""
