"""The base of every noun: frozen, closed to unknown fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value; two records with the same fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")
