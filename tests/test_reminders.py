"""Reminders by mail: what is due, once each, and the way out."""

from datetime import date, timedelta
from email.utils import parseaddr
from io import StringIO
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from interviews.models import Reminder, SentReminder
from interviews.models.reminder import DIED_AFTER
from interviews.reminders import send_due
from tests.factories import (
    AttendanceFactory,
    DayFactory,
    InquiryFactory,
    MeetingFactory,
    a_day,
    utc,
)
from tests.test_races import at_once

BASE = "https://look.example"


def run(at):
    """One run of the timer; the subjects of what it sent."""
    mail.outbox.clear()
    with time_machine.travel(at, tick=False):
        send_due(at, BASE)
    return [message.subject for message in mail.outbox]


@pytest.fixture
def chosen(alice):
    Reminder.objects.choose(alice, set(Reminder.Kind.values))


@pytest.fixture
def visit(alice):
    """On Tuesday 24 November in London, from nine to half past."""
    day = a_day(alice, "Marrable", "Engineer", arrival="Gate 2")
    AttendanceFactory(meeting=MeetingFactory(day=day, title="Welcome"))
    return day


def test_nobody_is_reminded_by_default(visit):
    assert run(utc(2026, 11, 23, 18, 30)) == []


def test_evening_before_is_at_six_in_the_users_zone(alice, visit, chosen):
    alice.time_zone = "America/New_York"
    alice.save()

    assert run(utc(2026, 11, 23, 22, 59)) == []
    assert run(utc(2026, 11, 23, 23, 0)) == ["Tomorrow: Marrable"]
    assert run(utc(2026, 11, 23, 23, 15)) == []  # once


@pytest.mark.parametrize(
    ("zone", "evening"),
    [
        ("Pacific/Auckland", utc(2026, 11, 22, 18)),  # begins on Monday at 20:00 in London
        ("America/Los_Angeles", utc(2026, 11, 23, 18)),  # on Tuesday at 17:00
    ],
)
def test_evening_before_a_visit_far_away_is_by_the_users_calendar(alice, chosen, zone, evening):
    MeetingFactory(day=a_day(alice, "Far", time_zone=zone))

    assert run(evening - timedelta(minutes=1)) == []
    assert run(evening) == ["Tomorrow: Far"]


@pytest.mark.parametrize(
    ("date", "evening"),
    [
        (date(2026, 3, 29), utc(2026, 3, 28, 18)),  # the clocks go on in the night between
        (date(2026, 3, 30), utc(2026, 3, 29, 17)),
        (date(2026, 10, 25), utc(2026, 10, 24, 17)),  # and back
        (date(2026, 10, 26), utc(2026, 10, 25, 18)),
    ],
)
def test_evening_before_is_at_six_whatever_the_clocks_do(alice, chosen, date, evening):
    MeetingFactory(day=a_day(alice, "Marrable", date=date))

    assert run(evening - timedelta(minutes=1)) == []
    assert run(evening) == ["Tomorrow: Marrable"]


def test_late_run_speaks_of_today(visit, chosen):
    assert run(utc(2026, 11, 24, 8, 50)) == ["Today: Marrable"]
    Reminder.objects.filter(kind="letters_due").delete()
    visit.application.outcome, visit.application.answer_by = "offer", date(2026, 12, 10)
    visit.application.save()
    assert run(utc(2026, 12, 10, 8)) == ["Answer by today: Marrable"]
    SentReminder.objects.all().delete()
    assert run(utc(2026, 12, 11, 0)) == []


@pytest.mark.parametrize(
    ("zone", "asked", "late"),
    [
        ("Europe/London", date(2026, 11, 16), utc(2026, 11, 19, 9)),  # on a Monday
        ("Europe/London", date(2026, 11, 13), utc(2026, 11, 18, 9)),  # Friday: no weekend counts
        ("Europe/London", date(2026, 11, 14), utc(2026, 11, 18, 9)),  # Saturday
        ("America/New_York", date(2026, 11, 13), utc(2026, 11, 18, 14)),
    ],
)
def test_what_was_asked_reminds_after_two_working_days(alice, visit, chosen, zone, asked, late):
    alice.time_zone = zone
    alice.save()
    visit.asked_on = asked
    visit.save()

    assert run(late - timedelta(minutes=1)) == []
    assert run(late) == ["No answer yet: Marrable"]
    assert reverse("prepare-unknown", args=[visit.pk]) in mail.outbox[0].body
    SentReminder.objects.all().delete()
    visit.answered_on = asked
    visit.save()
    assert run(late) == []


def test_letters_and_inquiries_keep_their_clock_over_a_change(alice, chosen):
    """The visit ends on Saturday at 15:00, and the clocks go back in the night after it."""
    day = a_day(alice, "Marrable", date=date(2026, 10, 24))
    AttendanceFactory(meeting=MeetingFactory(day=day, at="14:00", to="15:00"))

    assert run(utc(2026, 10, 25, 9, 59)) == []
    assert run(utc(2026, 10, 25, 10)) == ["Thank-you letters: Marrable"]  # 24 hours less four
    assert "should go by 14:00 on Sun 25 Oct" in mail.outbox[0].body
    assert run(utc(2026, 10, 28, 8, 59)) == []
    assert run(utc(2026, 10, 28, 9)) == ["Overdue: Marrable"]
    assert run(utc(2026, 10, 31, 9)) == ["Time to inquire: Marrable"]


def test_mail_says_what_and_where_and_how_to_stop(alice, visit, chosen):
    run(utc(2026, 11, 23, 18, 0))
    (message,) = mail.outbox

    assert parseaddr(message.to[0])[1] == alice.email
    for words in ("begins at 09:00: Welcome", "Gate 2", f"{BASE}/visits/{visit.pk}/day-sheet/"):
        assert words in message.body
    stop = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert stop in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_stops_that_kind_without_a_session_or_a_token(alice, visit, chosen):
    run(utc(2026, 11, 23, 18, 0))
    stop = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix(BASE)
    client = Client(enforce_csrf_checks=True)

    assert "Stop these reminders?" in client.get(stop).content.decode()
    assert Reminder.objects.count() == len(Reminder.Kind)
    assert client.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200

    kinds = set(Reminder.objects.values_list("kind", flat=True))
    assert kinds == set(Reminder.Kind.values) - {"evening_before"}
    assert client.post(stop[:-2] + "x/").status_code == 404


def test_letters_are_reminded_of_before_they_are_due_and_when_overdue(visit, chosen):
    assert run(utc(2026, 11, 25, 5, 29)) == []
    assert run(utc(2026, 11, 25, 5, 30)) == ["Thank-you letters: Marrable"]
    assert run(utc(2026, 11, 27, 8, 59)) == []
    assert run(utc(2026, 11, 27, 9, 0)) == ["Overdue: Marrable"]
    assert run(utc(2026, 11, 28, 9, 0)) == []


def test_inquiry_is_reminded_of_again_after_the_first(visit, chosen):
    visit.letters.all()
    Reminder.objects.filter(kind="letters_due").delete()
    visit.application.promised_on = date(2026, 12, 1)
    visit.application.save()

    assert run(utc(2026, 12, 8, 8, 59)) == []
    assert run(utc(2026, 12, 8, 9, 0)) == ["Time to inquire: Marrable"]
    InquiryFactory(application=visit.application, asked_on=date(2026, 12, 8))
    assert run(utc(2026, 12, 15, 9, 0)) == ["Time to inquire: Marrable"]
    assert run(utc(2026, 12, 16, 9, 0)) == []


def test_answer_is_reminded_of_the_day_before(visit, chosen):
    Reminder.objects.filter(kind="letters_due").delete()
    application = visit.application
    application.outcome, application.answer_by = "offer", date(2026, 12, 10)
    application.save()

    assert run(utc(2026, 12, 9, 9, 0)) == ["Answer by tomorrow: Marrable"]
    application.decision = "accepted"
    application.save()
    SentReminder.objects.all().delete()
    assert run(utc(2026, 12, 9, 9, 0)) == []


def test_cancelled_and_sample_visits_remind_of_nothing(alice, visit, chosen):
    visit.status = "cancelled"
    visit.save()
    sample = a_day(alice, "Invented")
    sample.application.company.is_sample = True
    sample.application.company.save()

    assert run(utc(2026, 11, 23, 18, 0)) == []


def test_what_is_pointless_by_now_is_left_out(visit, chosen):
    assert run(utc(2026, 11, 24, 13, 0)) == []


def test_mail_that_fails_is_tried_again(visit, chosen, monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError

    at = utc(2026, 11, 23, 18, 0)
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", refuse)
        with time_machine.travel(at, tick=False):
            assert send_due(at, BASE) == (0, 1)
    assert run(at + timedelta(minutes=15)) == ["Tomorrow: Marrable"]


@pytest.mark.parametrize("went", [False, True])
def test_run_killed_over_a_mail_is_taken_up_after_an_hour(visit, chosen, monkeypatch, went):
    """Whether the mail went nobody knows then; a second one has the same Message-ID."""
    at, send = utc(2026, 11, 23, 18, 0), EmailMessage.send

    def killed(message):
        if went:
            send(message)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            run(at)
    first = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert len(first) == went
    for minutes in (0, 15, 59):
        assert run(at + timedelta(minutes=minutes)) == []
    assert run(at + DIED_AFTER) == ["Tomorrow: Marrable"]
    assert first in ([], [mail.outbox[0].extra_headers["Message-ID"]])
    assert run(at + 2 * DIED_AFTER) == []


@pytest.mark.parametrize("error", [SMTPRecipientsRefused({}), TimeoutError(), ValueError("ö@")])
def test_mail_that_cannot_go_holds_up_nobody_elses(
    alice, mallory, visit, chosen, monkeypatch, error
):
    MeetingFactory(day=a_day(mallory, "Harrow"))
    Reminder.objects.choose(mallory, {"evening_before"})
    at, send = utc(2026, 11, 23, 18, 0), EmailMessage.send

    def refuse(message):
        if message.to == [alice.email]:
            raise error
        send(message)

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", refuse)
        assert run(at) == ["Tomorrow: Harrow"]
    assert run(at + timedelta(minutes=15)) == ["Tomorrow: Marrable"]


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_send_each_mail_once(alice, visit, chosen):
    MeetingFactory(day=a_day(alice, "Harrow"))
    at = utc(2026, 11, 23, 18, 0)
    mail.outbox.clear()

    with time_machine.travel(at, tick=False):
        counts = at_once(*[lambda: send_due(at, BASE)] * 3)

    assert sorted(message.subject for message in mail.outbox) == [
        "Tomorrow: Harrow", "Tomorrow: Marrable",
    ]  # fmt: skip
    assert sum(sent for sent, _ in counts) == 2


def test_inquiry_is_about_the_last_visit_and_not_while_one_is_ahead(visit, chosen):
    Reminder.objects.exclude(kind="inquiry_due").delete()
    second = DayFactory(application=visit.application, date=date(2026, 12, 3))

    assert run(utc(2026, 12, 1, 9)) == []
    assert run(utc(2026, 12, 10, 9)) == ["Time to inquire: Marrable"]
    second.status = "cancelled"
    second.save()
    assert run(utc(2026, 12, 10, 10)) == ["Time to inquire: Marrable"]  # of 1 December


def test_nobody_gets_another_users_reminder(alice, mallory, visit):
    Reminder.objects.choose(mallory, set(Reminder.Kind.values))
    assert run(utc(2026, 11, 23, 18, 0)) == []


def test_reminders_are_chosen_and_dropped_on_the_page(alice, client_of):
    client, address = client_of(alice), reverse("account-reminders")
    client.post(address, {"kinds": ["letters_due", "answer_due"]})
    client.post(address, {"kinds": ["letters_due"]})

    assert [row.kind for row in Reminder.objects.visible_to(alice)] == ["letters_due"]
    assert client.post(address, {"kinds": ["everything"]}).status_code == 422


def test_command_says_how_many_went_and_refuses_a_bad_address(visit, chosen):
    out = StringIO()
    with time_machine.travel(utc(2026, 11, 23, 18, 0), tick=False):
        call_command("send_reminders", address=BASE, stdout=out)
    assert out.getvalue() == "Sent 1 reminder.\n"
    with pytest.raises(CommandError, match="must begin with"):
        call_command("send_reminders", address="look.example")
