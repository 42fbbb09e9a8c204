"""Taking back as a whole what keeping an agenda made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, models, transaction

from interviews.importing.change import (
    ATTENDANCE,
    INSTANTS,
    dates_written,
    live_meetings,
    set_dates,
    written,
)
from interviews.models import (
    AgendaImport,
    Application,
    Attendance,
    Company,
    InterviewDay,
    Interviewer,
    Letter,
    Meeting,
    Role,
)


def undo_visit(mail: AgendaImport, at: datetime) -> None:
    """Put the visit that keeping `mail` made into the trash, and what was made for it alone.

    The company and the application go with it unless something else hangs on them by now. The mail
    is as it was before it was kept.
    """
    day = InterviewDay.objects.get(imports=mail)
    made = mail.made
    mail.day, mail.made = None, {}
    mail.save(update_fields=["day", "made", "updated_at"])
    application = day.application
    others = Application.objects.live().filter(company=application.company_id)
    others = others.exclude(pk=application.pk)
    visits = InterviewDay.objects.live().filter(application=application).exclude(pk=day.pk)
    people = Interviewer.objects.live().filter(company=application.company_id)
    people = people.exclude(pk__in=made["people"])
    Role.objects.filter(pk__in=made["roles"]).delete()
    if not made["application"] or visits.exists():
        day.trash(at)
    elif made["company"] and not others.exists() and not people.exists():
        Company.objects.get(pk=application.company_id).trash(at)
        return
    else:
        application.trash(at)
    trash_people(made["people"], at)


class CannotUndoError(Exception):
    """Something else has taken a place meanwhile; the message says so, for a person."""


def undo_changes(mail: AgendaImport, day: InterviewDay, at: datetime) -> None:
    """Let the visit be as it was before `mail` changed it, under the caller's lock on the visit.

    What was changed again since, by hand or by another mail, stays as it is.
    """
    made = mail.made
    try:
        with transaction.atomic():
            for meeting in Meeting.objects.live().filter(pk__in=made["meetings"]):
                meeting.trash(at)
            put_back(made["changed"])
            for key, status in made["cancelled"]:
                Meeting.objects.filter(pk=key, status=Meeting.Status.CANCELLED).update(
                    status=status, updated_at=at
                )
            trashed_at = datetime.fromisoformat(made["at"])
            Meeting.objects.filter(pk__in=made["trashed"], deleted_at=trashed_at).update(
                deleted_at=None, updated_at=at
            )
            put_dates_back(day, *made["dates"])
    except IntegrityError as error:
        if "meeting_no_overlap" not in str(error):
            raise
        raise CannotUndoError("Two of its meetings would overlap.") from error
    trash_people(made["people"], at)
    mail.made = {}
    mail.save(update_fields=["made", "updated_at"])


def put_back(changed: dict[str, dict[str, Any]]) -> None:
    """Give each meeting the fields and people it had, in one statement: they may change places."""
    meetings, names = [], set[str]()
    for meeting in Meeting.objects.filter(pk__in=changed):
        before, after = (changed[str(meeting.pk)][when] for when in ("before", "after"))
        now = written(meeting, list(after))
        for name, value in before.items():
            if now[name] == after[name]:
                is_instant = name in INSTANTS and value is not None
                setattr(meeting, name, datetime.fromisoformat(value) if is_instant else value)
        meetings.append(meeting)
        names |= set(before)
    if names:
        Meeting.objects.bulk_update(meetings, sorted(names))
    for meeting in meetings:
        put_people_back(meeting, changed[str(meeting.pk)]["people"])


def put_people_back(meeting: Meeting, people: dict[str, Any]) -> None:
    Attendance.objects.filter(
        pk__in=people["new"], remember="", status=Attendance.Status.PLANNED
    ).delete()
    there = {str(a.person_id): a for a in meeting.attendances.all()}
    for row in people["before"]:
        attendance = there.get(row["person"])
        if attendance is None:
            if Interviewer.objects.filter(pk=row["person"]).exists():
                attendance = Attendance(
                    pk=row["id"],
                    owner_id=meeting.owner_id,
                    meeting=meeting,
                    person_id=row["person"],
                    **{name: row[name] for name in ATTENDANCE},
                )
                attendance.save(force_insert=True)
            continue
        attendance.title, attendance.status = row["title"], row["status"]
        attendance.save(update_fields=["title", "status", "updated_at"])


def put_dates_back(day: InterviewDay, before: list[str | None], after: list[str | None]) -> None:
    """The dates it had, and those that a meeting is on now."""
    if dates_written(day) != after:
        return
    then = [date.fromisoformat(written) for written in before if written]
    on = [m.starts_at.astimezone(day.zone).date() for m in live_meetings(day)]
    set_dates(day, min([*then, *on]), max([*then, *on]))


def trash_people(made: list[str], at: datetime) -> None:
    """Those that were made and that nothing written or live hangs on."""
    busy = models.Q(pk__in=Attendance.objects.live().values("person")) | models.Q(
        pk__in=Letter.objects.filter(day__deleted_at=None).values("person")
    )
    kept_role = Role.objects.filter(application__deleted_at=None).values("person")
    people = Interviewer.objects.live().filter(pk__in=made, remarks="")
    people.exclude(busy).exclude(pk__in=kept_role).update(deleted_at=at, updated_at=at)
