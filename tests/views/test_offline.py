"""What a phone is told to keep: near visits of that user, and files that no user owns."""

import json
import posixpath
import re
import struct
from datetime import date
from pathlib import Path

import time_machine
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.addresses import everything_of
from tests.factories import MeetingFactory, a_day, utc

PAGES = reverse("offline-pages")
# What a page, a script or a stylesheet names: files of ours, and files beside itself.
NAMED = re.compile(r'/static/([^"\'\s)]+)|(?:\bfrom |\bimport |url\()"(\.[^"]+)"')


def kept(client, moment):
    with time_machine.travel(moment, tick=False):
        return client.get(PAGES).json()


def test_worker_is_served_from_the_root_to_anyone_and_kept_by_no_cache(db):
    answer, files = Client().get("/service-worker.js"), shell()["files"]

    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert "/static/js/moment.js" in files
    assert not [name for name in files if "service-worker" in name]
    assert 'addEventListener("fetch"' in answer.text


def shell():
    """What the worker keeps of the files that belong to no user."""
    return json.loads(
        re.match(r"const SHELL = (.*);\n", Client().get("/service-worker.js").text)[1]
    )


def named_in(text, base="", found=None):
    """Every static file that the text leads to, and what that leads to in turn."""
    found = set() if found is None else found
    for ours, beside in NAMED.findall(text):
        name = ours or posixpath.normpath(posixpath.join(posixpath.dirname(base), beside))
        if name not in found:
            found.add(name)
            if name.endswith((".js", ".css")):
                named_in(Path(finders.find(name)).read_text(), name, found)
    return found


def test_every_file_that_a_kept_page_leads_to_is_kept_with_it(client_of, alice):
    everything_of(alice, "Marrable")
    client = client_of(alice)
    found = kept(client, utc(2026, 11, 24, 8, 0))
    files, paths = shell()["files"], [*found["pages"], reverse("offline")]
    paths += [path for visit in found["visits"] for path in visit["pages"]]
    assert len(paths) >= 6

    with time_machine.travel(utc(2026, 11, 24, 8, 0)):
        named = {path: named_in(client.get(path).text) for path in paths}

    # A phone asks for its own icon when the program is put on its home screen.
    icon = {name for names in named.values() for name in names if name.startswith("icons/icon-")}
    missing = {
        path: lost
        for path, names in named.items()
        if (lost := {n for n in names - icon if f"/static/{n}" not in files})
    }
    assert missing == {}
    everything = set().union(*named.values())
    assert {"js/note-trouble.js", "js/sender.js", "js/note-entry.js", "css/app.css"} <= everything


def test_manifest_opens_now_and_its_icons_exist(db):
    manifest = Client().get(reverse("manifest")).json()

    assert (manifest["start_url"], manifest["display"]) == ("/now/", "standalone")
    assert {icon.get("purpose") for icon in manifest["icons"]} == {None, "maskable"}
    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))


def test_iphone_gets_an_icon_without_holes_and_the_whole_screen(db):
    page = Client().get(reverse("account_login")).text
    icon = re.search(r'rel="apple-touch-icon" href="/static/([^"]+)"', page)
    head = Path(finders.find(icon[1])).read_bytes()[:26]

    assert struct.unpack(">II", head[16:24]) == (180, 180)
    assert head[25] == 2  # colours without transparency, which an iPhone shows as black
    assert "viewport-fit=cover" in page
    assert len(re.findall('name="theme-color"', page)) == 2


def test_visits_of_the_next_two_weeks_are_kept_until_two_days_after(client_of, alice, mallory):
    for on in (date(2026, 11, 21), date(2026, 12, 9)):
        a_day(alice, f"Out {on}", date=on)
    a_day(alice, "Off", status="cancelled")
    a_day(mallory, "Hers")
    day = a_day(alice, "Marrable", last_date=date(2026, 11, 25), time_zone="America/New_York")
    found = kept(client_of(alice), utc(2026, 11, 24, 12, 0))

    assert found["user"] == alice.pk
    (visit,) = found["visits"]
    assert (visit["id"], visit["name"]) == (str(day.pk), "Marrable, Tue 24 to Wed 25 Nov 2026")
    assert (visit["over"], visit["until"]) == ("2026-11-26T05:00:00Z", "2026-11-28T05:00:00Z")


def test_phone_knows_which_meeting_belongs_to_which_moment(client_of, alice):
    day = a_day(alice)
    meeting = MeetingFactory(day=day, at="09:00", to="09:30")
    (visit,) = kept(client_of(alice), utc(2026, 11, 20, 12, 0))["visits"]
    sheet = reverse("day-sheet", args=[day.pk])

    assert visit["now"] == [
        ["2026-11-24T00:00:00Z", sheet],
        ["2026-11-24T09:00:00Z", meeting.get_absolute_url()],
        ["2026-11-24T11:00:00Z", sheet],
    ]
    assert visit["pages"] == [sheet, visit["blank"], meeting.get_absolute_url()]


def test_version_changes_with_the_agenda(client_of, alice):
    day, moment = a_day(alice), utc(2026, 11, 24, 8, 0)
    before = kept(client_of(alice), moment)["version"]
    assert kept(client_of(alice), moment)["version"] == before
    MeetingFactory(day=day)

    assert kept(client_of(alice), moment)["version"] != before


def test_pages_say_whose_they_are(client_of, alice):
    assert client_of(alice).get("/")["X-User"] == str(alice.pk)
    assert "X-User" not in Client().get(reverse("account_login"))


def test_page_of_a_meeting_nobody_planned_holds_no_id_of_a_row(client_of, alice):
    day = a_day(alice)
    page = client_of(alice).get(reverse("offline-meeting", args=[day.pk])).text

    assert "/meetings/00000000-0000-0000-0000-000000000001/someone/" in page
    assert 'action="/notes/00000000-0000-0000-0000-000000000002/"' in page
    assert not day.meetings.exists()


def test_page_for_a_call_is_kept_also_without_a_visit(client_of, alice):
    found = kept(client_of(alice), utc(2026, 11, 24, 12, 0))

    assert (found["pages"], found["visits"]) == (["/now/", reverse("call-create")], [])
    worker = Client().get("/service-worker.js").text
    assert "/static/js/call.js" in worker
