"""The sample visits: their rows, their document, and the account of make demo."""

import io
import itertools
import re
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from interviews.consistency import groups_of, told_in
from interviews.culture import judged
from interviews.models import (
    Application,
    AskedQuestion,
    Company,
    Dimension,
    Impression,
    InterviewDay,
    Interviewer,
    Letter,
    Meeting,
    Note,
    NoteRevision,
    PlannedQuestion,
    Role,
    User,
)
from interviews.models.default_questions import DEFAULT_QUESTIONS
from interviews.models.dimension import DEFAULT_DIMENSIONS
from interviews.models.task import DEFAULT_TASKS
from interviews.sample import PAST, UPCOMING, make_sample, remove_sample, restore_sample
from interviews.sample.preparation import PREPARATIONS
from tests.factories import CompanyFactory, utc

NOW = utc(2026, 11, 22, 9, 30)
DOCUMENT = Path(settings.BASE_DIR, "docs", "sample-visit.md").read_text(encoding="utf-8")
VISITS = (UPCOMING, PAST)
NOUNS = (Company, Application, InterviewDay, Interviewer, Meeting, Note, Impression)


def sample_of(user, now=NOW):
    """The sample visit ahead, made at that moment."""
    day = make_sample(user, now)
    assert day
    return day


def run_command(**options):
    out = io.StringIO()
    call_command("sample_account", stdout=out, **options)
    return out.getvalue().splitlines()


def counts(user):
    return [noun.objects.visible_to(user).count() for noun in NOUNS]


def test_sample_makes_both_visits(alice, mallory):
    day = sample_of(alice)

    assert day.application.company.name == "Harrow Instruments"
    assert [str(d) for d in InterviewDay.objects.visible_to(alice).with_company()] == [
        "Marrable Controls, Mon 12 Oct 2026",
        "Harrow Instruments, Wed 25 Nov 2026",
    ]
    expected = [
        2,
        2,
        2,
        sum(len(v.people) for v in VISITS),
        sum(len(v.meetings) for v in VISITS),
        sum(bool(m.note) for v in VISITS for m in v.meetings) + 2,
        sum(len(v.impressions) for v in VISITS)
        + sum(len(m.impressions) for v in VISITS for m in v.meetings),
    ]
    assert counts(alice) == expected
    assert counts(mallory) == [0] * len(NOUNS)


def test_sample_is_rich(alice):
    make_sample(alice, NOW)
    ahead, past = InterviewDay.objects.visible_to(alice).order_by("-date")

    assert (ahead.structure, past.structure) == ("structured", "unstructured")
    assert (ahead.date, ahead.last_date) == (NOW.date() + timedelta(3), None)
    assert past.last_date == past.date + timedelta(1)
    assert past.is_over(NOW)
    assert not ahead.is_over(NOW)
    assert (past.overall_impression, past.application.outcome) == ("yes", "offer")
    formats = set(Meeting.objects.filter(owner=alice).values_list("format", flat=True))
    assert {"panel", "tour", "meal", "travel", "technical", "hr", "break"} <= formats
    assert all(8 <= day.meetings.count() <= 10 for day in (ahead, past))
    assert [day.imports.count() for day in (ahead, past)] == [2, 1]
    assert all(day.notes.filter(meeting=None).exists() for day in (ahead, past))
    assert Impression.objects.visible_to(alice).unbacked().exists()
    assert list(Interviewer.objects.visible_to(alice).filter(title="")) == [
        Interviewer.objects.get(name="J. Ferreira")
    ]
    assert Role.objects.filter(owner=alice, role="coordinator").count() == 2
    for day, done, states in ((ahead, 5, {"open"}), (past, 11, {"claimed", "paid"})):
        assert (day.tasks.count(), day.tasks.filter(done_at=None).count()) == (11, 11 - done)
        assert {expense.state for expense in day.expenses.all()} == states
        assert day.application.qualities.exclude(example="").count() == 2
        assert day.application.company.sources.filter(uses__meeting__day=day).exists()
        assert day.application.first_said
    assert (ahead.is_answer_late(NOW.date()), past.is_answer_late(NOW.date())) == (True, False)
    assert Letter.objects.visible_to(alice).filter(day=past, status="sent").count() == 5
    states = [p.state for p in PlannedQuestion.objects.visible_to(alice).filter(meeting__day=past)]
    assert (states.count("answered"), states.count("planned")) == (6, 2)
    asked = AskedQuestion.objects.visible_to(alice).of_visit(past)
    assert [len(group) for group in groups_of(asked)] == [3, 2, 1, 1, 1]
    assert [item.differs for item in told_in(asked)] == [True, False, False]
    assert Letter.objects.visible_to(alice).get(status="drafted").person.name == "Gregor Mair"


@pytest.mark.parametrize("days", range(7))
def test_past_sample_visit_lies_on_a_monday_and_tuesday(alice, days):
    now = NOW + timedelta(days)
    make_sample(alice, now)

    past = InterviewDay.objects.visible_to(alice).order_by("date")[0]

    assert [day.isoweekday() for day in past.dates] == [1, 2]
    assert 35 <= (now.date() - past.date).days <= 41


def test_clock_times_are_those_of_the_visits_zone(alice):
    day = sample_of(alice, utc(2026, 7, 6, 23, 30))  # already 7 July in London

    assert day.date.isoformat() == "2026-07-10"
    first = day.meetings.all()[0]
    assert f"{first.local_start:%H:%M} {first.local_end:%H:%M}" == "09:00 09:30"
    assert first.starts_at == utc(2026, 7, 10, 8, 0)


def test_nobody_is_invited_on_a_weekend(alice):
    day = sample_of(alice, utc(2026, 7, 1, 12, 0))  # three days later is a Saturday

    assert day.date.isoformat() == "2026-07-06"


def test_notes_are_saved_as_versions_and_dated_to_their_meeting(alice):
    make_sample(alice, NOW)

    for note in Note.objects.visible_to(alice).select_related("meeting"):
        revision = NoteRevision.objects.get(note=note)
        assert (note.version, revision.version, revision.text) == (1, 1, note.text)
        if note.meeting:
            assert note.updated_at == note.meeting.ends_at


def test_sample_is_made_once(alice):
    first = sample_of(alice)
    before = counts(alice)

    again = make_sample(alice, NOW + timedelta(1))

    assert (again, counts(alice)) == (first, before)


def test_sample_takes_another_name_beside_a_company_of_the_users(alice):
    mine = CompanyFactory(owner=alice, name="harrow INSTRUMENTS")

    day = sample_of(alice)

    assert day.application.company.name == "Harrow Instruments (sample)"
    mine.refresh_from_db()
    assert (mine.is_sample, mine.name) == (False, "harrow INSTRUMENTS")


def test_sample_leaves_out_impressions_of_a_renamed_dimension(alice):
    dimension = Dimension.objects.of(alice)[0]
    dimension.name = "Hello"
    dimension.save()

    make_sample(alice, NOW)

    names = set(Impression.objects.visible_to(alice).values_list("dimension__name", flat=True))
    assert "Hello" not in names
    assert "Room to grow" in names


def test_removed_sample_comes_back_whole(alice):
    make_sample(alice, NOW)
    before = counts(alice)
    mine = CompanyFactory(owner=alice, name="Mine")

    assert remove_sample(alice, NOW) == 2
    assert counts(alice) == [1, 0, 0, 0, 0, 0, 0]
    assert remove_sample(alice, NOW) == 0
    assert restore_sample(alice) == 2

    mine.delete()
    assert counts(alice) == before
    assert restore_sample(alice) == 0


def test_sample_can_be_made_anew_after_it_was_removed(alice):
    first = sample_of(alice)
    remove_sample(alice, NOW)

    second = sample_of(alice, NOW + timedelta(40))

    assert second.pk != first.pk
    assert second.date == first.date + timedelta(40)
    assert Company.objects.visible_to(alice).count() == 2


def test_sample_of_another_user_stays(alice, mallory):
    make_sample(alice, NOW)
    make_sample(mallory, NOW)

    remove_sample(mallory, NOW)
    restore_sample(alice)

    assert Company.objects.visible_to(alice).count() == 2
    assert Company.objects.visible_to(mallory).count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_clicks_make_one_sample(alice):
    start, errors = threading.Barrier(2), []

    def click():
        try:
            start.wait()
            make_sample(alice, NOW)
        except Exception as error:  # noqa: BLE001 whatever it is, the test tells
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert Company.objects.visible_to(alice).count() == 2


def test_command_makes_an_account_that_can_log_in(db):
    lines = run_command()

    assert lines == [
        "Address: demo@second-look.example",
        "Password: look-twice-before-you-leap",
    ]
    user = User.objects.get(email="demo@second-look.example")
    assert (user.name, user.time_zone) == ("Robin Ashdown", "Europe/London")
    address = EmailAddress.objects.get(user=user)
    assert (address.email, address.verified, address.primary) == (user.email, True, True)
    assert InterviewDay.objects.visible_to(user).count() == 2
    client = Client()
    data = {"login": user.email, "password": "look-twice-before-you-leap"}
    assert client.post("/account/login/", data).status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_command_again_keeps_what_the_user_changed(db):
    run_command()
    user = User.objects.get(email="demo@second-look.example")
    user.name = "Robin A."
    user.set_password("my own secret")
    user.save()
    Meeting.objects.filter(owner=user, title="Coffee").update(title="Tea")
    before = counts(user)

    lines = run_command()

    user.refresh_from_db()
    assert lines == ["Address: demo@second-look.example", "Password: as its user changed it"]
    assert (user.name, user.check_password("my own secret")) == ("Robin A.", True)
    assert counts(user) == before
    assert Meeting.objects.filter(owner=user, title="Tea").count() == 1


def test_command_takes_another_address_and_password(alice):
    assert run_command(email="Alice@example.org", password="through the glass") == [
        "Address: alice@example.org",
        "Password: through the glass",
    ]
    alice.refresh_from_db()
    assert alice.check_password("through the glass")
    assert InterviewDay.objects.visible_to(alice).count() == 2


def test_command_refuses_what_is_no_address(db):
    with pytest.raises(CommandError, match="nobody is not an e-mail address"):
        run_command(email="nobody")
    assert User.objects.count() == 0


def facts(visit):
    """Every piece of a sample visit that a page shows."""
    yield from (
        visit.company, visit.website, visit.industry, visit.location, visit.about, visit.culture,
        visit.position, visit.job_description, visit.address, visit.arrival, visit.travel,
        visit.dress, visit.bring, visit.accommodation, visit.loose_note.strip(), visit.mail.strip(),
        visit.later_mail.strip(),
        visit.structure, visit.status, visit.outcome,
    )  # fmt: skip
    for person in visit.people:
        yield from (person.name, person.title, person.email, person.phone, person.remarks)
        yield from (Role.Kind(role).label for role in person.roles)
    for letter in visit.letters:
        yield from (f"| {letter.to} | {letter.subject} | ", letter.body.strip())
    for planned in visit.planned:
        yield f"| {planned.meeting} | {planned.question} | {planned.answer or '*planned*'} |"
    for asked in visit.asked:
        yield from (f"| {asked.meeting} | {asked.question} | {asked.answer} |", asked.told)
    for _, rating, observation in visit.impressions:
        yield from (f"{Impression.Rating(rating).sign} ", observation)
    for wanted in visit.must_haves:
        yield from (f"| {wanted.text} | {wanted.dimension}", wanted.was)
    prepared = PREPARATIONS[visit.company]
    yield from (prepared.first_with, prepared.first_said, prepared.first_promised)
    yield from (f"| {sought} | {example}" for sought, example in prepared.qualities)
    for source in prepared.sources:
        yield from (
            f"| {source.title} | ",
            source.address,
            f"{source.learned} | {', '.join(source.use_in)}",
            source.question,
        )
    yield from (f"| {what} | {amount} {code} |" for what, amount, code, _ in prepared.expenses)
    yield from (f"| {text} | " for _, text, _ in (*DEFAULT_TASKS, *prepared.own))
    for meeting in visit.meetings:
        yield from (f"| {meeting.start}–{meeting.end} | {meeting.title} |", meeting.note.strip())
        yield from (meeting.location, meeting.focus, *meeting.people, *meeting.remember.values())
        for dimension, rating, observation in meeting.impressions:
            said = Impression.Rating(rating)
            shown = f"| {meeting.title} | {dimension} | {said.sign} {said.label} | {observation}"
            yield shown.rstrip()


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.company)
def test_document_lists_all_of_the_sample(visit):
    assert [fact for fact in facts(visit) if fact not in DOCUMENT] == []


def test_document_lists_no_meeting_that_is_not_in_the_sample():
    listed = re.findall(r"\| (\d\d:\d\d–\d\d:\d\d) \| ([^|]+) \|", DOCUMENT)

    assert listed == [(f"{m.start}–{m.end}", m.title) for v in VISITS for m in v.meetings]


def test_sample_is_free_of_contradictions():
    names = {name for name, *_ in DEFAULT_DIMENSIONS}
    for visit in VISITS:
        people = {person.name for person in visit.people}
        for meeting in visit.meetings:
            assert set(meeting.people) <= people
            assert {*meeting.absent, *meeting.remember} <= set(meeting.people)
        titles = {meeting.title for meeting in visit.meetings}
        assert {row.meeting for row in (*visit.planned, *visit.asked)} <= titles
        bank = {question for _, question, _, _ in DEFAULT_QUESTIONS}
        assert {planned.question for planned in visit.planned} <= bank
        pairs = itertools.pairwise(visit.meetings)
        assert all((a.on, a.end) <= (b.on, b.start) for a, b in pairs)
        rated = [*visit.impressions, *itertools.chain(*(m.impressions for m in visit.meetings))]
        assert {dimension for dimension, *_ in rated} <= names
        assert {wanted.dimension for wanted in visit.must_haves} <= {*names, ""}


def test_sample_shows_every_state_of_a_must_have(alice):
    make_sample(alice, NOW)
    found = {
        item.must_have.text: (item.state, bool(item.must_have.late))
        for application in Application.objects.visible_to(alice)
        for item in judged(alice, application)
    }

    assert found == {
        "People who greet each other": ("met", False),
        "Shifts at most one week in six": ("unknown", False),
        "A course in control engineering, paid": ("unknown", False),
        "A supervisor who asks first": ("met", False),
        "At least £42,000 a year": ("met", False),
        "Two weeks’ notice before a journey": ("met", True),
        "Daylight where I sit": ("unmet", True),
        "At most 40 days abroad a year": ("unmet", True),
    }


def test_sample_names_only_reserved_addresses_and_numbers():
    everything = "\n".join(fact for visit in VISITS for fact in facts(visit))
    domains = re.findall(r"(?:@|https?://)([\w.-]+)", everything)
    numbers = re.findall(r"\+44 \d{3} \d{3} \d{4}", everything)

    assert domains
    assert all(domain.endswith(".example") for domain in domains)
    assert numbers
    # Ofcom keeps these for drama: 0113 496 0xxx and 0131 496 0xxx
    assert all(re.fullmatch(r"\+44 1(13|31) 496 0\d{3}", number) for number in numbers)
