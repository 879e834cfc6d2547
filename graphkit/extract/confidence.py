"""A rule's name in, how sure its readings are out.

The bands are measured on the development documents (`python tests/benchmarks/confidence.py`): what stands
in the form of a document (heads, numbers, recipients) is surest, what is put together from several clauses least.
"""

from __future__ import annotations

_FORMAL = 0.97
_PLAIN = 0.9
_COMPOSED = 0.8

_OF_RULE: dict[str, float] = {
    "document-number": _FORMAL,
    "own-title": _FORMAL,
    "own-issuer": _FORMAL,
    "own-issued": _FORMAL,
    "own-signature": _FORMAL,
    "repeals": _FORMAL,
    "basedOn": _FORMAL,
    "passing": _FORMAL,
    "attendance-list": _FORMAL,
    "appointment": _FORMAL,
    "conveyance": _COMPOSED,
    "place-acts": _COMPOSED,
    "passing-on": _COMPOSED,
    "good-practice": _COMPOSED,
    "made-real": _COMPOSED,
    "tabled-response": _COMPOSED,
    "prompt-act": _COMPOSED,
    "joining-drive": _COMPOSED,
    "in-turn": _COMPOSED,
    "taking-up": _COMPOSED,
    "forwarding": _COMPOSED,
    "acting-on": _COMPOSED,
    "digest-item": _COMPOSED,
    "announced-act": _COMPOSED,
    "joint-work": _COMPOSED,
    "drive": _COMPOSED,
    "campaign-period": _COMPOSED,
    "drive-response": _COMPOSED,
    "launch": _COMPOSED,
    "launch-by-title": _COMPOSED,
    "carried": _COMPOSED,
    "cites": _COMPOSED,
    "planned": _COMPOSED,
    "wanted-task": _COMPOSED,
}


def confidence_of(rule: str) -> float:
    """Give the confidence of a rule's readings; 0.9 where nothing else was measured."""
    return _OF_RULE.get(rule, _PLAIN)
