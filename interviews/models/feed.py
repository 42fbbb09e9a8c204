"""CalendarFeed: how one's meetings leave for other calendars, and the secret address for it."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import IntegrityError, connection, models, transaction

from interviews.models.owned import Owned, OwnedQuerySet, owner_key

if TYPE_CHECKING:
    from interviews.models.user import User

TOKEN_BYTES = 32  # 256 bits: nobody guesses it, so that a plain hash is enough to keep
NOTED_EVERY = timedelta(minutes=5)  # a last use is written down no more often than that


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class CalendarFeedQuerySet(OwnedQuerySet["CalendarFeed"]):
    def of(self, user: User) -> CalendarFeed:
        """The user's choices, saved or as they are at first."""
        return self.visible_to(user).first() or CalendarFeed(owner=user)

    def for_change(self, user: User) -> CalendarFeed:
        """The user's row, made if there is none, and locked until the transaction ends."""
        try:
            with transaction.atomic():
                return self.locked().get_or_create(owner=user)[0]
        except IntegrityError:  # another request made it in between
            return self.locked().get(owner=user)

    def open_by(self, token: str) -> Self:
        """The one whose address has that token."""
        return self.filter(token_hash=hash_of(token))


def owner_of_token(token: str) -> int | None:
    """The id of the user whose feed the token opens, asked before anybody is known.

    No policy shows a row then, so a function of the database answers, and that question only.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.second_look_feed_owner(%s)", [hash_of(token)])
        owner: int | None = cursor.fetchone()[0]
        return owner


class CalendarFeed(Owned):
    """What one's calendars get to see. Without a token there is no address to subscribe to."""

    class AlarmBefore(models.IntegerChoices):
        TEN_MINUTES = 10, "10 minutes before"
        HALF_AN_HOUR = 30, "30 minutes before"
        HOUR = 60, "an hour before"
        DAY = 1440, "a day before"

    owner = owner_key(db_index=False)
    token_hash = models.CharField(max_length=64, null=True, blank=True, editable=False)  # noqa: DJ001 none is not the same as none's
    alarm = models.PositiveSmallIntegerField(null=True, blank=True, choices=AlarmBefore)
    with_notes = models.BooleanField(default=False)
    made_at = models.DateTimeField(null=True, blank=True, editable=False)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="calendar_feed_once"),
            models.UniqueConstraint(fields=["token_hash"], name="calendar_feed_token_unique"),
            models.CheckConstraint(
                condition=models.Q(alarm=None) | models.Q(alarm__in=[10, 30, 60, 1440]),
                name="calendar_feed_alarm_known",
            ),
        ]

    def __str__(self) -> str:
        return "calendar feed"

    @property
    def alarm_before(self) -> timedelta | None:
        return timedelta(minutes=self.alarm) if self.alarm else None

    def renew(self, at: datetime) -> str:
        """Make a new address; returns its token, which is kept nowhere. The old one ends."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.token_hash, self.made_at, self.used_at = hash_of(token), at, None
        self.save(update_fields=["token_hash", "made_at", "used_at", "updated_at"])
        return token

    def revoke(self) -> None:
        """End the address; the choices stay."""
        self.token_hash = self.made_at = self.used_at = None
        self.save(update_fields=["token_hash", "made_at", "used_at", "updated_at"])

    def note_use(self, at: datetime) -> None:
        """Remember that a calendar asked."""
        if self.used_at is None or at - self.used_at >= NOTED_EVERY:
            CalendarFeed.objects.filter(pk=self.pk, token_hash=self.token_hash).update(used_at=at)
