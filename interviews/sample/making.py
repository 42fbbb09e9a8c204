"""Making the sample visits for a user, putting them into the trash, and taking them out again."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from interviews.agenda.reading import read
from interviews.importing.stored import stored
from interviews.models import (
    AgendaImport,
    Application,
    AskedQuestion,
    Attendance,
    Call,
    Company,
    Dimension,
    Impression,
    Inquiry,
    InterviewDay,
    Interviewer,
    Letter,
    Meeting,
    MustHave,
    Note,
    PlannedQuestion,
    Question,
    Role,
    User,
    uuid7,
)
from interviews.models.time_zone import instant
from interviews.sample import harrow, marrable
from interviews.sample.preparation import PREPARATIONS, Preparer
from interviews.sample.visit import Rated, SampleDecision, SampleMeeting, SampleVisit

UPCOMING, PAST = harrow.VISIT, marrable.VISIT

SATURDAY = 5  # of date.weekday()


@transaction.atomic
def make_sample(user: User, now: datetime) -> InterviewDay | None:
    """Make both sample visits, unless one is there; the sample visit to look at first.

    It is the latest one; None where its user has put all of them, but not the company, into the
    trash.
    """
    User.objects.select_for_update().get(pk=user.pk)  # two clicks make one sample
    samples = Company.objects.visible_to(user).filter(is_sample=True)
    if not samples.exists():
        dimensions = {d.name: d for d in Dimension.objects.of(user)}
        for visit in (PAST, UPCOMING):
            Maker(user, visit, now, dimensions).make()
    days = InterviewDay.objects.visible_to(user).filter(application__company__is_sample=True)
    return days.order_by("-date").first()


@transaction.atomic
def remove_sample(user: User, at: datetime) -> int:
    """Put the sample companies and all beneath into the trash; how many companies that were."""
    samples = list(Company.objects.visible_to(user).filter(is_sample=True).locked())
    for company in samples:
        company.trash(at)
    return len(samples)


@transaction.atomic
def restore_sample(user: User) -> int:
    """Take what the last `remove_sample` removed out of the trash; how many companies that were.

    Raises IntegrityError where a live company has taken the name of one.
    """
    gone = Company.objects.in_trash_of(user).filter(is_sample=True).locked()
    latest = list(gone)
    latest = [company for company in latest if company.deleted_at == latest[0].deleted_at]
    for company in latest:
        company.restore()
    return len(latest)


class Maker:
    """Makes the rows of one sample visit; its dates count from today in the visit's zone."""

    def __init__(
        self, user: User, visit: SampleVisit, now: datetime, dimensions: dict[str, Dimension]
    ) -> None:
        self.user, self.visit, self.dimensions = user, visit, dimensions
        self.now = now
        self.today = now.astimezone(ZoneInfo(visit.time_zone)).date()

    def make(self) -> None:
        application = self.make_application(self.make_company())
        self.day = self.make_day(application)
        self.people = self.make_people(application)
        self.meetings = self.make_meetings()
        self.make_attendances()
        self.make_impressions()
        self.make_must_haves(application)
        self.make_notes()
        self.make_letters()
        prepared = Preparer(PREPARATIONS[self.visit.company], self.day, self.now)
        prepared.make(self.people, [row for _, row in self.meetings])
        self.make_questions()
        if visit := self.visit.decision:
            self.make_decision(visit, application)

    def make_company(self) -> Company:
        """The company, under a name that the user has not given to one already."""
        visit = self.visit
        for suffix in ("", " (sample)", *(f" (sample {n})" for n in range(2, 50))):
            try:
                with transaction.atomic():
                    return Company.objects.create(
                        owner=self.user,
                        is_sample=True,
                        name=visit.company + suffix,
                        website=visit.website,
                        industry=visit.industry,
                        location=visit.location,
                        about=visit.about,
                        culture=visit.culture,
                    )
            except IntegrityError:
                continue
        raise RuntimeError("Fifty companies have the name of the sample.")

    def make_application(self, company: Company) -> Application:
        visit = self.visit
        return Application.objects.create(
            owner=self.user,
            company=company,
            position=visit.position,
            job_description=visit.job_description,
            outcome=visit.outcome,
            heard_on=None if visit.heard is None else self.today + timedelta(visit.heard),
        )

    def make_day(self, application: Application) -> InterviewDay:
        visit = self.visit
        first = self.today + timedelta(visit.begins)
        if visit.on_monday:
            first -= timedelta(first.weekday())
        elif first.weekday() >= SATURDAY:  # nobody is invited to a plant on a weekend
            first += timedelta(7 - first.weekday())
        day = InterviewDay.objects.create(
            owner=self.user,
            application=application,
            date=first,
            last_date=first + timedelta(visit.lasts - 1) if visit.lasts > 1 else None,
            time_zone=visit.time_zone,
            address=visit.address,
            structure=visit.structure,
            status=visit.status,
            arrival=visit.arrival,
            travel=visit.travel,
            dress=visit.dress,
            bring=visit.bring,
            accommodation=visit.accommodation,
            overall_impression=visit.overall,
        )
        AgendaImport.objects.create(
            owner=self.user,
            day=day,
            text=visit.mail,
            received_on=self.today + timedelta(visit.mailed),
        )
        if visit.later_mail:
            AgendaImport.objects.create(
                owner=self.user,
                day=day,
                text=visit.later_mail,
                agenda=stored(read(visit.later_mail)),
                received_on=self.today - timedelta(1),
            )
        return day

    def make_people(self, application: Application) -> dict[str, Interviewer]:
        people = Interviewer.objects.bulk_create(
            Interviewer(
                owner=self.user,
                company=application.company,
                name=person.name,
                title=person.title,
                email=person.email,
                phone=person.phone,
                remarks=person.remarks,
            )
            for person in self.visit.people
        )
        by_name = {person.name: person for person in people}
        Role.objects.bulk_create(
            Role(owner=self.user, application=application, person=by_name[person.name], role=role)
            for person in self.visit.people
            for role in person.roles
        )
        return by_name

    def make_meetings(self) -> list[tuple[SampleMeeting, Meeting]]:
        rows = [
            Meeting(
                owner=self.user,
                day=self.day,
                starts_at=self.at(meeting.on, meeting.start),
                ends_at=self.at(meeting.on, meeting.end),
                title=meeting.title,
                format=meeting.format,
                focus=meeting.focus,
                location=meeting.location,
            )
            for meeting in self.visit.meetings
        ]
        return list(zip(self.visit.meetings, Meeting.objects.bulk_create(rows), strict=True))

    def at(self, on: int, clock_time: str) -> datetime:
        """The instant of a clock time on one of the visit's dates."""
        return instant(self.day.dates[on], time.fromisoformat(clock_time), self.day.zone)

    def make_attendances(self) -> None:
        status = Attendance.Status
        came = status.MET if self.day.status == InterviewDay.Status.COMPLETED else status.PLANNED
        Attendance.objects.bulk_create(
            Attendance(
                owner=self.user,
                meeting=row,
                person=self.people[name],
                title=self.people[name].title,
                status=status.ABSENT if name in meeting.absent else came,
                remember=meeting.remember.get(name, ""),
            )
            for meeting, row in self.meetings
            for name in meeting.people
        )

    def make_impressions(self) -> None:
        places: Iterable[tuple[Meeting | None, tuple[Rated, ...]]] = [
            (None, self.visit.impressions),
            *((row, meeting.impressions) for meeting, row in self.meetings),
        ]
        Impression.objects.bulk_create(
            Impression(
                owner=self.user,
                day=self.day,
                meeting=row,
                dimension=self.dimensions[dimension],
                rating=rating,
                observation=observation,
            )
            for row, impressions in places
            for dimension, rating, observation in impressions
            if dimension in self.dimensions  # the user may have renamed or removed it
        )

    def make_must_haves(self, application: Application) -> None:
        for wanted in self.visit.must_haves:
            dimension = self.dimensions.get(wanted.dimension)
            MustHave.objects.create(
                owner=self.user,
                application=application,
                text=wanted.text,
                dimension=dimension,
                limit=wanted.limit if dimension else None,
                met=wanted.met,
                met_was=wanted.met_was,
                written_on=self.today + timedelta(wanted.written),
                changed_on=self.ago(wanted.changed),
                was=wanted.was,
                dropped_on=self.ago(wanted.dropped),
            )

    def ago(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days)

    def make_notes(self) -> None:
        """Write the notes as a user does, each dated to the end of its meeting or visit."""
        notes = [self.write(None, self.visit.loose_note)]
        for meeting, row in self.meetings:
            if meeting.note:
                notes.append(self.write(row, meeting.note))
                notes[-1].updated_at = row.ends_at or row.starts_at
        if self.visit.begins < 0:
            notes[0].updated_at = self.at(self.visit.lasts - 1, "18:30")
            Note.objects.bulk_update(notes, ["updated_at"])

    def write(self, meeting: Meeting | None, text: str) -> Note:
        note = Note.start(uuid7(), self.day, meeting)
        note.write(text, base=0, op=uuid7())
        return note

    def make_questions(self) -> None:
        """My questions out of the bank, and what I was asked, each dated to its meeting."""
        bank = {question.text: question for question in Question.objects.of(self.user)}
        rows = {meeting.title: row for meeting, row in self.meetings}
        PlannedQuestion.objects.bulk_create(
            PlannedQuestion(
                owner=self.user,
                meeting=rows[planned.meeting],
                question=bank[planned.question],
                asked_at=rows[planned.meeting].ends_at if planned.answer else None,
                answer=planned.answer,
            )
            for planned in self.visit.planned
            if planned.question in bank  # the user may have changed it
        )
        same: dict[str, uuid.UUID] = defaultdict(uuid7)
        AskedQuestion.objects.bulk_create(
            AskedQuestion(
                owner=self.user,
                meeting=rows[asked.meeting],
                text=asked.question,
                answer=asked.answer,
                landed=asked.landed,
                tag=asked.tag,
                told=asked.told,
                group=same[asked.same or asked.question],
            )
            for asked in self.visit.asked
        )

    def make_letters(self) -> None:
        Letter.objects.bulk_create(
            Letter(
                owner=self.user,
                day=self.day,
                person=self.people[letter.to],
                subject=letter.subject,
                body=letter.body.strip(),
                channel=letter.channel,
                status=Letter.Status.SENT if letter.sent else Letter.Status.DRAFTED,
                sent_at=self.at(self.visit.lasts - 1, letter.sent) if letter.sent else None,
            )
            for letter in self.visit.letters
        )

    def make_decision(self, said: SampleDecision, application: Application) -> None:
        """What came after the visit: the wait, the calls, the offer."""
        application.promised_on = self.day.dates[-1] + timedelta(said.promised)
        application.promised_by, application.pay = said.promised_by, said.pay
        application.benefits, application.lesson = said.benefits, said.lesson
        application.starts_on = self.today + timedelta(said.starts)
        application.answer_by = self.today + timedelta(said.answer_by)
        application.decision, application.reason = said.decision, said.reason
        application.save()
        Call.objects.bulk_create(
            Call(
                owner=self.user,
                application=application,
                at=instant(
                    self.today + timedelta(call.on), time.fromisoformat(call.at), self.day.zone
                ),
                caller=call.caller,
                said=call.said,
                pay=call.pay,
                answer_by=self.today + timedelta(call.answer_by),
                ask_back=call.ask_back,
            )
            for call in said.calls
        )
        Inquiry.objects.bulk_create(
            Inquiry(
                owner=self.user,
                application=application,
                asked_on=self.today + timedelta(inquiry.on),
                whom=inquiry.whom,
                answer=inquiry.answer,
            )
            for inquiry in said.inquiries
        )
