"""Captures: which forms a device has sent, so that sending one again does nothing twice."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import models

from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    import uuid

LONGEST_LOCATION = 2000  # characters


class CaptureReusedError(Exception):
    """The op of an earlier capture came again with another form."""


class CaptureQuerySet(OwnedQuerySet["Capture"]):
    def begin(
        self, owner: int | None, op: uuid.UUID, address: str, form: bytes
    ) -> tuple[Capture, bool]:
        """The capture of that op, and whether it is new; it lasts with the transaction it is in.

        A second request with the same op waits here until the first one's transaction has ended. A
        repeat is counted, and so writes: an answer from a read alone could confirm what a failover
        then loses. Raises CaptureReusedError where the op came with another form before.
        """
        digest = hashlib.sha256(b"\0".join([address.encode(), form])).hexdigest()
        capture, is_new = self.get_or_create(owner_id=owner, op=op, defaults={"sha256": digest})
        if capture.sha256 != digest:
            raise CaptureReusedError
        if not is_new:
            self.filter(pk=capture.pk).update(replays=models.F("replays") + 1)
        return capture, is_new


class Capture(Owned):
    """One form that an outbox sent and that was done, under the key that the device made."""

    owner = owner_key(db_index=False)
    op = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    location = LongTextField(max_length=LONGEST_LOCATION, blank=True)  # where the answer led to
    replays = models.PositiveIntegerField(default=0)

    objects = CaptureQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "op"], name="capture_op_once"),
        ]

    def __str__(self) -> str:
        return str(self.op)
