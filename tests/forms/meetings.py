"""The form of a meeting, filled in and sent."""

from interviews.forms.meeting import MeetingForm
from interviews.models import Meeting

NEW = {"title": "Interview", "date": "2026-11-24", "start": "09:00", "end": "09:30"}


def meeting_form(day, **data):
    return MeetingForm({**NEW, "date": day.date.isoformat(), **data}, user=day.owner, day=day)


def shown(meeting):
    """The data that the form for this meeting shows, as a browser would send them back."""
    form = MeetingForm(user=meeting.owner, day=meeting.day, instance=meeting)
    data = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, "", False, []):
            data[name] = f"{value:%H:%M}" if name in ("start", "end") else value
    return data


def edited(meeting, **data):
    meeting = Meeting.objects.get(pk=meeting.pk)
    return MeetingForm(
        {**shown(meeting), **data}, user=meeting.owner, day=meeting.day, instance=meeting
    )


def made(form):
    assert form.is_valid(), form.errors
    return form.save_or_explain()


def names(meeting):
    """Who is in the meeting, and the title printed beside them."""
    return [(a.person.name, a.title) for a in meeting.attendances.with_person()]


def questions(form):
    return [field.name for field in form.questions]
