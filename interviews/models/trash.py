"""The trash across nouns: what lies in it, how it comes back, how it is emptied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import IntegrityError, models, transaction

from interviews.models.company import Application, Company
from interviews.models.day import InterviewDay
from interviews.models.interviewer import Interviewer
from interviews.models.meeting import Meeting
from interviews.models.owned import TRASH_DAYS
from interviews.models.user import User

Row = Company | Application | InterviewDay | Meeting | Interviewer

KINDS: dict[str, type[Row]] = {
    "company": Company,
    "application": Application,
    "visit": InterviewDay,
    "meeting": Meeting,
    "person": Interviewer,
}
PARENTS = {"application": "company", "visit": "application", "meeting": "day", "person": "company"}
SHOWN_WITH = {
    "application": ["company"],
    "visit": ["application__company"],
    "meeting": ["day__application__company"],
    "person": ["company"],
}

SAME_TIME, CANCELLED = "same_time", "cancelled"


class Conflict(Exception):
    """Something else has taken the place meanwhile: somebody has to choose what is to happen."""


class NameTaken(Conflict):
    """A company whose name another one has now."""

    def __init__(self, company: Company, other: Company | None) -> None:
        super().__init__()
        self.company, self.other = company, other


class OffTheDates(Conflict):
    """A meeting that would lie outside of its visit's dates."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting, self.dates = meeting, meeting.day.dates


class Overlaps(Conflict):
    """A meeting whose time another one takes now."""

    def __init__(self, meeting: Meeting, other: Meeting | None) -> None:
        super().__init__()
        self.meeting, self.other = meeting, other


@dataclass(frozen=True)
class Answer:
    """What somebody chose: each answers one kind of conflict, and is not used without it.

    `name`: another name for the company. `join`: into the company that has the name now. `on`: the
    date for a meeting off the dates. `how`: SAME_TIME or CANCELLED, for a meeting that overlaps.
    """

    name: str = ""
    join: bool = False
    on: date | None = None
    how: str = ""


@dataclass(frozen=True)
class Restored:
    """What came back: the row itself, or what took it over; and the parents that came with it."""

    row: Row
    parents: list[Row] = field(default_factory=list)
    was_there: bool = False


@dataclass(frozen=True)
class Entry:
    """One deletion: the row that was deleted, without what went with it."""

    kind: str
    row: Row
    deleted_at: datetime

    @property
    def until(self) -> datetime:
        """When it may be deleted for good."""
        return self.deleted_at + timedelta(days=TRASH_DAYS)


def entries(user: User, now: datetime) -> list[Entry]:
    """What `user` deleted in the last 30 days, the latest first: one query for each kind."""
    found = []
    for kind, model in KINDS.items():
        rows = model.objects.in_trash_of(user).filter(
            deleted_at__gt=now - timedelta(days=TRASH_DAYS)
        )
        if kind in PARENTS:
            rows = rows.exclude(**{f"{PARENTS[kind]}__deleted_at": models.F("deleted_at")})
            rows = rows.select_related(*SHOWN_WITH[kind])
        found += [Entry(kind, row, row.deleted_at) for row in rows if row.deleted_at]
    return sorted(found, key=lambda entry: entry.deleted_at, reverse=True)


def parent_of(row: Row) -> Row | None:
    """The row that this one belongs to, if any."""
    match row:
        case Meeting():
            return row.day
        case InterviewDay():
            return row.application
        case Application() | Interviewer():
            return row.company
    return None


def ancestors(row: Row) -> Iterator[Row]:
    """The rows above this one, the nearest first."""
    while (above := parent_of(row)) is not None:
        yield above
        row = above


def lock_visits(row: Row) -> None:
    """Lock every visit of the company that `row` belongs to, always in the same order.

    What is deleted or comes back in bulk touches meetings, and their rules hold under this lock.
    """
    *_, top = (row, *ancestors(row))
    if isinstance(top, Company):
        days = InterviewDay.objects.filter(application__company=top).order_by("pk").locked()
        list(days.values_list("pk", flat=True))


@transaction.atomic
def throw_away(row: Row, at: datetime) -> bool:
    """Put `row` into the trash with its parts; False where it lies there already."""
    lock_visits(row)
    row = type(row).objects.locked().get(pk=row.pk)
    if row.deleted_at is not None:
        return False
    row.trash(at)
    return True


@transaction.atomic
def restore(row: Row, answer: Answer) -> Restored:
    """Take `row` out of the trash, with what was deleted together with it, and its parents too.

    Raises Conflict where `answer` does not say what is to happen; nothing has come back then.
    """
    lock_visits(row)
    row = type(row).objects.locked().get(pk=row.pk)
    if row.deleted_at is None:
        return Restored(row, was_there=True)
    parents = [_bring_back(a, answer) for a in reversed([*ancestors(row)]) if a.deleted_at]
    return Restored(_bring_back(row, answer), parents)


def _bring_back(row: Row, answer: Answer) -> Row:
    """Restore this one row and its parts; returns the row that stands for it now."""
    row.refresh_from_db()  # it may have come back with its parent, or have another one now
    if row.deleted_at is None:
        return row
    match row:
        case Company():
            return _bring_back_company(row, answer)
        case Meeting():
            _bring_back_meeting(row, answer)
        case _:
            row.restore()
    return row


def _bring_back_company(company: Company, answer: Answer) -> Company:
    if answer.name:
        company.name = answer.name
        company.save(update_fields=["name", "updated_at"])
    try:
        with transaction.atomic():
            company.restore()
    except IntegrityError as error:
        if broken_rule(error) != "company_name_unique":
            raise
        company.refresh_from_db()
        mine = Company.objects.live().filter(owner_id=company.owner_id).locked()
        other = mine.named(company.name).first()
        if other is None or not answer.join:
            raise NameTaken(company, other) from error
        company.restore_parts()
        other.absorb(company)
        return other
    return company


def _bring_back_meeting(meeting: Meeting, answer: Answer) -> None:
    if meeting.date in meeting.day.dates:
        on = None
    elif answer.on in meeting.day.dates:
        on = answer.on
    else:
        raise OffTheDates(meeting)
    try:
        _place(meeting, on)
    except IntegrityError as error:
        if broken_rule(error) != "meeting_no_overlap":
            raise
        if answer.how not in (SAME_TIME, CANCELLED):
            raise Overlaps(meeting, _other_at_the_time(meeting)) from error
        if answer.how == SAME_TIME:
            meeting.overlap_allowed = True
        else:
            meeting.status = Meeting.Status.CANCELLED
        meeting.save(update_fields=["overlap_allowed", "status", "updated_at"])
        _place(meeting, on)


@transaction.atomic
def _place(meeting: Meeting, on: date | None) -> None:
    """Put the meeting back: onto another date, or where it was."""
    if on is None:
        meeting.restore()
    else:
        meeting.restore_on(on)


def _other_at_the_time(meeting: Meeting) -> Meeting | None:
    if meeting.ends_at is None:
        return None
    others = meeting.day.meetings.overlapping(meeting.starts_at, meeting.ends_at)
    return others.exclude(pk=meeting.pk).in_order().first()


def broken_rule(error: IntegrityError) -> str | None:
    """The name of the constraint that an IntegrityError is about."""
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)


@transaction.atomic
def empty(before: datetime) -> dict[str, int]:
    """Delete for good what went into the trash before that; returns how many of each kind."""
    gone = {}
    for kind in ("visit", "meeting", "application", "person", "company"):  # in the order of locks
        old = KINDS[kind].objects.filter(deleted_at__lt=before).order_by("pk").locked()
        gone[kind] = list(old.values_list("pk", flat=True))
    for kind, keys in gone.items():
        KINDS[kind].objects.filter(pk__in=keys).delete()
    return {kind: len(keys) for kind, keys in gone.items()}
