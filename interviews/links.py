"""Addresses of many rows of one kind: looked up once, and not row by row."""

from __future__ import annotations

import uuid
from functools import cache

from django.urls import reverse

NIL = uuid.UUID(int=0)


def address_of(name: str, key: uuid.UUID | str) -> str:
    """What `reverse(name, args=[key])` answers, for a name whose address has one id."""
    before, after = _around(name)
    return f"{before}{key}{after}"


@cache
def _around(name: str) -> tuple[str, str]:
    """The address before and after the id."""
    before, _, after = reverse(name, args=[NIL]).partition(str(NIL))
    return before, after
