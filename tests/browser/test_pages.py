"""Every page is sound: with data, with nasty data, empty, and with errors in its form."""

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Meeting, uuid7
from tests.addresses import (
    FILES,
    SHOWS_NOTHING,
    everything_of,
    owned_addresses,
    signed_in_addresses,
)
from tests.factories import CompanyFactory, MeetingFactory, a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A tag, text from right to left with an override, characters of several code points, no space.
NASTY = "<script>alert(1)</script>\u202eمرحبا بالعالم\u202c🧪👩🏽\u200d🔬" + "W" * 50


def pages(rows):
    """Every page once, by its name: with its richest question where it has several."""
    found = {}
    for name, address in [*owned_addresses(rows), *signed_in_addresses(rows)]:
        if name not in SHOWS_NOTHING | FILES | set(found) and not name.startswith("account_"):
            found[name] = address
    return found


def faults_of(watched, addresses, **options):
    """What is wrong, by page."""
    found = {}
    for name, address in addresses:
        response = watched.open(address)
        faults = watched.faults(**options)
        if not (response and response.ok):
            faults.append(f"answers {response and response.status}")
        if faults:
            found[f"{name} {address}"] = faults
    return found


def test_pages_with_data_are_sound(inside, alice):
    assert faults_of(inside, pages(everything_of(alice, "Marrable")).items()) == {}


@pytest.mark.soak
def test_pages_with_nasty_data_are_sound(inside, alice):
    assert faults_of(inside, pages(everything_of(alice, NASTY)).items(), themes=[]) == {}


@pytest.mark.soak
def test_empty_pages_are_sound(inside, alice):
    day = a_day(alice)
    meeting = MeetingFactory(day=a_day(alice, "Harrow"))
    lists = ["company-list", "person-list", "visit-list", "history", "trash", "home"]
    lists += [
        "compare",
        "company-create",
        "person-create",
        "visit-create",
        "dimension-list",
        "question-list",
        "asked-list",
    ]
    of_the_day = [
        "visit-detail",
        "visit-agenda",
        "day-sheet",
        "visit-mail",
        "visit-impressions",
        "visit-letters",
        "visit-questions",
        "visit-asked",
        "visit-decision",
        "visit-edit",
        "visit-prepare",
        "prepare-expenses",
        "prepare-qualities",
        "prepare-sources",
        "prepare-unknown",
    ]
    addresses = [(name, reverse(name, args=[day.pk])) for name in of_the_day]
    addresses += [
        ("company-detail", day.application.company.get_absolute_url()),
        ("application-detail", day.application.get_absolute_url()),
        ("application-roles", reverse("application-roles", args=[day.application_id])),
        ("meeting-detail", meeting.get_absolute_url()),
        ("history", reverse("history") + "?q=nothing"),
        ("call-create", reverse("call-create")),
        ("account-reminders", reverse("account-reminders")),
    ]
    found = faults_of(inside, addresses, themes=["light"])
    for row in (day, meeting.day):
        row.application.company.delete()
    found |= faults_of(inside, [(name, reverse(name)) for name in lists], themes=["light"])

    assert found == {}


def test_all_stages_of_a_visit_are_in_sight_on_a_phone(inside, alice):
    day = a_day(alice)
    for name in ("visit-detail", "visit-impressions", "visit-edit"):
        inside.open(reverse(name, args=[day.pk]))
        stages = inside.page.locator(".stages")

        assert stages.evaluate("e => e.scrollWidth - e.clientWidth") == 0


EMPTY = """form => {
    for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) {
        if (field.type === "radio" || field.type === "checkbox") field.checked = false;
        else field.value = "";
    }
}"""
UNFOLD = "document.querySelectorAll('main details').forEach(details => { details.open = true; })"
FORMS = [
    "agenda-import",
    "agenda-preview",
    "application-create",
    "application-edit",
    "company-create",
    "company-edit",
    "dimension-edit",
    "dimension-list",
    "impression-edit",
    "letter-template",
    "letter-write",
    "meeting-edit",
    "must-have-create",
    "must-have-edit",
    "person-create",
    "person-edit",
    "asked-edit",
    "meeting-asked",
    "question-edit",
    "question-list",
    "prepare-expenses",
    "prepare-qualities",
    "prepare-sources",
    "task-edit",
    "visit-agenda",
    "visit-create",
    "visit-edit",
    "visit-mail",
]


@pytest.mark.soak
def test_pages_with_errors_are_sound_and_put_the_focus_on_them(inside, alice):
    addresses = pages(everything_of(alice, "Marrable"))
    addresses |= {name: reverse(name) for name in ("company-create", "person-create")}
    found = {}
    page = inside.page
    for name in FORMS:
        inside.open(addresses[name])
        page.evaluate(UNFOLD)
        box = "" if name == "agenda-import" else ":not([data-agenda-box])"
        form = page.locator(f"main form[novalidate]{box}").last
        form.evaluate(EMPTY)
        form.locator("button[type=submit]").last.click()
        page.locator("[data-error-summary]:focus").wait_for()
        inside.trouble[:] = [t for t in inside.trouble if not t.startswith("422")]
        inside.trouble[:] = [t for t in inside.trouble if "Response Status Error Code" not in t]
        faults = inside.faults()
        marked = page.locator("main :is([aria-invalid=true], fieldset)[aria-describedby]")
        if not marked.count():
            faults.append("no field is marked as wrong")
        if faults:
            found[name] = faults

    assert found == {}


POST = """([address, data]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = address;
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    for (const [name, value] of Object.entries({...data, csrfmiddlewaretoken: token})) {
        const field = document.createElement("textarea");
        [field.name, field.value] = [name, value];
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""


def answers_to_forms(alice):
    """Pages that only an unlucky form leads to: (what it is, status, address, data)."""
    rows = everything_of(alice, "Marrable")
    day, meeting = rows.day, rows.meeting
    remember = f"{rows.attendance.pk}-remember"
    note = {"base": 0, "op": uuid7(), "text": "I wrote this on the train."}
    for kind, fields in {"at the same time": {}, "after the last date": {"days": 3}}.items():
        rows.trashed[kind] = MeetingFactory(day=day, title=kind, overlap_allowed=True, **fields)
        rows.trashed[kind].overlap_allowed = False
        rows.trashed[kind].trash(timezone.now())
    CompanyFactory(owner=alice, name=rows.trashed["company"].name)
    restore = {kind: ["meeting", row.pk] for kind, row in rows.trashed.items()}
    restore["company"][0] = "company"
    Meeting.objects.filter(pk=rows.trashed["at the same time"].pk).update(overlap_allowed=False)
    return [
        ("note conflict", 409, reverse("note-detail", args=[rows.note.pk]), note),
        (
            "note too long",
            422,
            reverse("note-detail", args=[rows.note.pk]),
            {"text": "x" * 200_001},
        ),
        (
            "line too long",
            422,
            reverse("attendance", args=[rows.attendance.pk]),
            {remember: "x" * 400},
        ),
        (
            "no rating",
            422,
            reverse("meeting-impression", args=[meeting.pk]),
            {"dimension": rows.dimension.pk},
        ),
        (
            "overall",
            422,
            reverse("visit-overall", args=[day.pk]),
            {"overall_impression": "perhaps"},
        ),
        ("still in use", 422, reverse("dimension-remove", args=[rows.dimension.pk]), {}),
        *(
            (f"restore {kind}", 422, reverse("trash-restore", args=restore[kind]), {})
            for kind in ("company", "at the same time", "after the last date")
        ),
    ]


@pytest.mark.soak
def test_answers_to_unlucky_forms_are_sound(inside, alice):
    found = {}
    for name, status, address, data in answers_to_forms(alice):
        inside.open("/account/")
        with inside.page.expect_navigation() as navigation:
            inside.page.evaluate(POST, [address, {k: str(v) for k, v in data.items()}])
        faults = inside.faults(themes=["light"])
        if navigation.value.status != status:
            faults.append(f"answers {navigation.value.status}")
        if faults:
            found[name] = faults

    assert found == {}
