"""An agenda comes in: the box, the page that looks it over, keeping it, taking it back."""

import datetime as dt
import re
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interviews.agenda.drafts import Agenda, MeetingDraft, PersonDraft
from interviews.agenda.reading import Unreadable
from interviews.forms import agenda as box
from interviews.importing.stored import stored
from interviews.models import (
    AgendaImport,
    Application,
    Attendance,
    Company,
    InterviewDay,
    Interviewer,
    Meeting,
    Role,
)
from tests.factories import (
    AgendaImportFactory,
    AttendanceFactory,
    CompanyFactory,
    InterviewerFactory,
    a_day,
    a_meeting,
    utc,
)

TEXT = "09:00 Welcome, Ruth Adeyemi, Head of HR\n10:00 Panel\nWho knows?"
SELECT = r'<select\b[^>]*\bname="([^"]+)"[^>]*>(.*?)</select>'
DAY = dt.date(2026, 11, 24)
RUTH = PersonDraft("Ruth Adeyemi", "Head of HR", email="ruth@harrow.example")


def draft(start, end="", title="Interview", **fields):
    known = {"date": DAY, "kind": "one_on_one", "lines": (0,)}
    times = {"start": dt.time.fromisoformat(start), "end": dt.time.fromisoformat(end or "23:59")}
    return MeetingDraft(**(known | times | {"title": title} | fields))


def agenda(*meetings, **fields):
    known = {
        "lines": tuple(TEXT.splitlines()),
        "company": "Harrow",
        "position": "Engineer",
        "date": DAY,
        "left_over": (2,),
    }
    return Agenda(**(known | {"meetings": meetings} | fields))


HARROW = agenda(
    draft("09:00", "09:30", "Welcome", people=(RUTH,), location="Room 1", kind="hr"),
    draft("10:00", "11:00", "Panel", people=(RUTH, PersonDraft("Owen P")), doubts=("end",)),
)


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def reads(monkeypatch):
    """A function: from now on the box reads that agenda, or raises that; returns what it gets."""
    given = []

    def set_to(result):
        def read(source, **_hints):
            given.append(source)
            if isinstance(result, Exception):
                raise result
            return result

        monkeypatch.setattr(box, "read", read)
        return given

    return set_to


def waiting(owner, what=HARROW):
    """That agenda, read and waiting to be looked over."""
    return AgendaImportFactory(day=None, owner=owner, text=TEXT, agenda=stored(what))


def preview(mail):
    return reverse("agenda-preview", args=[mail.pk])


def filled(html):
    """What sending the page's form untouched would send."""
    data = {}
    for tag in re.findall(r"<(?:input|textarea|select)\b[^>]*>", html):
        name = re.search(r'name="([^"]+)"', tag)
        if not name or name[1] == "csrfmiddlewaretoken":
            continue
        value = re.search(r'value="([^"]*)"', tag)
        if 'type="checkbox"' not in tag:
            data[name[1]] = value[1] if value else ""
        elif " checked" in tag:
            data[name[1]] = value[1] if value else "on"
    data |= dict(re.findall(r'<textarea name="([^"]+)"[^>]*>\n?([^<]*)<', html))
    for name, options in re.findall(SELECT, html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        data[name] = chosen[1] if chosen else ""
    return data


def kept(client, mail, **changes):
    """The answer to keeping it with these changes."""
    data = filled(client.get(preview(mail)).text) | changes
    return client.post(preview(mail), data)


# The box


def test_pasted_text_waits_to_be_looked_over(client, reads, alice):
    given = reads(HARROW)
    response = client.post(reverse("agenda-read"), {"agenda-source": TEXT})
    mail = AgendaImport.objects.get()

    assert given == [TEXT]
    assert (mail.owner, mail.day, mail.text) == (alice, None, TEXT)
    assert response["Location"] == preview(mail)


def test_html_of_what_was_pasted_is_read_where_meetings_are_in_it(client, reads):
    given = reads(HARROW)
    data = {"agenda-source": TEXT, "agenda-html": "<table><tr><td>09:00"}
    client.post(reverse("agenda-read"), data)
    assert given == [data["agenda-html"]]
    reads(agenda())
    client.post(reverse("agenda-read"), data)
    assert given[1:] == [data["agenda-html"], TEXT]


def test_file_is_read_and_kept_by_its_readable_lines(client, reads):
    given = reads(HARROW)
    file = SimpleUploadedFile("visit.ics", b"BEGIN:VCALENDAR\x00")
    client.post(reverse("agenda-read"), {"agenda-file": file})

    assert given == [b"BEGIN:VCALENDAR\x00"]
    assert AgendaImport.objects.get().text == TEXT


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({}, 422, "Paste the mail here, or choose a file."),
        ({"agenda-source": "  \n"}, 422, "Paste the mail here, or choose a file."),
        ({"agenda-source": "x" * 1_000_001}, 413, "more than 1 MB"),
        ({"agenda-source": "x", "agenda-html": "x" * 1_000_001}, 413, "more than 1 MB"),
        ({"agenda-file": SimpleUploadedFile("a.pdf", b"%" * 1_000_001)}, 413, "more than 1 MB"),
    ],
)
def test_nothing_and_too_much_are_turned_down(client, data, status, words):
    response = client.post(reverse("agenda-read"), data)

    assert response.status_code == status
    assert words in response.text
    assert AgendaImport.objects.count() == 0


def test_what_cannot_be_read_says_why(client, reads):
    reads(Unreadable("That PDF is locked."))
    file = SimpleUploadedFile("a.pdf", b"%PDF")
    response = client.post(reverse("agenda-read"), {"agenda-file": file})

    assert response.status_code == 422
    assert "That PDF is locked." in response.text


def test_what_was_not_kept_is_forgotten_in_time(client, reads, alice):
    reads(HARROW)
    old = waiting(alice)
    AgendaImport.objects.filter(pk=old.pk).update(created_at=utc(2020, 1, 1))
    mail = AgendaImportFactory(day=a_day(alice))
    AgendaImport.objects.filter(pk=mail.pk).update(created_at=utc(2020, 1, 1))
    for _ in range(25):
        client.post(reverse("agenda-read"), {"agenda-source": TEXT})

    assert AgendaImport.objects.waiting().count() == 20
    assert set(AgendaImport.objects.filter(pk__in=[old.pk, mail.pk])) == {mail}


# Shared by a phone


def share(client, data, **headers):
    return client.post(reverse("agenda-shared"), data, headers=headers)


def in_box(response):
    return unescape(re.search(r'<textarea name="agenda-source"[^>]*>\n?([^<]*)<', response.text)[1])


def test_what_a_phone_shares_stands_in_the_box_and_nowhere_else(alice, client_of):
    client = Client(enforce_csrf_checks=True)  # the phone has no token
    client.cookies = client_of(alice).cookies
    response = share(client, {"title": "Your day", "text": TEXT, "url": ""})

    assert (response.status_code, in_box(response)) == (200, f"Your day\n{TEXT}")
    assert AgendaImport.objects.count() == 0
    assert client.post(reverse("agenda-read"), {"agenda-source": TEXT}).status_code == 403


def test_manifest_says_what_can_be_shared_and_where_to(client, alice):
    target = client.get(reverse("manifest")).json()["share_target"]
    params = target["params"]
    sent = {params["text"]: TEXT, params["files"][0]["name"]: ""}

    assert (target["method"], target["enctype"]) == ("POST", "multipart/form-data")
    assert in_box(client.post(target["action"], sent)) == TEXT
    assert {".ics", ".eml", "application/pdf"} <= set(params["files"][0]["accept"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
        (b"09:00 Welcome\n10:00 Lunch", "09:00 Welcome\n10:00 Lunch"),
    ],
)
def test_shared_file_stands_in_the_box_as_text(client, content, words):
    response = share(client, {"file": SimpleUploadedFile("shared", content)})

    assert in_box(response).replace("\r\n", "\n") == words


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({}, 422, "Nothing came along."),
        ({"text": "x" * 1_000_001}, 413, "more than 1 MB"),
        ({"file": SimpleUploadedFile("a", b"x" * 1_000_001)}, 413, "more than 1 MB"),
    ],
)
def test_nothing_and_too_much_shared_say_so(client, data, status, words):
    response = share(client, data)

    assert (response.status_code, words in response.text) == (status, True)


@pytest.mark.parametrize("name", ["agenda-read", "agenda-shared"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 50,
        b"%PDF-1.7 broken",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999\r\n\xff\x00",
        "09:00 Café\ud800".encode("utf-8", "surrogatepass"),
        "09:00 Café".encode("utf-16"),
        b"PK\x03\x04" + bytes(range(256)),
        b"<table>" * 5_000 + b"09:00 x",
        b"9" * 100_000,
    ],
    ids=range(9),
)
def test_odd_files_break_nothing(client, name, content):
    field = "agenda-file" if name == "agenda-read" else "file"
    response = client.post(reverse(name), {field: SimpleUploadedFile("odd", content)})

    assert response.status_code in (200, 302, 422)
    if response.status_code == 302:
        assert client.get(response["Location"]).status_code == 200


def test_another_site_puts_nothing_into_the_box(client):
    response = share(client, {"text": TEXT}, **{"Sec-Fetch-Site": "cross-site"})

    assert response["Location"] == reverse("visit-create")


# Looking it over


def test_preview_shows_the_day_the_text_and_what_is_unsure(client, alice):
    company = CompanyFactory(owner=alice, name="HARROW")
    InterviewerFactory(company=company, name="Dr. Ruth Adéyemi")
    html = client.get(preview(waiting(alice))).text

    assert '<b>Ruth Adeyemi</b> <span>Head of HR</span> <span class="pill">known</span>' in html
    assert "<b>Owen P</b>" in html
    assert html.count("known</span>") == 2
    assert "Does it end then?" in html
    assert '<p id="line-2" dir="auto" class="left">Who knows?</p>' in html
    assert "1 line not understood" in html
    assert 'data-lines="0"' in html


def test_preview_asks_what_is_missing(client, alice):
    nothing = agenda(draft("09:00", "10:00", date=None), company=None, position=None, date=None)
    response = kept(client, waiting(alice, nothing))

    assert response.status_code == 422
    for words in ("Which company", "Which position", "On which date is it?"):
        assert words in response.text
    assert Company.objects.count() == 0


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Tuesday, 24 November 2026",), None),
        (("Tue 11/24/26",), None),
        (("Tuesday, 24 November",), "No year is printed: is it this one?"),
    ],
)
def test_preview_says_where_the_year_is_a_guess(client, alice, lines, words):
    page = client.get(preview(waiting(alice, agenda(*HARROW.meetings, lines=lines)))).text

    assert ("No year is printed" in page) == bool(words)


def test_mail_without_a_year_means_the_next_such_date(client):
    text = "Tuesday, 24 November\n09:00 - 10:00 Welcome, Ruth Adeyemi\n10:00 - 11:00 Tour"
    with time_machine.travel(utc(2026, 9, 1), tick=False):
        client.post(reverse("agenda-read"), {"agenda-source": text})
        page = client.get(preview(AgendaImport.objects.get())).text

    assert 'name="date" value="2026-11-24"' in page


def test_text_without_a_meeting_makes_a_visit_with_its_mail(client, alice):
    mail = waiting(alice, agenda())
    assert "No meeting was found" in client.get(preview(mail)).text
    assert kept(client, mail).status_code == 302
    assert list(InterviewDay.objects.get().imports.all()) == [mail]


# Keeping it


def test_keep_makes_visit_meetings_people_and_coordinator(client, alice):
    coordinator = PersonDraft("Ruth Adeyemi", None, None, "+44 113 496 0100")
    mail = waiting(alice, agenda(*HARROW.meetings, coordinator=coordinator, time_zone="CET"))
    response = kept(client, mail)
    day = InterviewDay.objects.get()

    assert response["Location"] == day.get_absolute_url()
    assert (str(day.application), day.date, day.last_date, day.time_zone) == (
        "Engineer, Harrow", DAY, None, "Europe/Berlin",
    )  # fmt: skip
    assert list(Meeting.objects.in_order().values_list("title", "starts_at", "location")) == [
        ("Welcome", utc(2026, 11, 24, 8), "Room 1"), ("Panel", utc(2026, 11, 24, 9), ""),
    ]  # fmt: skip
    ruth = Interviewer.objects.get(name="Ruth Adeyemi")
    assert (ruth.title, ruth.email, ruth.phone) == (
        "Head of HR", "ruth@harrow.example", "+44 113 496 0100",
    )  # fmt: skip
    assert Attendance.objects.filter(person=ruth).count() == 2
    assert Role.objects.get().person == ruth
    assert list(day.imports.all()) == [mail]
    assert TEXT.splitlines()[0] in client.get(reverse("visit-mail", args=[day.pk])).text


def test_corrections_are_what_is_kept(client, alice):
    changes = {
        "m0-title": "Hello",
        "m0-start": "08:45",
        "m0-people": "Anna B, Lead",
        "m0-location": "Room 9",
        "added0-start": "15:00",
        "added0-title": "Taxi",
    }
    mail = waiting(alice)
    data = filled(client.get(preview(mail)).text) | changes
    del data["m1-keep"]
    data["m1-start"] = "not a time"  # it is not kept, so it may be wrong
    response = client.post(preview(mail), data)
    assert response.status_code == 302
    assert list(Meeting.objects.in_order().values_list("title", "location")) == [
        ("Hello", "Room 9"), ("Taxi", ""),
    ]  # fmt: skip
    assert list(Interviewer.objects.values_list("name", "title")) == [("Anna B", "Lead")]


def test_several_days_make_one_visit(client, alice):
    dinner = draft("19:30", "01:00", "Dinner", date=dt.date(2026, 11, 23))
    kept(client, waiting(alice, agenda(dinner, draft("09:00", "10:00"), date=None)))
    day = InterviewDay.objects.get()

    assert (day.date, day.last_date) == (dt.date(2026, 11, 23), DAY)
    assert Meeting.objects.in_order()[0].ends_at == utc(2026, 11, 24, 1)


def test_what_runs_at_the_same_time_is_kept_so(client, alice):
    both = agenda(draft("09:00", "11:00", "Lab"), draft("10:00", "10:30", "Call"))
    html = client.get(preview(waiting(alice, both))).text
    assert html.count("at the same time as another") == 2
    kept(client, waiting(alice, both))
    assert list(Meeting.objects.in_order().values_list("overlap_allowed", flat=True)) == [
        False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"m0-end": "08:00"}, "It must end after its start."),
        ({"m0-start": ""}, "When does it start?"),
        ({"m0-title": "x" * 201}, "at most 200 characters"),
        ({"m0-people": "x" * 201}, "at most 200"),
        ({"m0-date": "2026-12-24"}, "A visit takes at most 7 days."),
        ({"date": "2026-03-29", "m0-start": "01:30"}, "does not exist"),
        ({"time_zone": "Mars/Base"}, "is not a time zone"),
        ({"coordinator_phone": "1", "coordinator": ""}, "Who is it?"),
    ],
)
def test_wrong_correction_comes_back_beside_its_field(client, alice, change, words):
    response = kept(client, waiting(alice), **change)

    assert response.status_code == 422
    assert response.text.count(words) >= 2  # in the summary, and at the field
    assert InterviewDay.objects.count() == 0


def test_one_more_meeting_keeps_what_is_typed(client, alice):
    mail = waiting(alice)
    data = filled(client.get(preview(mail)).text) | {"add": "1", "m0-title": "Hello"}
    response = client.post(preview(mail), data)

    assert response.status_code == 200
    assert 'value="Hello"' in response.text
    assert 'name="added1-title"' in response.text


def test_second_click_finds_what_the_first_one_kept(client, alice):
    mail = waiting(alice)
    data = filled(client.get(preview(mail)).text)
    answers = [client.post(preview(mail), data)["Location"] for _ in range(2)]

    assert answers == [InterviewDay.objects.get().get_absolute_url()] * 2


def test_keep_finds_the_company_and_its_people(client, alice):
    ruth = InterviewerFactory(
        company=CompanyFactory(owner=alice, name="harrow"), name="Ms Ruth Adeyemi", title=""
    )
    kept(client, waiting(alice))
    ruth.refresh_from_db()

    assert Company.objects.count() == 1
    assert set(Interviewer.objects.values_list("name", flat=True)) == {"Ms Ruth Adeyemi", "Owen P"}
    assert (ruth.title, ruth.email) == ("Head of HR", "ruth@harrow.example")


# Taking it back


def undo(client, mail):
    mail.refresh_from_db()
    return client.post(reverse("agenda-undo", args=[mail.day_id, mail.pk]))


def test_undo_takes_all_of_it_back(client, alice):
    mail = waiting(alice, agenda(*HARROW.meetings, coordinator=RUTH))
    html = client.get(kept(client, mail)["Location"]).text
    assert "The visit is kept, with 2 meetings and 2 new people." in html
    assert reverse("agenda-undo", args=[InterviewDay.objects.get().pk, mail.pk]) in html
    response = undo(client, mail)

    assert response["Location"] == preview(mail)
    nouns = (Company, Application, InterviewDay, Meeting, Interviewer)
    assert [noun.objects.visible_to(alice).count() for noun in nouns] == [0] * 5
    client.post(reverse("trash-restore", args=["company", Company.objects.get().pk]))
    assert [noun.objects.visible_to(alice).count() for noun in nouns] == [1, 1, 1, 2, 2]


def test_undo_leaves_what_was_there_before_and_what_came_after(client, alice):
    company = CompanyFactory(owner=alice, name="Harrow")
    before = InterviewerFactory(company=company, name="Owen P")
    mail = waiting(alice, agenda(*HARROW.meetings, coordinator=RUTH))
    kept(client, mail)
    ruth = Interviewer.objects.get(name="Ruth Adeyemi")
    other = a_meeting(alice, day=a_day(alice, "Harrow", "Manager"))
    AttendanceFactory(meeting=other, person=ruth)
    undo(client, mail)

    assert set(Interviewer.objects.visible_to(alice)) == {before, ruth}
    assert list(InterviewDay.objects.visible_to(alice)) == [other.day]
    assert Role.objects.count() == 0


def test_mail_that_made_nothing_cannot_be_taken_back(client, alice):
    assert undo(client, AgendaImportFactory(day=a_day(alice))).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_agenda_of_another_user_is_404(client_of, mallory, alice, method):
    mail = waiting(alice)
    response = getattr(client_of(mallory), method)(preview(mail), {"company": "x"})

    assert response.status_code == 404
    assert InterviewDay.objects.count() == 0
