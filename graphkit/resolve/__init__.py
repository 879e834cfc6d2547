"""Mentions in, entities out: what each name stands for, and the key that makes it one thing."""
