"""Rows for tests, each with what its rules need; the owner comes down from the parent.

`MeetingFactory(day=day, at="09:00", to="09:45")` says clock times on the visit's first date;
`days=1` puts them on the second. Without a parent, one is made with an owner of its own.
"""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import factory
from allauth.mfa.models import Authenticator
from factory.django import DjangoModelFactory

from interviews import models
from interviews.models.time_zone import instant

# What Chromium's virtual authenticator answered for http://localhost.
CREDENTIAL = {
    "id": "sTpkurt9lyCYVp0JWRvmgFOQdFg6iRQKBXVNGVFe3Mw",
    "rawId": "sTpkurt9lyCYVp0JWRvmgFOQdFg6iRQKBXVNGVFe3Mw",
    "type": "public-key",
    "response": {
        "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoic0NrMUdFaUFEWnR5Zn"
        "JMUm9kNzVMNXZxZjZDWGJHeFEyTGNicGM5R3Z3VSIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6MzU4NDkiLCJ"
        "jcm9zc09yaWdpbiI6ZmFsc2V9",
        "attestationObject": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmi"
        "hjLHmVzzuoMdl2NFAAAAAQECAwQFBgcIAQIDBAUGBwgAILE6ZLq7fZcgmFadCVkb5oBTkHRYOokUCgV1TRlRXtzMp"
        "QECAyYgASFYIACack_9FKX5f8dHvtAtAuDT2SbPMMQUPKTy-1ITMtg7IlggdU5-XbkfSbLPj3r0DX-ChAy5uS2vPh"
        "wlt3s-ucGXOG0",
    },
    "clientExtensionResults": {"credProps": {"rk": True}},
}
A_DATE = date(2026, 11, 24)


def at_clock(day, clock, days=0, fold=0):
    """The instant of a clock time (“09:30”) on a date of the visit, in the visit's zone."""
    on = day.date + timedelta(days=days)
    return instant(on, time.fromisoformat(clock), ZoneInfo(day.time_zone), fold=fold)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = models.User

    email = factory.Sequence(lambda n: f"user{n}@example.org")
    name = "Someone"
    time_zone = "Europe/London"


class CompanyFactory(DjangoModelFactory):
    class Meta:
        model = models.Company

    owner = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"Company {n}")


class ApplicationFactory(DjangoModelFactory):
    class Meta:
        model = models.Application

    company = factory.SubFactory(CompanyFactory)
    owner = factory.SelfAttribute("company.owner")
    position = "Engineer"


class DayFactory(DjangoModelFactory):
    """A visit on Tuesday, 24 November 2026, in London."""

    class Meta:
        model = models.InterviewDay

    application = factory.SubFactory(ApplicationFactory)
    owner = factory.SelfAttribute("application.owner")
    date = A_DATE
    time_zone = "Europe/London"


class InterviewerFactory(DjangoModelFactory):
    class Meta:
        model = models.Interviewer

    company = factory.SubFactory(CompanyFactory)
    owner = factory.SelfAttribute("company.owner")
    name = factory.Sequence(lambda n: f"Person {n}")
    title = "Director"


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = models.Role

    application = factory.SubFactory(ApplicationFactory)
    owner = factory.SelfAttribute("application.owner")
    person = factory.SubFactory(
        InterviewerFactory, company=factory.SelfAttribute("..application.company")
    )
    role = models.Role.Kind.PEER


class MeetingFactory(DjangoModelFactory):
    """A meeting from nine to half past, or `at` and `to` in clock times; `to=None` has no end."""

    class Meta:
        model = models.Meeting

    class Params:
        at = "09:00"
        to = "09:30"
        days = 0

    day = factory.SubFactory(DayFactory)
    owner = factory.SelfAttribute("day.owner")
    starts_at = factory.LazyAttribute(lambda m: at_clock(m.day, m.at, m.days))
    ends_at = factory.LazyAttribute(lambda m: at_clock(m.day, m.to, m.days) if m.to else None)
    title = "Interview"


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = models.Attendance

    meeting = factory.SubFactory(MeetingFactory)
    owner = factory.SelfAttribute("meeting.owner")
    person = factory.SubFactory(
        InterviewerFactory, company=factory.SelfAttribute("..meeting.day.application.company")
    )


class NoteFactory(DjangoModelFactory):
    """The note of a meeting; with `meeting=None, day=day` the loose one of a visit."""

    class Meta:
        model = models.Note

    meeting = factory.SubFactory(MeetingFactory)
    day = factory.SelfAttribute("meeting.day")
    owner = factory.SelfAttribute("day.owner")


class CaptureFactory(DjangoModelFactory):
    class Meta:
        model = models.Capture

    op = factory.LazyFunction(models.uuid7)
    sha256 = "0" * 64


class NoteRevisionFactory(DjangoModelFactory):
    class Meta:
        model = models.NoteRevision

    note = factory.SubFactory(NoteFactory)
    owner = factory.SelfAttribute("note.owner")
    op = factory.LazyFunction(models.uuid7)
    base = 0
    version = 1
    text = "written"
    sha256 = "0" * 64


class DimensionFactory(DjangoModelFactory):
    class Meta:
        model = models.Dimension

    owner = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"Dimension {n}")


class ImpressionFactory(DjangoModelFactory):
    """An impression of a visit; with a meeting, `day` is that of the meeting."""

    class Meta:
        model = models.Impression

    meeting = None
    day = factory.Maybe(
        "meeting", factory.SelfAttribute("meeting.day"), factory.SubFactory(DayFactory)
    )
    owner = factory.SelfAttribute("day.owner")
    dimension = factory.SubFactory(DimensionFactory, owner=factory.SelfAttribute("..owner"))
    rating = 1


class MustHaveFactory(DjangoModelFactory):
    class Meta:
        model = models.MustHave

    application = factory.SubFactory(ApplicationFactory)
    owner = factory.SelfAttribute("application.owner")
    text = "Two days a week at home"
    written_on = A_DATE


class AgendaImportFactory(DjangoModelFactory):
    class Meta:
        model = models.AgendaImport

    day = factory.SubFactory(DayFactory)
    owner = factory.SelfAttribute("day.owner")
    text = "Dear candidate, this is your agenda."


class LetterFactory(DjangoModelFactory):
    class Meta:
        model = models.Letter

    day = factory.SubFactory(DayFactory)
    owner = factory.SelfAttribute("day.owner")
    person = factory.SubFactory(
        InterviewerFactory, company=factory.SelfAttribute("..day.application.company")
    )


class LetterTemplateFactory(DjangoModelFactory):
    class Meta:
        model = models.LetterTemplate

    owner = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"Template {n}")
    subject = "Thank you"
    body = "Dear {name},\n\n{talked}\n\nI would like to work with you."


class CallFactory(DjangoModelFactory):
    class Meta:
        model = models.Call

    application = factory.SubFactory(ApplicationFactory)
    owner = factory.SelfAttribute("application.owner")
    at = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)


class InquiryFactory(DjangoModelFactory):
    class Meta:
        model = models.Inquiry

    application = factory.SubFactory(ApplicationFactory)
    owner = factory.SelfAttribute("application.owner")
    asked_on = date(2026, 12, 1)


class ReminderFactory(DjangoModelFactory):
    class Meta:
        model = models.Reminder

    owner = factory.SubFactory(UserFactory)
    kind = models.Reminder.Kind.EVENING_BEFORE


class SentReminderFactory(DjangoModelFactory):
    class Meta:
        model = models.SentReminder

    owner = factory.SubFactory(UserFactory)
    about = factory.LazyFunction(models.uuid7)
    key = "before 2026-11-24"
    claimed_at = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = models.Question

    owner = factory.SubFactory(UserFactory)
    topic = models.Question.Topic.JOB
    text = factory.Sequence(lambda n: f"What about number {n}?")


class PlannedQuestionFactory(DjangoModelFactory):
    class Meta:
        model = models.PlannedQuestion

    meeting = factory.SubFactory(MeetingFactory)
    owner = factory.SelfAttribute("meeting.owner")
    question = factory.SubFactory(QuestionFactory, owner=factory.SelfAttribute("..owner"))
    asked_at = factory.LazyAttribute(lambda p: p.meeting.starts_at if p.answer else None)
    answer = ""


class AskedQuestionFactory(DjangoModelFactory):
    class Meta:
        model = models.AskedQuestion

    meeting = factory.SubFactory(MeetingFactory)
    owner = factory.SelfAttribute("meeting.owner")
    text = factory.Sequence(lambda n: f"What did you do in year {n}?")


class TaskFactory(DjangoModelFactory):
    class Meta:
        model = models.Task

    day = factory.SubFactory(DayFactory)
    owner = factory.SelfAttribute("day.owner")
    text = factory.Sequence(lambda n: f"Task {n}")


class ExpenseFactory(DjangoModelFactory):
    class Meta:
        model = models.Expense

    day = factory.SubFactory(DayFactory)
    owner = factory.SelfAttribute("day.owner")
    what = "Train"
    amount = Decimal("42.50")
    currency = "GBP"


class QualityFactory(DjangoModelFactory):
    class Meta:
        model = models.Quality

    application = factory.SubFactory(ApplicationFactory)
    owner = factory.SelfAttribute("application.owner")
    sought = factory.Sequence(lambda n: f"Quality {n}")


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source

    company = factory.SubFactory(CompanyFactory)
    owner = factory.SelfAttribute("company.owner")
    title = factory.Sequence(lambda n: f"Source {n}")
    read_on = A_DATE


class SourceUseFactory(DjangoModelFactory):
    class Meta:
        model = models.SourceUse

    source = factory.SubFactory(SourceFactory)
    owner = factory.SelfAttribute("source.owner")


class CalendarFeedFactory(DjangoModelFactory):
    class Meta:
        model = models.CalendarFeed

    owner = factory.SubFactory(UserFactory)


class PasskeyFactory(DjangoModelFactory):
    """A passkey as a browser made it; its owner is a `user`, for allauth has its table."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(UserFactory)
    type = "webauthn"
    data = factory.LazyAttribute(lambda o: {"name": o.name, "credential": CREDENTIAL})

    class Params:
        name = "Laptop"


def a_day(owner, company="Marrable", position="Engineer", **fields):
    """A visit of that user to a company of that name."""
    known = models.Company.objects.visible_to(owner).named(company).first()
    company = known or CompanyFactory(owner=owner, name=company)
    application = ApplicationFactory(company=company, position=position)
    return DayFactory(application=application, **fields)


def a_meeting(owner, **fields):
    """A meeting of that user, in a visit of its own unless a `day` is given."""
    return MeetingFactory(day=fields.pop("day", None) or a_day(owner), **fields)


def a_note(owner, text="They were kind.", **fields):
    """A note of that user with one saved version, in a meeting of its own unless one is given."""
    note = NoteFactory(**(fields or {"meeting": a_meeting(owner)}))
    if text:
        note.write(text, base=0, op=models.uuid7())
    return note


def utc(*parts):
    """An instant in UTC: year, month, day, hour, minute."""
    return datetime(*parts, tzinfo=UTC)
