"""What was prepared for the two sample visits, and making its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from interviews.models import (
    Expense,
    InterviewDay,
    Interviewer,
    Meeting,
    Quality,
    Question,
    Source,
    Task,
)
from interviews.models.task import DEFAULT_TASKS


@dataclass(frozen=True, kw_only=True)
class SampleSource:
    """A source, read so many days after today, or still to read.

    `use_in` has the titles of meetings, `question` the text of one that is planned for the visit.
    """

    title: str
    kind: str
    address: str = ""
    read: int | None = None
    learned: str = ""
    use_in: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class SamplePreparation:
    """The preparation of a visit; days count from today.

    `done` says how many of the tasks that ship are done; `own` are further ones as (stage, text,
    days before or after), `expenses` (what, amount, currency, state).
    """

    done: int
    own: tuple[tuple[str, str, int], ...]
    own_done: bool
    asked: int
    answered: int | None
    asked_person: str
    first_on: int
    first_with: str
    first_said: str
    first_promised: str
    qualities: tuple[tuple[str, str], ...]  # what is sought, the example or ""
    sources: tuple[SampleSource, ...]
    expenses: tuple[tuple[str, str, str, str], ...]


HARROW = SamplePreparation(
    done=5,
    own=(("before", "Read the second paper on Smith predictors", 1),),
    own_done=False,
    asked=-6,
    answered=None,
    asked_person="Priya Raman",
    first_on=-12,
    first_with="Priya Raman, by video",
    first_said=(
        "Forty minutes. They look for somebody who stays with a line until it runs. The post is "
        "new: line 3 has no engineer of its own."
    ),
    first_promised="The job description of line 3, and who sits on the panel",
    qualities=(
        (
            "control engineering",
            (
                "Put a Smith predictor on the pasteuriser at the dairy: scrap fell from 4 to 1.5 "
                "percent in three weeks."
            ),
        ),
        (
            "patience with old equipment",
            (
                "Kept a homogeniser of 1987 running for two years, and wrote the manual that "
                "it never had."
            ),
        ),
        ("Tune loops, cut scrap, work with shifts and maintenance", ""),
    ),
    sources=(
        SampleSource(
            title="Harrow Instruments: products",
            kind="web_page",
            address="https://harrow-instruments.example/products/",
            read=-3,
            learned="Flow meters and level gauges; the gauges are filled on line 3.",
            use_in=("Panel: working with the line", "Plant tour"),
        ),
        SampleSource(
            title="Dairy Engineer, autumn issue",
            kind="periodical",
            read=-2,
            learned="The new calibration hall opens in spring; they will hire four people for it.",
            use_in=("Career paths and first months",),
        ),
        SampleSource(title="Annual report", kind="report"),
    ),
    expenses=(
        ("Train from York, return", "31.80", "GBP", "open"),
        ("Print of the poster, ordered in Dublin", "12.00", "EUR", "open"),
    ),
)

MARRABLE = SamplePreparation(
    done=10,
    own=(("after", "Send Fiona the receipt of the taxi", 3),),
    own_done=True,
    asked=-49,
    answered=-47,
    asked_person="Fiona Tulloch",
    first_on=-58,
    first_with="Fiona Tulloch and Alasdair Kerr, by phone",
    first_said="Half of the work is abroad; they said so before I could ask.",
    first_promised="A list of the projects of the last two years",
    qualities=(
        (
            "PLC programming",
            (
                "Rewrote the program of the bottling line in my second summer; the night shift "
                "asked for a copy."
            ),
        ),
        (
            "commissioning",
            "Found the stuck valve at the dairy with a clamp-on meter, at two in the morning.",
        ),
    ),
    sources=(
        SampleSource(
            title="Marrable Controls: references",
            kind="web_page",
            address="https://marrable-controls.example/references/",
            read=-40,
            learned="Twelve distilleries and four water works; the farthest is in Chile.",
            use_in=("Panel with the team", "Meeting with Duncan Abara"),
            question="How much travel is there, and who decides on it?",
        ),
        SampleSource(
            title="A service engineer on the train",
            kind="person",
            read=-38,
            learned="They pay on time, and they mean it when they say three weeks away.",
        ),
    ),
    expenses=(
        ("Train to Edinburgh, return", "64.20", "GBP", "paid"),
        ("Taxi to the porter’s lodge", "11.50", "GBP", "claimed"),
    ),
)
PREPARATIONS = {"Harrow Instruments": HARROW, "Marrable Controls": MARRABLE}


class Preparer:
    """Makes the rows of the preparation of one sample visit."""

    def __init__(self, prepared: SamplePreparation, day: InterviewDay, now: datetime) -> None:
        self.prepared, self.day, self.now = prepared, day, now
        self.today = now.astimezone(day.zone).date()

    def on(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days)

    def make(self, people: dict[str, Interviewer], meetings: list[Meeting]) -> None:
        self.make_first_interview(people)
        self.make_tasks()
        self.make_qualities()
        self.make_sources({meeting.title: meeting for meeting in meetings})
        self.make_expenses()

    def make_first_interview(self, people: dict[str, Interviewer]) -> None:
        """The first interview, and what was asked before the visit."""
        prepared, application = self.prepared, self.day.application
        application.first_on = self.on(prepared.first_on)
        application.first_with = prepared.first_with
        application.first_said = prepared.first_said
        application.first_promised = prepared.first_promised
        application.save()
        self.day.asked_on = self.on(prepared.asked)
        self.day.answered_on = self.on(prepared.answered)
        self.day.asked_person = people[prepared.asked_person]
        self.day.tasks_begun_at = self.now + timedelta(prepared.first_on)
        self.day.save()

    def make_tasks(self) -> None:
        tasks = [*DEFAULT_TASKS, *self.prepared.own]
        Task.objects.bulk_create(
            Task(
                owner_id=self.day.owner_id,
                day=self.day,
                stage=stage,
                text=text,
                days=days,
                position=n,
                done_at=self.now if self.is_done(n) else None,
            )
            for n, (stage, text, days) in enumerate(tasks, start=1)
        )

    def is_done(self, n: int) -> bool:
        """Whether the task at that place of the list is."""
        return self.prepared.own_done if n > len(DEFAULT_TASKS) else n <= self.prepared.done

    def make_qualities(self) -> None:
        Quality.objects.bulk_create(
            Quality(
                owner_id=self.day.owner_id,
                application=self.day.application,
                sought=sought,
                example=example,
            )
            for sought, example in self.prepared.qualities
        )

    def make_sources(self, meetings: dict[str, Meeting]) -> None:
        """The sources, used in their meetings and as questions of the bank."""
        bank = {question.text: question for question in Question.objects.of(self.day.owner)}
        for source in self.prepared.sources:
            row = Source.objects.create(
                owner_id=self.day.owner_id,
                company=self.day.application.company,
                title=source.title,
                kind=source.kind,
                address=source.address,
                read_on=self.on(source.read),
                learned=source.learned,
            )
            row.use_in([meetings[title] for title in source.use_in], out_of=[])
            if source.question in bank:
                row.use_as(source.question, [])

    def make_expenses(self) -> None:
        Expense.objects.bulk_create(
            Expense(
                owner_id=self.day.owner_id,
                day=self.day,
                what=what,
                amount=Decimal(amount),
                currency=currency,
                claimed_at=None if state == "open" else self.now,
                paid_at=self.now if state == "paid" else None,
            )
            for what, amount, currency, state in self.prepared.expenses
        )
