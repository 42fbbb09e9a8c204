"""Whatever a browser or a script may send: a message, one of our pages, and never a 500."""

import re
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from interviews.middleware import MOST_FIELDS, WIDE_FORMS
from interviews.models import Attendance, InterviewDay, Meeting, Note
from tests.factories import (
    AgendaImportFactory,
    AttendanceFactory,
    InterviewerFactory,
    a_day,
    a_meeting,
    a_note,
)

DIGITS = "9" * 5000
LONG_NAME = "n" * 300
SCRIPT = "<script>alert(1)</script>"
UNKNOWN = "01a2058c-29bb-7edc-a4ba-de3b7fb179a8"

TEXTS = {
    "NUL": "a%00b",
    "only NUL": "%00",
    "lone surrogate": "a%ED%A0%80b",
    "not UTF-8": "%FF%FE",
    "digits": DIGITS,
    "minus": f"-{DIGITS}",
    "year 1": "0001-01-01",
    "year 9999": "9999-12-31",
    "no date": "2026-02-30",
    "no time": "24:61",
    "long": LONG_NAME,
    "blank": "%20%E2%80%83",
    "script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "emoji": "%F0%9F%99%82%E2%80%8D%F0%9F%94%A5",
    "right to left": "%D7%A9%D7%9C%D7%95%D7%9D%E2%80%AE",
    "format": "%25s%20%7B0%7D%20%7B%7B%20x%20%7D%7D",
    "controls": "%01%02%1B%7F",
}

NO_TEXT = ("lone surrogate", "not UTF-8")  # turned away before any view

# Each form: the address's name, and a good answer to every one of its fields.
FORMS = {
    "visit-create": {
        "company": "Marrable", "position": "Engineer", "date": "2026-11-24",
        "last_date": "2026-11-25", "time_zone": "Europe/London", "address": "1 High Street",
    },
    "visit-edit": {
        "date": "2026-11-24", "last_date": "", "time_zone": "Europe/London", "which": "first",
        "address": "", "status": "scheduled", "structure": "mixed",
    },
    "visit-move-back": {},
    "visit-mail": {"text": "Dear Alice", "received_on": "2026-11-01"},
    "visit-agenda": {
        "title": "Tour", "date": "2026-11-24", "start": "11:00", "start_which": "first",
        "end": "12:00", "end_which": "first", "ends_next_day": "", "format": "tour",
        "medium": "video", "focus": "", "location": "", "status": "planned", "time_zone": "",
        "people": "Anna, CTO", "overlap_allowed": "",
    },
    "meeting-edit": {
        "title": "Tour", "date": "2026-11-24", "start": "11:00", "end": "12:00", "format": "tour",
        "medium": "phone", "focus": "", "location": "", "status": "held",
        "time_zone": "America/New_York", "people": "", "overlap_allowed": "",
    },
    "meeting-status": {"status": "planned"},
    "attendance": {"remember": "red glasses", "title": "CTO", "status": "met"},
    "note-detail": {"text": "words", "base": "1", "op": UNKNOWN, "meeting": "", "visit": ""},
}  # fmt: skip
FIELDS = [(name, field) for name, data in FORMS.items() for field in data]
FIELDS += [("visit-agenda", "known"), ("meeting-edit", "known")]
ODDEST = "a%00%01%3Cscript%3E%F0%9F%99%82%D7%A9%E2%80%AE%25s%7B%7B%20x%20%7D%7D"
KEYS = [DIGITS, "0", "%00", "x", UNKNOWN, "%ED%A0%80", "../x", "%F0%9F%99%82"]


@pytest.fixture
def place(alice):
    """A function: the address of a form, on a visit of Alice's that has one of everything."""
    attendance = AttendanceFactory(meeting=a_meeting(alice))
    meeting = attendance.meeting
    keys = {
        "visit": meeting.day_id,
        "meeting": meeting.pk,
        "attendance": attendance.pk,
        "note": a_note(alice, meeting=meeting).pk,
    }

    def address(name):
        kind = name.split("-")[0]
        return reverse(name, args=[] if name == "visit-create" else [keys[kind]])

    address.keys = keys
    return address


@pytest.fixture
def client(alice, client_of):
    """Alice's; an exception that no page answers fails the test."""
    return client_of(alice)


def prefixed(place, name, data):
    prefix = f"{place.keys['attendance']}-" if name == "attendance" else ""
    return {prefix + field: value for field, value in data.items()}


def send(client, address, data, raw=None):
    """Post these fields, and those of `raw` as the bytes that they are on the wire."""
    body = urlencode(data) + "".join(f"&{field}={value}" for field, value in (raw or {}).items())
    return client.post(address, body, content_type="application/x-www-form-urlencoded")


def scripts(response):
    """Scripts on the page that are not ours."""
    return re.findall(
        r"<script(?! type=\"module\" src=| src=| type=\"application/json\")", response.text
    )


@pytest.mark.parametrize("name", FORMS)
def test_good_input_is_taken(client, place, name):
    response = send(client, place(name), prefixed(place, name, FORMS[name]))
    assert response.status_code == 302


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_no_text_in_a_field_is_too_odd(client, place, name, field):
    data = prefixed(place, name, FORMS[name])
    (key,) = prefixed(place, name, {field: ""})
    rest = {k: v for k, v in data.items() if k != key}
    for text in (ODDEST, DIGITS, "0001-01-01", "9999-12-31"):
        response = send(client, place(name), rest, {key: text})
        assert response.status_code in (302, 409, 422), text
        assert scripts(response) == [], text
        assert "\x00" not in response.text, text


@pytest.mark.parametrize("name", FORMS)
def test_odd_text_in_all_fields_at_once(client, place, name):
    for what, text in TEXTS.items():
        raw = prefixed(place, name, dict.fromkeys(FORMS[name], text))
        response = send(client, place(name), {}, raw)
        no_text = what in NO_TEXT and raw and name != "note-detail"  # a note keeps what it can
        assert response.status_code in ((400,) if no_text else (302, 422)), what
        assert scripts(response) == [], what


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    "data", [{}, {"": ""}, {"%00": "%00"}, {"a[]": "1"}, {"title": ["a", "b"]}]
)
def test_odd_sets_of_fields(client, place, name, data):
    response = send(client, place(name), {}, data)
    assert response.status_code in (302, 422)


@pytest.mark.parametrize("name", FORMS)
def test_megabytes_in_a_field_are_413(client, place, name):
    field = next(iter(FORMS[name]), "field")
    response = send(client, place(name), prefixed(place, name, {field: "x" * 3_000_000}))
    assert response.status_code == 413
    assert "<h1>That is too much at once</h1>" in response.text


@pytest.mark.parametrize("name", FORMS)
def test_too_many_fields_are_400(client, place, name):
    is_wide = place(name).startswith(WIDE_FORMS)
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS if is_wide else MOST_FIELDS
    data = {f"field{n}": "" for n in range(most + 1)}
    for response in (
        send(client, place(name), data),
        client.post(place(name), data),  # as multipart
    ):
        assert response.status_code == 400
        assert "<h1>We could not read that</h1>" in response.text


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"x", "multipart/form-data"),
        (b"x", "multipart/form-data; boundary=\xc3\xa9"),
        (b"a=1", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"a=1", ""),
    ],
)
def test_bodies_that_are_no_form(client, place, name, body, kind):
    response = client.generic("POST", place(name), body, content_type=kind)
    assert response.status_code in (302, 400, 415, 422)


def test_multipart_is_cleaned_too(client, place):
    data = {**FORMS["visit-mail"], "text": "a\x00b\r\nc"}
    assert client.post(place("visit-mail"), data).status_code == 302
    day = InterviewDay.objects.get()
    assert day.imports.get().text == "ab\nc"


# Ids


@pytest.mark.parametrize(
    "address",
    [
        "/visits/{}/", "/visits/{}/edit/", "/visits/{}/agenda/", "/visits/{}/mail/",
        "/visits/{}/delete/", "/visits/{}/move-back/", "/meetings/{}/", "/meetings/{}/edit/",
        "/meetings/{}/status/", "/meetings/{}/delete/", "/attendances/{}/", "/notes/{}/",
    ],
)  # fmt: skip
def test_ids_that_are_none_lead_nowhere(client, place, address):
    data = FORMS["visit-agenda"] | FORMS["note-detail"]
    for key in KEYS:
        for response in (client.get(address.format(key)), client.post(address.format(key), data)):
            assert response.status_code in (400, 404, 405), key


@pytest.mark.parametrize(
    "query", ["after=%00", f"after={DIGITS}", "after=%F0%9F%99%82", "%00=%00", "after"]
)
def test_odd_questions_after_the_address(client, place, query):
    for name in ("visit-agenda", "visit-create", "visit-mail"):
        response = client.get(f"{place(name)}?{query}")
        assert (response.status_code, "<h1" in response.text) == (200, True)


@pytest.mark.parametrize("cookie", [DIGITS, "\xed\xa0\x80", '"' + r"\377" * 20 + '"', "''"])
def test_odd_session_cookie_is_none(db, cookie):
    headers = {"Cookie": f"sessionid={cookie}; csrftoken={cookie}"}
    response = Client().get("/visits/", headers=headers)
    assert (response.status_code, response["Location"]) == (302, "/account/login/?next=/visits/")


def test_nul_in_a_session_cookie_is_400(db):
    cookie = '"' + r"\000" * 8 + '"'  # cookies have a notation for it
    response = Client().get("/visits/", headers={"Cookie": f"sessionid={cookie}"})
    assert response.status_code == 400


# Rows of another user in a choice


def test_person_of_another_user_is_no_choice(client, mallory, place):
    theirs = InterviewerFactory(company=a_day(mallory).application.company, name="Their secret")
    for name in ("visit-agenda", "meeting-edit"):
        for person in (theirs.pk, UNKNOWN):
            data = {**FORMS[name], "known": str(person)}
            response = send(client, place(name), data)
            assert response.status_code == 422
            assert "Their secret" not in response.text
    assert not Attendance.objects.filter(person=theirs).exists()


def test_fields_that_the_form_does_not_have_change_nothing(client, mallory, place):
    theirs = a_day(mallory)
    stolen = {
        "owner": mallory.pk, "owner_id": mallory.pk, "id": theirs.pk, "day": theirs.pk,
        "application": theirs.application_id, "deleted_at": "2026-01-01", "moved_from": "{}",
        "starts_at": "2020-01-01", "is_sample": "on",
    }  # fmt: skip
    for name in ("visit-edit", "meeting-edit", "visit-agenda"):
        send(client, place(name), {**FORMS[name], **stolen})
    mine = InterviewDay.objects.exclude(pk=theirs.pk).get()
    assert (mine.pk, mine.deleted_at) == (place.keys["visit"], None)
    assert set(Meeting.objects.values_list("owner", "day")) == {(mine.owner_id, mine.pk)}


def test_mail_of_another_user_is_not_deleted(client, mallory, place):
    theirs = AgendaImportFactory(day=a_day(mallory))
    for day in (theirs.day_id, place.keys["visit"]):
        assert client.post(reverse("mail-delete", args=[day, theirs.pk])).status_code == 404


# What is stored is shown as text, wherever it is shown


@pytest.mark.parametrize("text", [SCRIPT, LONG_NAME, "שלום\u202e🙂", "{{ x }} %s \"quoted\" 'x'"])
def test_whatever_is_stored_is_shown_as_text(alice, client, text):
    day = a_day(
        alice, text[:200], text[:200], address=text, arrival=text, dress=text, travel=text,
        bring=text, accommodation=text,
    )  # fmt: skip
    meeting = a_meeting(alice, day=day, title=text[:200], location=text, focus=text[:200])
    person = InterviewerFactory(
        company=day.application.company, name=text[:200], title=text[:200], remarks=text
    )
    AttendanceFactory(meeting=meeting, person=person, title=text[:200], remember=text)
    a_note(alice, text, meeting=meeting)
    a_note(alice, text, meeting=None, day=day)
    mail = AgendaImportFactory(day=day, text=text)
    pages = [
        "/", "/visits/", "/visits/new/", day.get_absolute_url(), meeting.get_absolute_url(),
        reverse("meeting-edit", args=[meeting.pk]), reverse("meeting-delete", args=[meeting.pk]),
        reverse("mail-delete", args=[day.pk, mail.pk]),
        *(reverse(f"visit-{name}", args=[day.pk]) for name in ("agenda", "edit", "mail", "delete")),
    ]  # fmt: skip
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200
        assert scripts(response) == [], page
    html = client.post(reverse("meeting-delete", args=[meeting.pk]), follow=True)
    assert scripts(html) == []
    assert Note.objects.count() == 2
