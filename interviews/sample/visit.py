"""The shape in which a sample visit is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Rated = tuple[str, int, str]  # a dimension's name, the rating, the observation or ""


@dataclass(frozen=True, kw_only=True)
class SamplePerson:
    """Somebody of the company."""

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    remarks: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SampleMeeting:
    """One meeting; `start` and `end` are clock times, `on` counts the visit's dates from 0.

    `remember` maps names of people to the line to remember them by; `absent` did not come.
    """

    start: str
    end: str
    title: str
    on: int = 0
    format: str = "one_on_one"
    focus: str = ""
    location: str = ""
    people: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    remember: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    impressions: tuple[Rated, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SampleLetter:
    """A thank-you letter; `sent` is the clock time on the visit's last date, or "" for a draft."""

    to: str
    subject: str
    body: str
    channel: str = "email"
    sent: str = ""


@dataclass(frozen=True, kw_only=True)
class SampleCall:
    """A call, at a clock time so many days after today; `answer_by` counts from today too."""

    on: int
    at: str
    caller: str
    said: str
    pay: str
    answer_by: int
    ask_back: str


@dataclass(frozen=True, kw_only=True)
class SampleInquiry:
    """An inquiry, so many days after today."""

    on: int
    whom: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class SampleDecision:
    """What came after the visit. `promised` counts from its last date, the others from today."""

    promised: int
    promised_by: str
    calls: tuple[SampleCall, ...]
    inquiries: tuple[SampleInquiry, ...]
    pay: str
    benefits: str
    starts: int
    answer_by: int
    decision: str
    reason: str
    lesson: str


@dataclass(frozen=True, kw_only=True)
class SampleMustHave:
    """Something without which it is a no; `written`, `changed` and `dropped` count from today."""

    text: str
    written: int
    dimension: str = ""
    limit: int | None = None
    met: str = "unknown"
    met_was: str = ""
    changed: int | None = None
    was: str = ""
    dropped: int | None = None


@dataclass(frozen=True, kw_only=True)
class SamplePlanned:
    """A question of the default bank in a meeting; with an answer it was asked there."""

    meeting: str
    question: str
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class SampleAsked:
    """What was asked in a meeting; rows of one `same` are one question in other words."""

    meeting: str
    question: str
    answer: str
    landed: int | None = None
    tag: str = ""
    told: str = ""
    same: str = ""


@dataclass(frozen=True, kw_only=True)
class SampleVisit:
    """A company, an application there, and one visit with all that was written.

    Counted in days after today: `begins` is its first date, or the Monday after it on a weekend,
    or with `on_monday` the Monday of the week of that date; `heard` is when the outcome came,
    `mailed` when the agenda; a `later_mail` came on the day before today, and nobody has taken
    over what it changes. `lasts` is how many dates it has.
    """

    company: str
    website: str
    industry: str
    location: str
    about: str
    culture: str
    position: str
    job_description: str
    outcome: str
    heard: int | None
    begins: int
    on_monday: bool = False
    lasts: int
    time_zone: str
    address: str
    structure: str
    status: str
    arrival: str
    travel: str
    dress: str
    bring: str
    accommodation: str
    overall: str
    people: tuple[SamplePerson, ...]
    meetings: tuple[SampleMeeting, ...]
    loose_note: str
    impressions: tuple[Rated, ...]
    mail: str
    mailed: int
    later_mail: str = ""
    must_haves: tuple[SampleMustHave, ...] = ()
    letters: tuple[SampleLetter, ...] = ()
    planned: tuple[SamplePlanned, ...] = ()
    asked: tuple[SampleAsked, ...] = ()
    decision: SampleDecision | None = None
