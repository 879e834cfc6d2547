"""Imported by the process from which readers are forked: what reading needs is loaded there once, and shared.

Python loads modules there and calls nothing, so this one works when it is imported; nothing else imports it.
"""

from __future__ import annotations

import gc

from graphkit.dataset.entries import entry_of, pack
from graphkit.dataset.passages import sentences_in
from graphkit.rdf.statements import state
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

_TEXT = "某省财政厅2021年3月5日印发《某办法》（某财〔2021〕1号）。\n"

_document = document_of(_TEXT)
pack(entry_of(state(annotate(_document))), _TEXT, sentences_in(_document))
# What is never looked at again stays one copy for all.
gc.freeze()
