"""One's own figures: visits, answers, offers and decisions, by industry, and how long it took."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median

from interviews.models import Application, InterviewDay, User

ENOUGH = 5  # visits, below which a share says nothing


@dataclass(frozen=True)
class Figures:
    """Counts of applications with a visit that took place; `days` is a median, None without any."""

    invented: bool
    visits: int
    answered: int
    offers: int
    rejections: int
    accepted: int
    declined: int
    withdrawn: int
    silent: int
    waiting: int
    days: int | None
    industries: tuple[tuple[str, int, int, int], ...]  # name, visited, offers, accepted

    @property
    def is_enough(self) -> bool:
        """Whether there are visits enough for a share to say something."""
        return self.visits >= ENOUGH

    @property
    def share(self) -> int | None:
        """How many in a hundred answers were offers; None where that would say nothing."""
        if not self.is_enough or not self.answered:
            return None
        return round(100 * self.offers / self.answered)


def figures_of(user: User) -> Figures:
    """The user's figures: one query. Invented visits count only while there are no others."""
    past = InterviewDay.objects.visible_to(user).with_company().past()
    held = list(past.exclude(status=InterviewDay.Status.CANCELLED))
    real = [day for day in held if not day.application.company.is_sample]
    days = real or held
    last = {day.application_id: day for day in reversed(days)}  # the latest visit of each
    rows = [(day.application, (day.last_date or day.date)) for day in last.values()]
    outcome, decision = Application.Outcome, Application.Decision
    came = Counter(row.outcome for row, _ in rows)
    answers = (outcome.OFFER, outcome.REJECTED)
    took = [
        max((row.heard_on - on).days, 0)
        for row, on in rows
        if row.heard_on and row.outcome in answers
    ]
    visited = Counter(row.company.industry for row, _ in rows)
    offered = Counter(row.company.industry for row, _ in rows if row.outcome == outcome.OFFER)
    accepted = Counter(r.company.industry for r, _ in rows if r.decision == decision.ACCEPTED)
    return Figures(
        invented=not real,
        visits=len(days),
        answered=came[outcome.OFFER] + came[outcome.REJECTED],
        offers=came[outcome.OFFER],
        rejections=came[outcome.REJECTED],
        accepted=accepted.total(),
        declined=sum(row.decision == decision.DECLINED for row, _ in rows),
        withdrawn=came[outcome.WITHDRAWN],
        silent=came[outcome.NO_REPLY],
        waiting=came[outcome.WAITING],
        days=round(median(took)) if took else None,
        industries=tuple(
            (name or "not said", count, offered[name], accepted[name])
            for name, count in visited.most_common()
        ),
    )
