"""Forms that go through the outbox, and the arithmetic of texts that meet."""

import time

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from interviews.models import AskedQuestion, Capture, Impression, Note, PlannedQuestion
from tests.browser.test_capture import eventually
from tests.browser.test_offline import a_day_of, ready
from tests.factories import AttendanceFactory, PlannedQuestionFactory, a_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LEFT = "Object.keys(localStorage).filter((key) => key.startsWith('outbox/')).length"
# Two edits of one text, each with a word of its own; what comes of them has both, and the rest.
REBASE = """async () => {
    const { rebase, change } = await import("/static/js/note-text.js");
    let seed = 7;
    const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const letters = (n) => Array.from({ length: n }, () => "ab \\n🙂"[random(4)]).join("");
    const edit = (text, word) => {
        const at = random(text.length + 1), end = Math.min(text.length, at + random(3));
        return text.slice(0, at) + word + text.slice(end);
    };
    const wrong = [];
    let merged = 0;
    for (let n = 0; n < 3000; n += 1) {
        const sent = letters(random(12)), typed = edit(sent, "MINE"), made = edit(sent, "THEIRS");
        const { from, end, text } = change(sent, typed);
        const next = rebase(sent, typed, made);
        if (sent.slice(0, from) + text + sent.slice(end) !== typed) wrong.push([sent, typed]);
        const alone = rebase(sent, sent, made) === made && rebase(sent, typed, sent) === typed;
        if (!alone) wrong.push([sent, typed, made]);
        if (next === null) continue;
        merged += 1;
        const whole = next.length === typed.length + made.length - sent.length;
        const both = next.includes("MINE") && next.includes("THEIRS");
        if (!whole || !both) wrong.push([sent, typed, made]);
    }
    return [wrong, merged > 1000];
}"""


def test_what_was_typed_and_what_was_merged_both_stay(inside):
    inside.open("/account/")
    assert inside.page.evaluate(REBASE) == [[], True]


def test_captures_made_offline_are_sent_in_order_and_once(inside, alice):
    meeting = a_meeting(alice)
    attendance = AttendanceFactory(meeting=meeting, person__name="Nadia")
    page = inside.page
    inside.open(meeting.get_absolute_url())
    page.context.set_offline(True)
    for rating in ("+1", "+2"):
        mood = page.locator("details.quick", has_text="Mood and enthusiasm")
        if mood.get_attribute("open") is None:
            mood.locator("summary").click()
        mood.get_by_role("button", name=rating).click()
    line = page.get_by_label("Remember").first
    line.fill("the night shift")
    page.get_by_role("button", name="Keep for Nadia").click()
    expect(page.locator("[data-outbox] [data-n]")).to_have_text("3")
    page.close()

    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(inside.url + "/account/")  # any page sends them
    end = time.monotonic() + 20
    while again.evaluate(LEFT):
        assert time.monotonic() < end
        again.wait_for_timeout(50)
    attendance.refresh_from_db()
    assert attendance.remember == "the night shift"
    assert Impression.objects.get().rating == 2
    assert [capture.replays for capture in Capture.objects.all()] == [0, 0, 0]


@pytest.fixture
def questions(alice):
    """A meeting that runs, with two questions planned for it, on a phone's day."""
    meeting = a_day_of(alice).meetings.get(title="Thesis")
    texts = ("Who left?", "Why now?")
    return [PlannedQuestionFactory(meeting=meeting, question__text=text) for text in texts]


def ask(page, text, answer):
    page.get_by_label("What did they ask?").fill(text)
    page.get_by_label("What did I answer?").fill(answer)
    page.locator("form[data-asked]").get_by_role("button", name="Keep").click()


def test_ticks_and_answers_made_offline_wait_in_sight_and_are_sent_once(
    phone, client_of, alice, questions
):
    page, network = phone.page, phone.network
    phone.log_in(client_of(alice))
    ready(phone, questions[0].meeting.day)
    network.cut()
    phone.open("/now/")
    tick, answer = (page.locator("#questions details", has_text=q.question.text) for q in questions)
    tick.locator("summary").click()
    tick.get_by_role("button", name="Asked").click()
    answer.locator("summary").click()
    answer.get_by_label("What did they say?").fill("Two, in spring.")
    answer.get_by_role("button", name="Asked").click()
    ask(page, "Why us?", "The line at night.")
    ask(page, "When?", "In May.")

    row = page.locator("[data-asked-list] > li", has_text="Why us?")
    for _ in ("as captured", "as a page that was opened anew shows it"):
        expect(tick.locator("summary .pill")).to_have_text("asked")
        expect(answer.locator("summary .pill")).to_have_text("answered")
        expect(answer.get_by_label("What did they say?")).to_have_value("Two, in spring.")
        expect(row).to_contain_text("The line at night.")
        expect(row.get_by_role("status")).to_have_text("Kept on this device, not sent yet")
        expect(page.locator("[data-asked-list] > li")).to_have_count(2)
        page.reload()
    assert Capture.objects.count() == 0

    network.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(row.get_by_role("status")).to_have_text("Saved")
    assert eventually(page, lambda: page.evaluate(LEFT) == 0)
    page.reload()
    expect(page.locator("[data-asked-list] > li h3")).to_have_text(["Why us?", "When?"])
    assert [capture.replays for capture in Capture.objects.all()] == [0, 0, 0, 0]
    asked = AskedQuestion.objects.order_by("created_at")
    assert [row.text for row in asked] == ["Why us?", "When?"]
    planned = PlannedQuestion.objects.order_by("question__text")
    assert [(q.state, q.answer) for q in planned] == [
        ("asked", ""),
        ("answered", "Two, in spring."),
    ]


def test_row_whose_answer_was_lost_is_not_shown_twice(inside, alice):
    meeting, page = a_meeting(alice), inside.page
    inside.open(meeting.get_absolute_url())
    address = f"**{reverse('meeting-asked', args=[meeting.pk])}"
    page.route(address, lambda route: (route.fetch(), route.abort()))
    ask(page, "Why us?", "The line at night.")
    row = page.locator("[data-asked-list] > li")
    expect(row.get_by_role("status")).to_have_text("Kept on this device, not sent yet")
    page.unroute(address)
    page.route(address, lambda route: route.abort())
    page.reload()
    expect(page.locator("[data-outbox] [data-n]")).to_have_text("1")
    expect(row).to_have_count(1)

    page.unroute(address)
    page.evaluate("dispatchEvent(new Event('online'))")
    assert eventually(page, lambda: page.evaluate(LEFT) == 0)
    assert AskedQuestion.objects.count() == 1
    assert Capture.objects.get().replays == 1


def test_what_waits_is_counted_in_every_tab(inside, alice):
    page = inside.page
    inside.open(a_meeting(alice).get_absolute_url())
    other = page.context.new_page()
    other.goto(inside.url + "/account/")
    page.context.set_offline(True)
    page.get_by_role("textbox", name="Note", exact=True).fill("No reception here.")
    for tab in (page, other):
        expect(tab.locator("[data-outbox] [data-n]")).to_have_text("1")
    ask(page, "Why us?", "The line at night.")
    for tab in (page, other):
        expect(tab.locator("[data-outbox] [data-n]")).to_have_text("2")

    page.context.set_offline(False)
    for tab in (page, other):
        expect(tab.locator("[data-outbox]")).to_be_hidden()
    assert eventually(page, lambda: AskedQuestion.objects.count() == 1)
    assert Note.objects.get().text == "No reception here."
