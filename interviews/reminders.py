"""Reminders by mail: what is due for a user, sent once each, with a way out in every mail.

Clock times are those of the user's zone. A reminder waits until its time has come, and is left out
when it has become pointless, as after a pause of the timer that sends them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core import signing
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from interviews.letters import one_line
from interviews.models import Application, InterviewDay, Meeting, Reminder, SentReminder, User
from interviews.models.day import InterviewDayQuerySet, ends_on, unanswered
from interviews.models.letter import due_of, end_of, letters_left
from interviews.models.time_zone import instant
from interviews.waiting import Wait
from interviews.when import day_name

EVENING, MORNING, NOON = time(18), time(9), time(12)
BEFORE_DUE = timedelta(hours=4)  # letters: a last call
REMIND_FOR = timedelta(days=14)  # of what stays due, such as a letter
SIGNER = signing.Signer(salt="interviews.reminders.stop")


@dataclass(frozen=True)
class Due:
    """A reminder to be sent from `at` on, and not after `until`; `key` tells it from others."""

    about: uuid.UUID
    key: str
    at: datetime
    until: datetime
    subject: str
    text: str
    path: str


def at_clock(day: date, clock: time, user: User) -> datetime:
    """That clock time in the user's zone; where it does not exist, the one an hour later."""
    return instant(day, clock, user.zone)


def evening_before(user: User, now: datetime) -> Iterator[Due]:
    """The visits of tomorrow, by the user's clock: that is where the evening is."""
    today = now.astimezone(user.zone).date()
    for day in real_visits(user).upcoming().filter(date__range=(today - DAY, today + 2 * DAY)):
        first = Meeting.objects.live().takes_place().filter(day=day).in_order().first()
        begins = first.starts_at if first else instant(day.date, MORNING, day.zone)
        on = begins.astimezone(user.zone).date()
        word = "Tomorrow" if today < on else "Today"
        said = [
            f"{word} is your visit to {day.application.company}.",
            f"It begins at {first.starts_at.astimezone(day.zone):%H:%M}: {first}." if first else "",
            day.arrival and f"Arrival: {day.arrival}",
            day.address and f"Address: {day.address}",
        ]
        at = at_clock(on - DAY, EVENING, user)
        until = begins if first else instant(day.date, NOON, day.zone)
        subject = f"{word}: {day.application.company}"
        path = reverse("day-sheet", args=[day.pk])
        yield Due(day.pk, f"before {day.date}", at, until, subject, lines(said), path)


def unknown_late(user: User, _now: datetime) -> Iterator[Due]:
    """The visits ahead for which something was asked, and not answered in two working days."""
    for day in real_visits(user).upcoming().filter(asked_on__isnull=False, answered_on=None):
        late, asked = day.answer_late_from, day.asked_on
        assert late is not None
        assert asked is not None
        company = day.application.company
        said = [
            f"Your visit to {company} is on {day_name(day.date)}.",
            f"Nobody has answered what you asked on {day_name(asked)}.",
            "The message is ready to be sent again.",
        ]
        at, until = at_clock(late, MORNING, user), instant(day.date, time(0), day.zone)
        path = reverse("prepare-unknown", args=[day.pk])
        yield Due(
            day.pk, f"asked {asked}", at, until, f"No answer yet: {company}", lines(said), path
        )


def letters_due(user: User, now: datetime) -> Iterator[Due]:
    """The visits that have letters to send: shortly before they are due, and when overdue."""
    left = letters_left(user, now.date() - REMIND_FOR)
    for day in real_visits(user).filter(pk__in=left):
        end = end_of(day)
        if end is None:
            continue
        company, path = day.application.company, reverse("visit-letters", args=[day.pk])
        due, over = due_of(end, day.zone)
        count = f"{left[day.pk]} letter{'s' if left[day.pk] > 1 else ''}"
        text = f"{count} for your visit to {company} should go by {clock_of(due, user)}."
        subject = f"Thank-you letters: {company}"
        on = end.astimezone(day.zone).date()
        yield Due(day.pk, f"due {on}", due - BEFORE_DUE, over, subject, text, path)
        text = f"{count} for your visit to {company} should have gone by {clock_of(due, user)}."
        at = max(over, at_clock(over.astimezone(user.zone).date(), MORNING, user))
        yield Due(day.pk, f"overdue {on}", at, over + REMIND_FOR, f"Overdue: {company}", text, path)


def inquiry_due(user: User, _now: datetime) -> Iterator[Due]:
    """The applications whose answer is late enough to ask for it."""
    over, ahead = real_visits(user).past().waiting(), real_visits(user).upcoming()
    for day in unanswered(over.prefetch_related("application__inquiries"), ahead):
        application = day.application
        asked = [inquiry.asked_on for inquiry in application.inquiries.all()]
        on = Wait.of(ends_on(day), application.promised_on, asked).inquire_on
        if on is None:
            continue
        promised = application.promised_on
        said = [
            f"{application.company} has not answered yet ({application.position}).",
            f"The answer was promised by {day_name(promised)}." if promised else "",
            "It is time to inquire.",
        ]
        at = at_clock(on, MORNING, user)
        subject = f"Time to inquire: {application.company}"
        path = reverse("visit-decision", args=[day.pk])
        key = f"inquire {on}"
        yield Due(application.pk, key, at, at + REMIND_FOR, subject, lines(said), path)


def answer_due(user: User, now: datetime) -> Iterator[Due]:
    """The offers that must be answered tomorrow; on the last day still, if the timer stood."""
    offers = Application.objects.visible_to(user).with_company().undecided()
    days = offers.filter(company__is_sample=False, answer_by__gte=now.date() - DAY)
    for application in days.with_visits():
        by = application.answer_by
        assert by is not None
        company = application.company
        word = "tomorrow" if now < at_clock(by, time(0), user) else "today"
        subject = f"Answer by {word}: {company}"
        text = f"{company} waits for your answer to its offer by {day_name(by)}."
        visits = application.visits  # prefetched
        path = reverse("visit-decision", args=[visits[0].pk]) if visits else "/"
        at, until = at_clock(by - DAY, MORNING, user), at_clock(by + DAY, time(0), user)
        yield Due(application.pk, f"answer {by}", at, until, subject, text, path)


DAY = timedelta(days=1)
SOURCES: dict[str, Callable[[User, datetime], Iterator[Due]]] = {
    Reminder.Kind.EVENING_BEFORE: evening_before,
    Reminder.Kind.UNKNOWN_LATE: unknown_late,
    Reminder.Kind.LETTERS_DUE: letters_due,
    Reminder.Kind.INQUIRY_DUE: inquiry_due,
    Reminder.Kind.ANSWER_DUE: answer_due,
}


def real_visits(user: User) -> InterviewDayQuerySet:
    """The user's visits but the invented ones and those that were cancelled."""
    days = InterviewDay.objects.visible_to(user).with_company()
    return days.filter(application__company__is_sample=False).exclude(
        status=InterviewDay.Status.CANCELLED
    )


def lines(said: list[str]) -> str:
    return "\n".join(line for line in said if line)


def clock_of(moment: datetime, user: User) -> str:
    local = moment.astimezone(user.zone)
    return f"{local:%H:%M} on {day_name(local.date())}"


def send_due(now: datetime, base: str) -> tuple[int, int]:
    """Send what is due to everyone who chose it; how many went, and how many failed.

    `base` is the address of the program, without a slash at its end. A mail that fails is tried
    again by the next run.
    """
    sent = failed = 0
    chosen = Reminder.objects.filter(owner__is_active=True).select_related("owner")
    for reminder in chosen.order_by("owner_id", "kind"):
        for due in SOURCES[reminder.kind](reminder.owner, now):
            if due.at <= now < due.until:
                match send(reminder, due, now, base):
                    case True:
                        sent += 1
                    case False:
                        failed += 1
    return sent, failed


def send(reminder: Reminder, due: Due, now: datetime, base: str) -> bool | None:
    """Send one reminder; None where it has gone already, False where the mail could not go."""
    row = SentReminder.objects.claim(reminder.owner_id, due.about, due.key, now)
    if row is None:
        return None
    try:
        mail(reminder, due, row, base).send()
    except (OSError, ValueError):  # of the mail server or the folder; of an address it cannot take
        row.delete()
        return False
    row.mark_sent(timezone.now())
    return True


def mail(reminder: Reminder, due: Due, row: SentReminder, base: str) -> EmailMessage:
    """The mail, with a way to stop such mails: a link, and the header for one click."""
    token = SIGNER.sign(f"{reminder.owner_id}-{reminder.kind}")
    stop = base + reverse("reminders-stop", args=[token])
    body = (
        f"Hello,\n\n{due.text}\n\n{base}{due.path}\n\nSecond Look\n\n"
        f"You chose to be reminded {reminder}. No more of these: {stop}\n"
    )
    host = base.rpartition("/")[2].partition(":")[0] or "localhost"
    headers = {
        "Message-ID": f"<{row.pk}@{host}>",  # the same when it has to be sent again
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(one_line(due.subject), body, to=[reminder.owner.email], headers=headers)


def stopped_by(token: str) -> tuple[int, str] | None:
    """Whose reminders of which kind a token stops; None where it is not one of ours."""
    try:
        owner, _, kind = SIGNER.unsign(token).partition("-")
        return int(owner), Reminder.Kind(kind)
    except (signing.BadSignature, ValueError):
        return None
