"""Rows that belong to one user, and the trash that keeps deleted ones for a while."""

from __future__ import annotations

import os
import time
import uuid
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models

if TYPE_CHECKING:
    from datetime import datetime

    from interviews.models.user import User

TRASH_DAYS = 30


def uuid7() -> uuid.UUID:
    """A version 7 UUID (RFC 9562): 48 bits of milliseconds, then random; new rows sort last."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)


M = TypeVar("M", bound=models.Model)


class OwnedQuerySet(models.QuerySet[M]):
    """Rows of which each has one owner; `visible_to` is where every query of a page begins."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The rows that `user` may see: their own. Nobody's are visible to nobody."""
        return self.filter(owner_id=user.pk)

    def locked(self) -> Self:
        """Each locked until the transaction ends; what hangs on it by rule waits for it."""
        return self.select_for_update(of=("self",))


class TrashableQuerySet(OwnedQuerySet[M]):
    """Owned rows that can lie in the trash."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The rows of `user` that are not in the trash."""
        return super().visible_to(user).filter(deleted_at=None)

    def kept_for(self, user: User | AnonymousUser) -> Self:
        """All rows of `user`, in the trash too: so that a double click finds what the first did."""
        return super().visible_to(user)

    def in_trash_of(self, user: User) -> Self:
        """The deleted rows of `user`, the latest first."""
        return super().visible_to(user).filter(deleted_at__isnull=False).order_by("-deleted_at")

    def live(self) -> Self:
        """The rows that are not in the trash."""
        return self.filter(deleted_at=None)


def owner_key(*, db_index: bool = True) -> models.ForeignKey[Any, Any]:
    """The key to a row's owner.

    It has no index of its own where one for search begins with the owner: the planner would take it
    and read all of the owner's rows.
    """
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=db_index
    )


class Owned(models.Model):
    """A row of one user's data."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = owner_key()
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Trashable(Owned):
    """An owned row that is deleted into the trash first.

    What is deleted together carries the same `deleted_at`, and comes back together.
    """

    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def parts(self) -> list[models.QuerySet]:
        """The rows that share this row's fate in the trash, beside itself."""
        return []

    def trash(self, at: datetime) -> None:
        """Put this row and its live parts into the trash, all marked with the same instant."""
        for rows in self.parts():
            rows.filter(deleted_at=None).update(deleted_at=at, updated_at=at)
        self.deleted_at = at
        self.save(update_fields=["deleted_at", "updated_at"])

    def restore(self) -> None:
        """Take this row, and what was deleted together with it, out of the trash.

        Raises IntegrityError where a live row has taken its place meanwhile; the page asks then.
        """
        self.restore_parts()
        self.deleted_at = None
        self.save(update_fields=["deleted_at", "updated_at"])

    def restore_parts(self) -> None:
        """Take out of the trash what was deleted together with this row."""
        for rows in self.parts():
            rows.filter(deleted_at=self.deleted_at).update(deleted_at=None)
