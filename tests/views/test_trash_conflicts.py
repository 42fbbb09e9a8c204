"""What comes back from the trash onto a place that is taken, or is gone."""

from datetime import date

import pytest

from interviews.models import Company, InterviewDay, Meeting
from tests.factories import (
    CompanyFactory,
    MeetingFactory,
    a_day,
    a_meeting,
)
from tests.views.test_trash import delete, listed, of_each_kind, restore_url, said

# A company whose name is taken


@pytest.fixture
def taken(alice):
    """A company in the trash with all that hangs on it, and a live one that has its name."""
    rows = of_each_kind(alice)
    Company.objects.filter(pk=rows["company"].pk).update(about="Pumps", website="https://m.example")
    delete(rows["company"])
    rows["other"] = CompanyFactory(owner=alice, name="MARRABLE", about="Pipes")
    return rows


@pytest.mark.parametrize("kind", ["company", "visit", "meeting", "person"])
def test_a_name_taken_meanwhile_is_asked_about(client_of, alice, taken, kind):
    response = client_of(alice).post(restore_url(kind, taken[kind]))
    page = response.content.decode()
    assert response.status_code == 422
    assert "You have another company of the name" in page
    assert 'name="join"' in page
    assert Company.objects.visible_to(alice).get() == taken["other"]


def test_it_can_come_back_under_another_name(client_of, alice, taken):
    response = client_of(alice).post(
        restore_url("company", taken["company"]), {"name": " Marrable   (old) "}
    )
    taken["company"].refresh_from_db()
    assert response["Location"] == taken["company"].get_absolute_url()
    assert (taken["company"].name, taken["company"].deleted_at) == ("Marrable (old)", None)
    assert Meeting.objects.visible_to(alice).get() == taken["meeting"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("marrablE", "You have “marrablE” already, too."),
        ("", "Type another name."),
        ("x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
    ],
)
def test_another_name_that_will_not_do_is_a_message(client_of, alice, taken, name, message):
    response = client_of(alice).post(restore_url("company", taken["company"]), {"name": name})
    assert response.status_code == 422
    assert response.context["form"].errors == {"name": [message]}
    assert message in response.content.decode()
    assert 'name="name"' in response.content.decode()


def test_it_can_move_into_the_company_that_has_the_name(client_of, alice, taken):
    response = client_of(alice).post(restore_url("company", taken["company"]), {"join": "on"})
    other = Company.objects.get()
    assert response["Location"] == other.get_absolute_url()
    assert said(response) == ["MARRABLE has what belonged to Marrable now."]
    assert (other, other.website) == (taken["other"], "https://m.example")
    assert other.about == "Pipes\n\nPumps"
    for row in (taken["application"], taken["person"]):
        row.refresh_from_db()
        assert (row.company, row.deleted_at) == (other, None)
    assert Meeting.objects.visible_to(alice).get() == taken["meeting"]


def test_a_meeting_comes_back_into_the_company_that_has_the_name(client_of, alice, taken):
    response = client_of(alice).post(restore_url("meeting", taken["meeting"]), {"join": "on"})
    assert response["Location"] == taken["meeting"].get_absolute_url()
    assert InterviewDay.objects.visible_to(alice).get().application.company == taken["other"]


# A meeting whose time is taken, or whose date


@pytest.fixture
def clash(alice):
    """A meeting in the trash from nine to half past, and a live one at a quarter past."""
    meeting = a_meeting(alice, title="Panel")
    delete(meeting)
    a_meeting(alice, day=meeting.day, title="Tour <i>", at="09:15", to="10:00")
    return meeting


def test_a_meeting_whose_time_is_taken_is_asked_about(client_of, alice, clash):
    response = client_of(alice).post(restore_url("meeting", clash))
    page = response.content.decode()
    assert response.status_code == 422
    assert "Tour &lt;i&gt;</a>” is from 09:15 to 10:00" in page
    assert listed(client_of(alice)) == [("meeting", clash)]


@pytest.mark.parametrize(
    ("how", "expected"), [("same_time", (True, "planned")), ("cancelled", (False, "cancelled"))]
)
def test_it_comes_back_as_chosen(client_of, alice, clash, how, expected):
    response = client_of(alice).post(restore_url("meeting", clash), {"how": how})
    clash.refresh_from_db()
    assert response["Location"] == clash.get_absolute_url()
    assert (clash.overlap_allowed, clash.status) == expected
    assert clash.deleted_at is None


def test_a_choice_without_a_conflict_changes_nothing(client_of, alice, clash):
    Meeting.objects.exclude(pk=clash.pk).delete()
    client_of(alice).post(restore_url("meeting", clash), {"how": "cancelled"})
    clash.refresh_from_db()
    assert (clash.status, clash.deleted_at) == ("planned", None)


def test_a_visit_in_the_trash_stays_there_until_the_question_is_answered(client_of, alice, clash):
    client = client_of(alice)
    delete(clash.day)
    assert client.post(restore_url("meeting", clash)).status_code == 422
    assert InterviewDay.objects.visible_to(alice).count() == 0
    client.post(restore_url("meeting", clash), {"how": "same_time"})
    assert Meeting.objects.visible_to(alice).count() == 2


def test_a_choice_that_there_is_not_is_a_message(client_of, alice, clash):
    for data in ({"how": "twice"}, {"on": "tomorrow"}):
        response = client_of(alice).post(restore_url("meeting", clash), data)
        assert response.status_code == 422
        assert list(response.context["form"].errors) == list(data)


@pytest.fixture
def off(alice):
    """A meeting in the trash on the second of two dates of a visit that has only the first now."""
    day = a_day(alice, last_date=date(2026, 11, 25))
    meeting = a_meeting(alice, day=day, days=1, title="Panel")
    delete(meeting)
    InterviewDay.objects.filter(pk=day.pk).update(last_date=None)
    return meeting


def test_a_meeting_off_the_dates_is_asked_about(client_of, alice, off):
    response = client_of(alice).post(restore_url("meeting", off))
    page = response.content.decode()
    assert response.status_code == 422
    assert "was on Wed 25 Nov, and its visit has other dates now" in page
    assert (
        '<button class="button" type="submit" name="on" value="2026-11-24">Tue 24 Nov</button>'
        in page
    )


def test_it_comes_back_on_the_date_that_was_chosen(client_of, alice, off):
    client = client_of(alice)
    assert client.post(restore_url("meeting", off), {"on": "2026-11-25"}).status_code == 422
    client.post(restore_url("meeting", off), {"on": "2026-11-24"})
    off.refresh_from_db()
    assert (off.deleted_at, f"{off.local_start:%d %H:%M}", f"{off.local_end:%d %H:%M}") == (
        None, "24 09:00", "24 09:30",
    )  # fmt: skip


def test_a_date_on_which_its_time_is_taken_is_asked_about_in_turn(client_of, alice, off):
    a_meeting(alice, day=off.day, title="Tour")
    client = client_of(alice)
    page = client.post(restore_url("meeting", off), {"on": "2026-11-24"}).content.decode()
    assert '<input type="hidden" name="on" value="2026-11-24">' in page
    client.post(restore_url("meeting", off), {"on": "2026-11-24", "how": "same_time"})
    off.refresh_from_db()
    assert (off.deleted_at, off.overlap_allowed, f"{off.local_start:%d %H:%M}") == (
        None, True, "24 09:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("back_to", "at", "says"),
    [
        (date(2026, 3, 29), "01:30", "leave out 01:30: it is at 02:30."),
        (date(2026, 10, 25), "01:30", "01:30 comes twice on that date, and it is at the first."),
        (date(2026, 3, 30), "01:30", "is back."),
    ],
)
def test_clock_time_that_the_other_date_has_not_is_told(client_of, alice, back_to, at, says):
    day = a_day(alice, date=date(2026, 6, 2))
    meeting = MeetingFactory(day=day, at=at, to="02:00", title="Night shift")
    delete(meeting)
    InterviewDay.objects.filter(pk=day.pk).update(date=back_to)

    answer = client_of(alice).post(
        restore_url("meeting", meeting), {"on": back_to.isoformat()}, follow=True
    )
    (said,) = [str(message) for message in answer.context["messages"]]
    assert said.endswith(says)
