"""A day of bad luck in a real browser: no network, tabs that die, sessions that end, a second user.

Every few letters are a word of their own. At the end of each run every word is with the server,
once, under the user who typed it, and nothing is left on the phone.
"""

import os
import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error

from interviews.models import Note, NoteRevision, uuid7
from tests.factories import a_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Some 25 cycles a run at the most: where two versions are both kept the note doubles, and after a
# hundred it is rightly too long to be saved.
CYCLES, RUNS = (500, 20) if os.environ.get("SOAK") else (60, 4)
SCRIPTS = Path(__file__).parents[2] / "static" / "js"
LEFT = (
    "(user) => Object.keys(localStorage).filter((key) => key.startsWith(`outbox/${user}/`)).length"
)


class Phone:
    """One browser: who is logged in, the page they look at, and every word that was typed."""

    def __init__(self, context, url, client_of, users):
        self.context, self.url, self.client_of = context, url, client_of
        self.meetings = {user: a_meeting(user) for user in users}
        self.words = {user: [] for user in users}
        self.alice, self.mallory = users
        context.set_default_timeout(20_000)
        self.sign_in(self.alice)
        self.page = self.open()

    def sign_in(self, user):
        self.user = user
        self.context.clear_cookies(name="sessionid")
        cookie = {"name": "sessionid", "value": self.client_of(user).cookies["sessionid"].value}
        self.context.add_cookies([cookie | {"url": self.url}])

    def open(self, address=None):
        page = self.context.new_page()
        page.goto(self.url + (address or self.meetings[self.user].get_absolute_url()))
        return page

    def kill(self):
        self.page.close(run_before_unload=False)

    def type(self, page=None, user=None):
        user, page = user or self.user, page or self.page
        word = f"{user.name.lower()}{len(self.words[user])}."
        self.words[user].append(word)
        page.locator("textarea.note").press("Control+End")
        page.keyboard.type(f"{word}\n")

    def said(self, kind):
        self.page.locator(f"form[data-is={kind}]").wait_for()

    def settle(self, *others):
        """Until the server has everything; of two versions both are kept."""
        pages, end = (self.page, *others), time.monotonic() + 30
        while self.page.evaluate(LEFT, self.user.pk):
            assert time.monotonic() < end, "not settled in 30 seconds"
            for page in pages:
                asked = page.get_by_role("button", name="Keep both")
                if asked.is_visible():
                    asked.click()
                page.evaluate("dispatchEvent(new Event('online'))")
                page.wait_for_timeout(50)

    def on_next_save(self, act):
        """Do that with the next request that saves a note."""
        begun, done = [], []

        def handle(route):
            if begun:
                route.fallback()
            else:
                begun.append(route)
                act(route)
                done.append(route)

        def end():
            while not done:
                self.page.wait_for_timeout(20)
            self.context.unroute("**/notes/*/", handle)

        self.context.route("**/notes/*/", handle)
        return end

    # What goes wrong

    def nothing(self):
        self.type()

    def no_network(self):
        self.context.set_offline(True)
        self.type()
        self.said("offline")
        self.type()
        self.context.set_offline(False)

    def killed_without_network(self):
        self.context.set_offline(True)
        self.type()
        self.kill()
        self.context.set_offline(False)
        self.page = self.open()

    def killed_at_once(self):
        self.type()
        self.kill()
        self.page = self.open()

    def answer_lost(self):
        def lose(route):
            route.fetch()
            route.abort()

        end = self.on_next_save(lose)
        self.type()
        end()
        self.type()

    def killed_before_the_answer(self):
        end = self.on_next_save(lambda _: None)
        with self.page.expect_request("**/notes/*/"):
            self.type()
        self.kill()  # the browser lets the request go then
        self.page = self.open()
        end()

    def slow_answer(self):
        held = []
        end = self.on_next_save(held.append)
        with self.page.expect_request("**/notes/*/"):
            self.type()
        self.type()
        held[0].continue_()
        end()

    def busy(self):
        headers = {"Retry-After": "1", "Content-Type": "application/json"}
        status = random.choice([429, 500, 503])
        end = self.on_next_save(
            lambda route: route.fulfill(
                status=status, headers=headers, body='{"error":"unavailable"}'
            )
        )
        self.type()
        end()

    def stale_token(self):
        self.context.clear_cookies(name="csrftoken")
        self.type()

    def session_over(self):
        Session.objects.all().delete()
        self.type()
        self.said("signed_out")
        self.type()
        self.sign_in(self.user)
        self.open("/account/").close()

    def killed_signed_out(self):
        Session.objects.all().delete()
        self.type()
        self.said("signed_out")
        self.kill()
        self.sign_in(self.user)
        self.page = self.open()

    def second_user_on_the_device(self):
        self.context.set_offline(True)
        self.type()
        self.kill()
        self.context.set_offline(False)
        self.sign_in(self.mallory)
        self.page = self.open()
        self.type()
        self.settle()
        assert self.alice.name.lower() not in self.page.content()
        self.kill()
        self.sign_in(self.alice)
        self.page = self.open()

    def second_user_in_another_tab(self):
        self.sign_in(self.mallory)
        other = self.open()
        self.type(user=self.alice)
        self.said("other_user")
        self.type(other)
        self.page, mine = other, self.page
        self.settle()
        self.page = mine
        other.close()
        self.sign_in(self.alice)
        self.open("/account/").close()

    def two_tabs(self):
        other = self.open()
        self.type(other)
        self.type()
        self.settle(other)
        other.close()

    def another_device(self):
        note = Note.objects.filter(owner=self.user).first()
        word = f"{self.user.name.lower()}{len(self.words[self.user])}."
        if note:
            self.words[self.user].append(word)
            note.write(f"{word}\n{note.text}", base=note.version, op=uuid7())
        self.type()

    FAULTS = (
        nothing, no_network, killed_without_network, killed_at_once, answer_lost,
        killed_before_the_answer, slow_answer, busy, stale_token, session_over,
        killed_signed_out,
        second_user_on_the_device, second_user_in_another_tab, two_tabs, another_device,
    )  # fmt: skip

    def suffer(self, faults):
        for fault in faults:
            fault(self)
            self.settle()
        self.check()

    def check(self):
        """Every word of each user is in their note, nobody else's is, and nothing came twice."""
        for user, words in self.words.items():
            rows = NoteRevision.objects.filter(owner=user)
            versions = list(rows.exclude(version=None).order_by("version"))
            kept = "".join(f"{row.text}\n{row.sent or ''}\n" for row in rows)
            now = Note.objects.filter(owner=user).first()
            assert [word for word in words if word not in kept] == []
            assert [word for word in words if word not in now.text] == []
            for other in self.words.keys() - {user}:
                assert other.name.lower() not in kept
            repeats = [b.version for a, b in pairwise(versions) if a.text == b.text]
            assert repeats == []
        shown = self.page.locator("textarea.note").input_value()
        assert shown == Note.objects.get(owner=self.user).text


@pytest.fixture
def phone(context, live_server, client_of, alice, mallory):
    return Phone(context, live_server.url, client_of, (alice, mallory))


def test_day_of_bad_luck_loses_nothing(phone):
    phone.suffer(
        [
            Phone.answer_lost,
            Phone.killed_before_the_answer,
            Phone.session_over,
            Phone.second_user_on_the_device,
        ]
    )


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(RUNS))
def test_weeks_of_bad_luck_lose_nothing(phone, seed):
    luck = random.Random(seed)
    faults = []
    while len(faults) < CYCLES / RUNS:
        faults += luck.sample(Phone.FAULTS, len(Phone.FAULTS))
    phone.suffer(faults)


@pytest.mark.soak
@pytest.mark.parametrize(
    ("script", "sound", "broken", "fault"),
    [
        (
            "sender.js",
            "let answer = await ask(request);",
            "drop(entry); let answer = await ask(request);",
            Phone.killed_signed_out,
        ),
        (
            "note-entry.js",
            '"Idempotency-Key": entry.sent.op',
            '"Idempotency-Key": uuid()',
            Phone.answer_lost,
        ),
    ],
    ids=["clears the entry before the answer", "drops the op"],
)
def test_broken_script_is_noticed(phone, script, sound, broken, fault):
    source = (SCRIPTS / script).read_text()
    assert source.count(sound) == 1
    body = source.replace(sound, broken)
    phone.context.route(
        f"**/js/{script}", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )
    phone.kill()
    phone.page = phone.open()
    phone.type()
    phone.settle()
    with pytest.raises((AssertionError, Error)):
        phone.suffer([fault])
