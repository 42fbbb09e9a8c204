"""A later agenda of a visit that is there: what is new, moved, changed and gone, to choose from."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.http import QueryDict

from interviews.agenda.drafts import MeetingDraft
from interviews.forms.agenda import RowForm
from interviews.forms.preview import TOO_MUCH, Preview
from interviews.forms.preview_row import Row
from interviews.importing.change import change_day
from interviews.importing.keep import People, Wanted
from interviews.importing.matching import ALIKE, Slot, alike, likely_gone, pairs
from interviews.importing.present import There, meetings_there
from interviews.importing.proposal import person_line, shortened
from interviews.importing.zones import zone_meant
from interviews.models import AgendaImport, InterviewDay, Interviewer, Meeting, User
from interviews.models.agenda_import import TOO_MUCH_MADE
from interviews.models.interviewer import name_key
from interviews.models.time_zone import instant
from interviews.models.trash import broken_rule
from interviews.when import day_name

LONGER_THAN_A_WEEK = "Together that is more than a week; a visit takes at most seven days."
BROKEN = {
    "meeting_no_overlap": "That does not fit with the meetings that are there.",
    "day_last_date_range": LONGER_THAN_A_WEEK,
    TOO_MUCH_MADE: TOO_MUCH,
}
OLDER = "This invitation is older than the one that you have."


class ChangesPreview(Preview):
    """How a later agenda differs from the visit's meetings.

    `day` is the visit, locked by the caller where something is to be changed.
    """

    def __init__(
        self, data: QueryDict | None, *, user: User, mail: AgendaImport, day: InterviewDay
    ) -> None:
        super().__init__(data, user=user, mail=mail)
        self.day = day
        self.there = meetings_there(day)
        self.zone = zone_meant(self.agenda.time_zone, day.time_zone, day.date)
        self.slots = [self.slot_of(draft) for draft in self.agenda.meetings]
        there = [one.slot for one in self.there]
        found = pairs(self.slots, there)
        self.pair = {n: self.there[m] for n, m in found.items()}
        self.is_outdated = not self.take_posted_pairs()
        gone = likely_gone(self.slots, there, found)
        kept = set(found.values())
        self.left = [
            (one, self.is_chosen(one, proposed=m in gone))
            for m, one in enumerate(self.there)
            if m not in kept and one.meeting.status not in Meeting.OFF
        ]
        self.read_rows()

    def take_posted_pairs(self) -> bool:
        """Pair as the page that was sent did; False where one of its meetings is not there now."""
        if self.data is None:
            return True
        by_key = {str(one.meeting.pk): one for one in self.there}
        for n in range(len(self.agenda.meetings)):
            sent = self.data.get(f"m{n}-match")
            if sent is None:
                continue
            if sent and sent not in by_key:
                return False
            self.pair.pop(n, None)
            if sent:
                self.pair[n] = by_key[sent]
        keys = [one.meeting.pk for one in self.pair.values()]
        return len(keys) == len(set(keys))

    def is_chosen(self, one: There, *, proposed: bool) -> bool:
        """Whether a meeting that the agenda does not name is to go."""
        if self.data is None:
            return proposed and not one.meeting.added_on_the_day
        return str(one.meeting.pk) in self.data.getlist("gone")

    @cached_property
    def known(self) -> frozenset[str]:
        people = Interviewer.objects.visible_to(self.user)
        people = people.filter(company=self.day.application.company_id)
        return frozenset(name_key(name) for name in people.values_list("name", flat=True))

    def known_people(self) -> frozenset[str]:
        return self.known

    # Comparing

    def slot_of(self, draft: MeetingDraft) -> Slot:
        """The meeting on the visit's own clock, as those that are there are."""
        on, start, end = draft.date or self.only_date, draft.start, draft.end
        own = self.zone_of(draft)
        if on and own:
            there, here = ZoneInfo(own), self.day.zone
            end = instant(on, end, there).astimezone(here).time() if end else None
            local = instant(on, start, there).astimezone(here)
            on, start = local.date(), local.time()
        return Slot(
            title=draft.title,
            on=on,
            start=start,
            end=end,
            location=draft.location or "",
            people=frozenset(name_key(person.name) for person in draft.people),
            uid=(draft.uid or "")[:255],
        )

    @property
    def only_date(self) -> date | None:
        """The date of a meeting for which none is printed."""
        if len(self.dates) == 1:
            return self.dates[0]
        return self.day.date if self.day.last_date is None else None

    def zone_of(self, draft: MeetingDraft | None) -> str:
        """The zone that the meeting's times are printed in; empty for the visit's."""
        own = (draft and draft.time_zone) or self.zone or ""
        return own if own != self.day.time_zone else ""

    def own_zone(self, row: Row, zone: ZoneInfo) -> str:  # noqa: ARG002 the visit's is known
        return self.zone_of(row.draft)

    def row_of(self, number: int, draft: MeetingDraft) -> Row:
        form, initial = self.form_of(number, draft, [])
        initial["date"] = draft.date or self.only_date
        one = self.pair.get(number)
        row = Row(form, draft, self.source_of(draft), self.known)
        if one is None:
            row.change = "new"
            return row
        self.compare(row, initial, one, self.slots[number])
        if row.change == "same" and (self.data is None or f"m{number}-start" not in self.data):
            row.form = RowForm(None, prefix=f"m{number}", initial={**initial, "keep": False})
        row.match = one.meeting.pk
        return row

    def compare(self, row: Row, initial: dict[str, Any], one: There, slot: Slot) -> None:
        """Begin with what is there where the later agenda says no more, and tell what differs."""
        meeting, draft = one.meeting, row.draft
        assert draft is not None
        initial["format"] = meeting.format
        initial["match"] = meeting.pk
        moved = (slot.on, slot.start) != (one.date, one.local_start.time())
        if moved:
            row.was.append(self.time_words(one, slot))
        if draft.end is None:
            initial["end"] = self.end_as_before(initial, one)
        elif not moved and slot.end != one.slot.end:
            row.was.append(f"until {one.local_end:%H:%M}" if one.local_end else "without an end")
        if alike(slot, one.slot) >= ALIKE:
            initial["title"] = meeting.title
        else:
            row.was.append(f"“{meeting.title}”")
        if self.says_place(meeting, draft.location or ""):
            initial["location"] = meeting.location
        elif meeting.location:
            row.was.append(meeting.location)
        else:
            row.was.append("without a place")
        self.compare_people(row, initial, one, slot)
        if meeting.status in Meeting.OFF:
            row.was.insert(0, meeting.get_status_display())
        row.change = "moved" if moved else "changed" if row.was else "same"
        is_its_own = bool(draft.uid) and draft.uid == meeting.import_uid
        if is_its_own and draft.sequence < meeting.import_sequence:
            row.form.doubts["keep"] = OLDER
            initial["keep"] = False

    def says_place(self, meeting: Meeting, location: str) -> bool:
        """Whether the meeting has that place already, if only in its title."""
        told = (meeting.location, meeting.title)
        return not location or any(name_key(location) in name_key(text) for text in told if text)

    def time_words(self, one: There, slot: Slot) -> str:
        on = f"{day_name(one.date)}, " if one.date != slot.on else ""
        return f"{on}{one.local_start:%H:%M}"

    def end_as_before(self, initial: dict[str, Any], one: There) -> Any:
        """The end of a meeting of which only the start is told: it is as long as it was."""
        length = one.meeting.ends_at and one.meeting.ends_at - one.meeting.starts_at
        if not length:
            return None
        start = datetime.combine(self.day.date, initial["start"])
        return (start + length).time()

    def compare_people(self, row: Row, initial: dict[str, Any], one: There, slot: Slot) -> None:
        there = [
            person_line_of(attendance.person.name, attendance.title or attendance.person.title)
            for attendance in one.people.values()
        ]
        if not slot.people or slot.people == one.slot.people:
            initial["people"] = "\n".join(there)
            return
        without = [a.person.name for key, a in one.people.items() if key not in slot.people]
        with_new = slot.people - one.slot.people
        assert row.draft is not None
        names = [p.name for p in row.draft.people if name_key(p.name) in with_new]
        row.was += [f"without {name}" for name in names] + [f"with {name}" for name in without]
        initial["people"] = "\n".join(person_line(person) for person in row.draft.people)

    # Changing

    @property
    def changes(self) -> int:
        """How many meetings are not as they were."""
        return sum(row.change not in ("", "same") for row in self.rows)

    def is_valid(self) -> bool:
        kept = [row for row in self.rows if row.is_kept]
        if all(row.form.is_valid() for row in kept):
            self.place(kept)
        return not self.errors

    def place(self, kept: list[Row]) -> None:
        zone = self.day.zone
        placed = [(row, self.wanted_of(row, self.only_date, zone)) for row in kept]
        self.wanted = [wanted for _, wanted in placed if wanted]
        matched = {wanted.match for wanted in self.wanted}
        gone = {one.meeting.pk for one in self.gone if not one.has_words}
        stay = [one.date for one in self.there if one.meeting.pk not in matched | gone]
        dates = self.dates_of_wanted(placed, zone, [])
        both = sorted([*stay, *dates])
        if both and (both[-1] - both[0]).days >= 7 and not self.errors:
            self.general.append(LONGER_THAN_A_WEEK)
        for wanted in self.wanted:
            self.keep_what_stays(wanted)

    def keep_what_stays(self, wanted: Wanted) -> None:
        """Focus, medium and invitation of a meeting that the later agenda says nothing of."""
        one = next((one for one in self.there if one.meeting.pk == wanted.match), None)
        if one is None:
            return
        wanted.focus = wanted.focus or one.meeting.focus
        wanted.uid = wanted.uid or one.meeting.import_uid
        if wanted.location == one.meeting.location:
            wanted.medium = one.meeting.medium
        if wanted.starts_at == one.meeting.starts_at:
            wanted.time_zone = wanted.time_zone or one.meeting.time_zone

    @property
    def gone(self) -> list[There]:
        """Those chosen to go."""
        return [one for one, chosen in self.left if chosen]

    def apply(self, at: datetime) -> bool:
        """Change the visit; False, with a message, where the database says no."""
        drafts = [person for meeting in self.agenda.meetings for person in meeting.people]
        try:
            with transaction.atomic():
                people = People(self.day.application, drafts)
                self.mail.made = change_day(
                    self.day, self.there, self.wanted, self.gone, people, at
                )
                self.mail.save(update_fields=["made", "updated_at"])
        except IntegrityError as error:
            rule = broken_rule(error) or ""
            if rule not in BROKEN:
                raise
            self.general.append(BROKEN[rule])
            return False
        return True


def person_line_of(name: str, title: str) -> str:
    name = shortened(name.replace(",", " ").replace(";", " "), 200)
    return f"{name}, {title}" if title else name
