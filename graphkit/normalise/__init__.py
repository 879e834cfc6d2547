"""Strings in, comparable and understood values out; pure."""
