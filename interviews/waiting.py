"""The wait for an answer: since when, what was promised, and when to inquire.

One inquires a week after the promised date has passed, and again after two. Where no date was
promised, the first inquiry asks for one, a week after the visit. Dates are those of the visit's
zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

INQUIRE_AFTER = (timedelta(weeks=1), timedelta(weeks=2))


@dataclass(frozen=True)
class Wait:
    """One application's wait. `asked` are the dates of the inquiries made."""

    since: date
    promised_on: date | None
    asked: tuple[date, ...] = ()

    @classmethod
    def of(cls, since: date, promised_on: date | None, asked: Iterable[date]) -> Wait:
        return cls(since, promised_on, tuple(sorted(asked)))

    @property
    def counts_from(self) -> date:
        """The date after which the weeks until an inquiry are counted."""
        return max(self.since, self.promised_on) if self.promised_on else self.since

    @property
    def inquire_on(self) -> date | None:
        """When the next inquiry is due; None after the second one."""
        made = sum(day > self.counts_from for day in self.asked)
        if made >= len(INQUIRE_AFTER):
            return None
        due = self.counts_from + INQUIRE_AFTER[made]
        return max(due, self.asked[-1] + INQUIRE_AFTER[0]) if made else due

    def is_over(self, today: date) -> bool:
        """Whether the promised date has passed."""
        return self.promised_on is not None and self.promised_on < today

    def is_due(self, today: date) -> bool:
        """Whether it is time to inquire."""
        return self.inquire_on is not None and self.inquire_on <= today

    def days(self, today: date) -> int:
        """How many days the wait has lasted so far."""
        return max((today - self.since).days, 0)
