"""Forms that go through the outbox, and the arithmetic of texts that meet."""

import time

import pytest
from playwright.sync_api import expect

from interviews.models import Capture, Impression
from tests.factories import AttendanceFactory, a_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LEFT = "Object.keys(localStorage).filter((key) => key.startsWith('outbox/')).length"
# Two edits of one text, each with a word of its own; what comes of them has both, and the rest.
REBASE = """async () => {
    const { rebase, change } = await import("/static/js/note-entry.js");
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
