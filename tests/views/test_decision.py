"""The wait, the calls, the outcome, the offer and the decision."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from interviews.models import Application, Call, Inquiry, uuid7
from tests.factories import (
    CallFactory,
    DayFactory,
    InquiryFactory,
    MeetingFactory,
    PlannedQuestionFactory,
    QuestionFactory,
    a_day,
    utc,
)

MORNING = utc(2026, 12, 8, 9)


@pytest.fixture(autouse=True)
def two_weeks_later():
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    return a_day(alice, "Marrable", "Controls engineer")  # on 24 November


def send(client, day, part, **data):
    return client.post(reverse("visit-decision", args=[day.pk]), {"part": part, **data})


def page(client, day):
    return client.get(reverse("visit-decision", args=[day.pk])).content.decode()


def fresh(day):
    return Application.objects.get(pk=day.application_id)


def test_parts_are_kept_without_touching_the_others(client, day):
    assert (
        send(client, day, "wait", promised_on="2026-12-01", promised_by="Ms Tulloch").status_code
        == 302
    )
    assert send(client, day, "outcome", outcome="offer", heard_on="2026-12-07").status_code == 302
    send(
        client,
        day,
        "offer",
        pay="40,000",
        benefits="pension",
        starts_on="2027-03-01",
        answer_by="2026-12-15",
    )
    send(client, day, "decision", decision="declined", decline_reason="pay", reason="Too little.")
    send(client, day, "lesson", lesson="Ask earlier.")

    application = fresh(day)
    assert (application.promised_on, application.promised_by) == (date(2026, 12, 1), "Ms Tulloch")
    assert (application.outcome, application.heard_on) == ("offer", date(2026, 12, 7))
    assert (application.pay, application.benefits) == ("40,000", "pension")
    assert (application.starts_on, application.answer_by) == (date(2027, 3, 1), date(2026, 12, 15))
    assert (application.decision, application.decline_reason) == ("declined", "pay")
    assert (application.reason, application.lesson) == ("Too little.", "Ask earlier.")
    assert "declined: the pay" in page(client, day)


def test_reason_for_declining_goes_with_declining_only(client, day):
    send(client, day, "outcome", outcome="offer")
    send(client, day, "decision", decision="accepted", decline_reason="pay")

    assert (fresh(day).decision, fresh(day).decline_reason) == ("accepted", "")


def test_outcome_that_contradicts_a_decision_is_a_message(client, day):
    send(client, day, "outcome", outcome="offer")
    send(client, day, "decision", decision="accepted")

    response = send(client, day, "outcome", outcome="rejected")

    assert response.status_code == 422
    assert "take that decision back first" in response.content.decode()
    assert fresh(day).outcome == "offer"


def test_decision_without_an_offer_is_a_message(client, day):
    response = send(client, day, "decision", decision="accepted")

    assert response.status_code == 422
    assert "There is no offer to decide about yet." in response.content.decode()


@pytest.mark.parametrize(("part", "field"), [("wait", "promised_on"), ("outcome", "heard_on")])
def test_date_off_the_years_is_a_message(client, day, part, field):
    response = send(client, day, part, outcome="waiting", **{field: "1999-12-31"})

    assert response.status_code == 422
    assert "must lie in the years 2000 to 2100" in response.content.decode()


def test_unknown_part_is_nothing(client, day):
    assert send(client, day, "everything").status_code == 404


def test_page_says_how_long_one_waits_and_when_to_inquire(client, day):
    assert "It is time to inquire" in page(client, day)  # a week after the visit, with no promise

    send(client, day, "wait", promised_on="2026-12-04")
    html = page(client, day)
    assert "<b>14</b> days since Tue 24 Nov" in html
    assert "Time to inquire: Fri 11 Dec, in 3 days." in html


def test_wait_counts_from_the_last_visit_and_begins_after_the_one_ahead(client, day):
    second = DayFactory(application=day.application, date=date(2026, 12, 4))
    assert "<b>4</b> days since Fri 4 Dec" in page(client, day)

    second.date = date(2026, 12, 10)
    second.save()
    for visit in (day, second):
        html = page(client, visit)
        assert "Another visit is still ahead: the wait begins after it." in html
        assert "nquire:" not in html
    day.status = "cancelled"
    day.save()
    assert "The wait begins after the visit." in page(client, second)


def test_inquiry_is_logged_with_what_came_back(client, day):
    address = reverse("inquiry-create", args=[day.pk])
    client.post(address, {"asked_on": "2026-12-08", "whom": "Ms Tulloch"})
    inquiry = Inquiry.objects.get()
    assert "Nothing came back yet." in page(client, day)

    data = {"asked_on": "2026-12-08", "whom": "Ms Tulloch", "answer": "On Thursday."}
    client.post(inquiry.get_absolute_url(), data)

    assert "On Thursday." in page(client, day)
    assert client.post(address, {"asked_on": "soon"}).status_code == 422


def called(client, day, **data):
    fields = {"application": day.application_id, "key": uuid7(), "caller": "Ms Tulloch", **data}
    return client.post(reverse("call-create"), fields)


def test_call_with_an_offer_fills_the_offer_in(client, day):
    called(client, day, said="They want me.", result="offer", pay="40,000", answer_by="2026-12-15")

    application = fresh(day)
    assert (application.outcome, application.heard_on) == ("offer", date(2026, 12, 8))
    assert (application.pay, application.answer_by) == ("40,000", date(2026, 12, 15))
    assert "They want me." in page(client, day)


def test_later_call_does_not_replace_what_is_known(client, day):
    called(client, day, result="offer", pay="40,000", answer_by="2026-12-15")
    called(client, day, result="offer", pay="42,000", answer_by="2026-12-20")

    assert (fresh(day).pay, fresh(day).answer_by) == ("40,000", date(2026, 12, 15))
    assert Call.objects.count() == 2


@pytest.mark.parametrize(
    ("taken", "kept"),
    [
        ("2026-12-07T16:20:00.123Z", utc(2026, 12, 7, 16, 20)),
        ("2026-12-09T16:20:00.123Z", MORNING),  # a clock that is a day ahead
        ("1999-12-07T16:20:00Z", MORNING),
        ("2026-12-07T16:20:00", MORNING),
        ("soon", MORNING),
    ],
)
def test_call_taken_down_earlier_keeps_its_time(client, day, taken, kept):
    called(client, day, taken_at=taken)

    assert Call.objects.get().at.replace(microsecond=0) == kept


def test_call_sent_twice_is_one_call(client, day):
    key = uuid7()
    first, second = (called(client, day, key=key, said="once") for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 302)
    assert [call.said for call in Call.objects.all()] == ["once"]


def test_call_that_contradicts_a_decision_is_a_message(client, day):
    called(client, day, result="offer")
    send(client, day, "decision", decision="accepted")

    assert called(client, day, result="rejected").status_code == 422
    assert (fresh(day).outcome, Call.objects.count()) == ("offer", 1)


def test_call_without_an_application_leads_to_the_first_visit(alice, client_of):
    page = client_of(alice).get(reverse("call-create")).text

    assert "No application yet" in page
    assert "data-call" not in page


def test_call_under_another_users_id_is_not_theirs_to_see(client, day, mallory):
    theirs = CallFactory(application=a_day(mallory, "Other").application, said="theirs alone")

    response = called(client, day, key=theirs.pk, said="mine")

    assert response.status_code == 422
    assert "theirs alone" not in response.content.decode()


def test_call_about_another_users_application_is_refused(client, day, mallory):
    theirs = a_day(mallory, "Other")

    response = called(client, day, application=theirs.application_id)

    assert (response.status_code, Call.objects.count()) == (422, 0)


@pytest.mark.parametrize("kind", ["call", "inquiry"])
def test_answer_is_removed_after_a_question_and_comes_back(client, day, kind):
    make = CallFactory if kind == "call" else InquiryFactory
    row = make(application=day.application)
    address = reverse("answer-remove", args=[kind, row.pk])
    assert f"Remove this {kind}?" in client.get(address).content.decode()

    client.post(address)
    assert type(row).objects.count() == 0
    client.post(reverse("removed-restore"))

    assert type(row).objects.get().pk == row.pk
    assert client.post(reverse("removed-restore")).status_code == 302
    assert type(row).objects.count() == 1


def test_home_counts_an_offer_down_until_one_has_decided(client, day):
    called(client, day, result="offer", answer_by="2026-12-15")
    assert "Offers to answer" in client.get("/").content.decode()

    send(client, day, "decision", decision="declined", decline_reason="job_fit")

    assert "Offers to answer" not in client.get("/").content.decode()


def test_silence_withdrawal_and_back(client, day):
    for outcome in ("no_reply", "withdrawn", "waiting"):
        assert send(client, day, "outcome", outcome=outcome).status_code == 302
        assert fresh(day).outcome == outcome

    assert "<b>14</b> days" in page(client, day)


def test_offer_names_the_questions_on_its_terms_that_are_open(client, alice, day):
    first = MeetingFactory(day=day, at="09:00", to="09:30")
    second = MeetingFactory(day=day, at="10:00", to="10:30")
    again = MeetingFactory(day=DayFactory(application=day.application, date=date(2026, 12, 1)))
    elsewhere = MeetingFactory(day=a_day(alice, "Harrow"))
    ask = {
        (topic, text): QuestionFactory(owner=alice, topic=topic, text=text)
        for topic, text in (
            ("salary", "How is pay reviewed?"),
            ("benefits", "What of a pension?"),
            ("guidelines", "How much holiday?"),
            ("culture", "Who eats with whom?"),
        )
    }
    pay, pension, holiday, lunch = ask.values()
    for meeting, question, answer in (
        (first, pay, ""), (second, pay, ""), (first, pension, ""), (again, pension, "Ten."),
        (elsewhere, holiday, ""), (first, lunch, ""),
    ):  # fmt: skip
        PlannedQuestionFactory(meeting=meeting, question=question, answer=answer)

    assert "How is pay reviewed?" not in page(client, day)
    send(client, day, "outcome", outcome="offer")
    answer = client.get(reverse("visit-decision", args=[day.pk]))
    assert [row.question for row in answer.context["still_to_ask"]] == [pay]
    assert "Questions on employment guidelines, pay and benefits still open" in answer.text
    first.trash(first.ends_at)
    second.trash(second.ends_at)
    assert "How is pay reviewed?" not in page(client, day)
