"""Culture fit: the evidence on each dimension, what it adds up to, and what it says of must-haves.

Only what was put into words counts: a rating without an observation is shown, and said to be
unbacked, but moves no mean. What nobody observed is no number at all.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from interviews.marks import Marked, marked
from interviews.models import (
    Application,
    Dimension,
    Impression,
    InterviewDay,
    Meeting,
    MustHave,
    Note,
    User,
)
from interviews.models.dimension import Direction, ShowsIn
from interviews.models.line import LineMeeting, meetings_of
from interviews.passages import passages
from interviews.picture import Strip, Value, signed, strip

APART = 2  # steps between ratings from which on they disagree
Format = Meeting.Format
NOWHERE = (Format.TRAVEL, Format.BREAK)
PLACES: dict[str, tuple[str, ...]] = {
    ShowsIn.ANYWHERE: tuple(f for f in Format if f not in NOWHERE),
    ShowsIn.TALK: (Format.ONE_ON_ONE, Format.HR),
    ShowsIn.TOGETHER: (
        Format.PANEL,
        Format.GROUP,
        Format.TECHNICAL,
        Format.PRESENTATION,
        Format.TEST,
    ),
    ShowsIn.AROUND: (Format.TOUR, Format.MEAL, Format.HR),
}


@dataclass(slots=True)
class Evidence:
    """One dimension with all that was seen of it, in the order of the day, the whole visit last."""

    dimension: Dimension
    seen: list[Impression] = field(default_factory=list)
    coming: list[LineMeeting] = field(default_factory=list)

    @property
    def whole(self) -> Impression | None:
        """The impression of the whole visit."""
        return next((i for i in self.seen if i.meeting_id is None), None)

    @property
    def backed(self) -> list[Impression]:
        """Those with an observation behind them."""
        return [i for i in self.seen if i.observation]

    @property
    def unbacked(self) -> int:
        return len(self.seen) - len(self.backed)

    @property
    def mean(self) -> float | None:
        """The mean of what is backed; None where nothing is."""
        return mean_of(i.rating for i in self.backed)

    @property
    def sign(self) -> str:
        return signed(self.mean)

    @property
    def lowest(self) -> Impression:
        return min(self.seen, key=lambda i: i.rating)

    @property
    def highest(self) -> Impression:
        return max(self.seen, key=lambda i: i.rating)

    @property
    def disagrees(self) -> bool:
        """Whether what was seen lies apart: where people disagreed, or two meetings did."""
        return len(self.seen) > 1 and self.highest.rating - self.lowest.rating >= APART

    @property
    def picture(self) -> Strip:
        """Each impression by the clock time of its meeting."""
        return strip(Value(i.rating, clock_of(i), bool(i.observation)) for i in self.seen)

    @property
    def says(self) -> str:
        """The picture in words."""
        said = ", ".join(
            f"{i.sign} at {clock_of(i)}{'' if i.observation else ', unbacked'}"
            if i.meeting
            else f"{i.sign} for the whole visit{'' if i.observation else ', unbacked'}"
            for i in self.seen
        )
        return f"From −2 to +2: {said}"


@dataclass(frozen=True, slots=True)
class Noted:
    """What one note holds: its marked passages, and all of its passages."""

    note: Note
    marked: list[Marked]
    passages: list[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A must-have, and whether it is met: by what was seen, or as the user said."""

    must_have: MustHave
    evidence: Evidence | None

    @property
    def state(self) -> str:
        if self.evidence is None or self.must_have.limit is None:
            return self.must_have.met
        mean = self.evidence.mean
        if mean is None:
            return MustHave.Met.UNKNOWN
        return MustHave.Met.MET if mean >= self.must_have.limit else MustHave.Met.UNMET

    @property
    def words(self) -> str:
        return str(MustHave.Met(self.state).label)

    @property
    def is_said(self) -> bool:
        """Whether it is the user who says it, for no limit decides."""
        return self.must_have.limit is None

    @property
    def verdicts(self) -> list[tuple[str, str]]:
        """What one can say of it, each with its words."""
        return [(str(key), str(label)) for key, label in MustHave.Met.choices]

    @property
    def why(self) -> str:
        """What the verdict rests on, where a limit decides."""
        if self.evidence is None:
            return ""
        limit = self.must_have.limit_in_words
        if count := len(self.evidence.backed):
            times = "1 observation" if count == 1 else f"{count} observations"
            return f"{self.evidence.sign} from {times}; {limit}"
        nothing = "only rated, not put into words" if self.evidence.seen else "not observed"
        return f"{nothing}; {limit}"


class VisitCulture:
    """What one visit showed; the visit is one that `visible_to` gave."""

    def __init__(self, user: User, day: InterviewDay, now: datetime) -> None:
        self.day = day
        meetings = meetings_of(day)
        people = {m.pk: [p.name for p in m.people if not p.absent] for m in meetings}
        dimensions = Dimension.objects.of(user)
        mine = Impression.objects.visible_to(user).filter(day__application=day.application_id)
        everywhere = list(mine.select_related("meeting"))  # must-haves look at every visit
        self.must_haves = judge(
            must_haves_of(user, day.application),
            {e.dimension.pk: e for e in gather(dimensions, everywhere)},
        )
        self.seen = [impression for impression in everywhere if impression.day_id == day.pk]
        self.evidence = gather(dimensions, self.seen)
        for impression in self.seen:
            if impression.meeting:
                impression.meeting.day = day
                impression.people = people[impression.meeting.pk]
        self.coming = [m for m in meetings if m.starts_at > now and not m.is_off]
        for item in self.evidence:
            if not item.seen:
                item.coming = [
                    m for m in self.coming if m.format in PLACES[item.dimension.shows_in]
                ]
        notes = Note.objects.visible_to(user).filter(day=day).select_related("meeting")
        written = sorted(notes.written(), key=lambda note: in_order(note.meeting))
        self.noted = [Noted(n, marked(n.text), passages(n.text)) for n in written]

    @property
    def directions(self) -> list[tuple[Direction, list[Evidence]]]:
        """How they fit me, how I fit them: each with its dimensions, also where it has none."""
        return [
            (way, [e for e in self.evidence if e.dimension.direction == way]) for way in Direction
        ]

    @property
    def unbacked(self) -> list[Impression]:
        """What was rated and still lacks words, in the order of the day."""
        return [i for i in sorted(self.seen, key=place_in_day) if not i.observation]

    @property
    def observed(self) -> int:
        return sum(bool(item.seen) for item in self.evidence)

    @property
    def sums(self) -> list[tuple[str, str, int]]:
        """Of each direction its weighted mean, and from how many dimensions; none of nothing."""
        return [
            (str(way.label), signed(total(items)), counting(items))
            for way, items in self.directions
        ]

    @property
    def has_marks(self) -> bool:
        return any(noted.marked for noted in self.noted)


def gather(dimensions: Iterable[Dimension], seen: Iterable[Impression]) -> list[Evidence]:
    """Each dimension with what was seen of it, in order."""
    found = {dimension.pk: Evidence(dimension) for dimension in dimensions}
    for impression in sorted(seen, key=place_in_day):
        item = found[impression.dimension_id]
        impression.dimension = item.dimension
        item.seen.append(impression)
    return list(found.values())


def place_in_day(impression: Impression) -> tuple[bool, float]:
    return in_order(impression.meeting)


def in_order(meeting: Meeting | None) -> tuple[bool, float]:
    """Meetings as they follow on each other, then what concerns the whole visit."""
    return (meeting is None, meeting.starts_at.timestamp() if meeting else 0)


def clock_of(impression: Impression) -> str:
    """“09:15” of its meeting; “all” for the visit as a whole."""
    meeting = impression.meeting
    return f"{meeting.starts_at.astimezone(meeting.day.zone):%H:%M}" if meeting else "all"


def mean_of(ratings: Iterable[int]) -> float | None:
    found = list(ratings)
    return sum(found) / len(found) if found else None


def total(items: Sequence[Evidence]) -> float | None:
    """The mean over dimensions by their weights; None where none that counts was observed."""
    means = [(e.mean, e.dimension.weight) for e in items]
    weighed = [(mean, weight) for mean, weight in means if mean is not None and weight]
    weights = sum(weight for _, weight in weighed)
    return sum(mean * weight for mean, weight in weighed) / weights if weights else None


def counting(items: Sequence[Evidence]) -> int:
    """From how many dimensions `total` comes."""
    return sum(e.mean is not None and e.dimension.weight > 0 for e in items)


def judged(user: User, application: Application) -> list[Judged]:
    """The must-haves of an application with what was seen of them, at most two queries."""
    must_haves = must_haves_of(user, application)
    wanted = {m.dimension for m in must_haves if m.dimension and m.limit is not None}
    seen: list[Impression] = []
    if wanted:
        mine = Impression.objects.visible_to(user).filter(dimension__in=wanted)
        seen = list(mine.filter(day__application=application).select_related("meeting"))
    return judge(must_haves, {e.dimension.pk: e for e in gather(wanted, seen)})


def must_haves_of(user: User, application: Application) -> list[MustHave]:
    """The must-haves of an application with their dimensions: one query."""
    rows = MustHave.objects.visible_to(user).filter(application=application)
    must_haves = list(rows.select_related("dimension"))
    for must_have in must_haves:
        must_have.application = application
    return must_haves


def judge(must_haves: Iterable[MustHave], evidence: dict[uuid.UUID, Evidence]) -> list[Judged]:
    """Each with the evidence that its limit is about."""
    return [
        Judged(m, evidence.get(m.dimension_id) if m.dimension_id and m.limit is not None else None)
        for m in must_haves
    ]
