"""The meetings that a visit has already, as a later agenda is compared with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from interviews.importing.matching import Slot
from interviews.models import Attendance, Impression, InterviewDay, Meeting, Note
from interviews.models.interviewer import name_key


@dataclass(frozen=True)
class There:
    """A live meeting of the visit; `has_words` where something is written about it."""

    meeting: Meeting
    slot: Slot
    has_words: bool
    people: dict[str, Attendance] = field(default_factory=dict)  # those expected, by name key

    @property
    def local_start(self) -> datetime:
        return self.meeting.starts_at.astimezone(self.meeting.day.zone)

    @property
    def local_end(self) -> datetime | None:
        end = self.meeting.ends_at
        return end.astimezone(self.meeting.day.zone) if end else None

    @property
    def date(self) -> date:
        return self.local_start.date()


def meetings_there(day: InterviewDay) -> list[There]:
    """In two queries; the visit is one that `visible_to` gave."""
    words = (
        Exists(Note.objects.filter(meeting=OuterRef("pk")).exclude(text=""))
        | Exists(Impression.objects.filter(meeting=OuterRef("pk")))
        | Exists(Attendance.objects.filter(meeting=OuterRef("pk")).exclude(remember=""))
    )
    meetings = Meeting.objects.live().filter(owner_id=day.owner_id, day=day)
    meetings = meetings.with_people().in_order().annotate(has_words=Q(words))
    return [there_of(meeting, day) for meeting in meetings]


def there_of(meeting: Meeting, day: InterviewDay) -> There:
    meeting.day = day
    start = meeting.starts_at.astimezone(day.zone)
    end = meeting.ends_at.astimezone(day.zone) if meeting.ends_at else None
    people = {
        name_key(attendance.person.name): attendance
        for attendance in meeting.attendances.all()
        if attendance.status != Attendance.Status.ABSENT
    }
    slot = Slot(
        title=meeting.title,
        on=start.date(),
        start=start.time(),
        end=end.time() if end else None,
        location=meeting.location,
        people=frozenset(people),
        uid=meeting.import_uid,
    )
    return There(meeting, slot, getattr(meeting, "has_words", False), people)
