"""A visit from its invitation to the evening after it, and what each page then says of it."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from interviews.models import InterviewDay
from tests.factories import utc

pytestmark = [
    pytest.mark.browser,
    pytest.mark.soak,
    pytest.mark.django_db(transaction=True),
]
AGENDAS = Path(__file__).parents[1] / "agendas"
LEAVING = "Why do you want to leave where you are?"
LEAVING_AGAIN = "So why do you want to leave where you are now?"
OF_EVERYONE = "How do you know that the numbers are right?"


@dataclass(frozen=True)
class Visit:
    """What differs between the two that are played."""

    agenda: str
    company: str
    position: str
    sum: str
    invited: datetime
    first: tuple[str, datetime, str]  # a meeting, when one is in it, and a person there
    last: tuple[str, datetime, str]
    evening: datetime
    everyone: int  # meetings still to come with somebody in them, meals and travel too
    talks: int  # meetings that are neither
    asking: int  # of those, the ones with somebody
    focus: dict[str, str]  # by meeting: what it was promised to be about
    pay: tuple[str, str]  # told in the first and in the last meeting
    consistency: str
    undiscussed: list[str]


UNSTRUCTURED = Visit(
    agenda="a08.txt",
    company="St. Brannoc's",
    position="Resident",
    sum="11 meetings and 6 new people",
    invited=utc(2025, 10, 30, 9, 0),
    first=("Interview 1", utc(2025, 11, 6, 9, 10), "Arjun Krishnamurthy"),
    last=("Wrap-up", utc(2025, 11, 6, 13, 5), 'Margaret "Peggy" Sandoval-Ruiz'),
    evening=utc(2025, 11, 6, 20, 0),
    everyone=7,
    talks=8,
    asking=6,
    focus={},
    pay=("60,000", "60,000"),
    consistency="the same to all",
    undiscussed=[],
)
STRUCTURED = Visit(
    agenda="a02.txt",
    company="Harrow Valley State University",
    position="Assistant professor",
    sum="13 meetings and 7 new people",
    invited=utc(2026, 1, 28, 9, 0),
    first=("Interview with Search Committee", utc(2026, 2, 5, 10, 40), "Henrik Tollefsen"),
    last=("Exit", utc(2026, 2, 5, 15, 40), "Ottoline Graves"),
    evening=utc(2026, 2, 5, 21, 0),
    everyone=9,
    talks=6,
    asking=5,
    focus={
        "Interview with Search Committee": "research plans",
        "Tour of labs and greenhouse": "equipment",
    },
    pay=("60,000", "70,000"),
    consistency="not everyone heard the same",
    undiscussed=["equipment"],
)


class Player:
    """Somebody who goes through the pages as a candidate does, link by link."""

    def __init__(self, inside, visit):
        self.inside, self.page, self.visit = inside, inside.page, visit

    def link(self, name):
        self.page.locator("main").get_by_role("link", name=name, exact=True).first.click()

    def tap(self, name):
        self.page.locator("main").get_by_role("button", name=name, exact=True).first.click()

    def stage(self, name):
        self.page.locator(".stages").get_by_role("link", name=name, exact=True).click()
        expect(self.page.locator(".stages [aria-current]")).to_have_text(name)

    def says(self, words):
        self.page.locator(".message").filter(has_text=words).first.wait_for()

    def fraction(self, what, count):
        """The page's line on that says so many."""
        row = self.page.locator("li").filter(has_text=what).filter(has=self.page.locator(".num"))
        expect(row.first.locator(".num")).to_have_text(count)

    def sent(self, act):
        """Do it, and wait until the server has what the page's outbox sends."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            act()
        assert sent.value.status < 400

    # Before

    def is_invited(self):
        page, visit = self.page, self.visit
        self.inside.open(reverse("visit-create"))
        page.fill("[data-agenda-text]", (AGENDAS / visit.agenda).read_text())
        self.tap("Read it")
        page.wait_for_url("**/visits/new/agenda/*/")
        page.fill("[name=company]", visit.company)
        page.fill("[name=position]", visit.position)
        self.tap("Keep it")
        self.says(visit.sum)
        return InterviewDay.objects.get()

    def says_how_it_is_structured(self, day):
        self.inside.open(reverse("visit-edit", args=[day.pk]))
        self.page.select_option("[name=structure]", "structured")
        self.tap("Save")
        for title, focus in self.visit.focus.items():
            meeting = day.meetings.get(title=title)
            self.inside.open(reverse("meeting-edit", args=[meeting.pk]))
            self.page.fill("[name=focus]", focus)
            self.tap("Save")
            self.page.locator(".where").get_by_text(f"focus: {focus}").first.wait_for()

    def prepares(self, day):
        page, last = self.page, day.meetings.get(title=self.visit.last[0])
        self.inside.open(day.get_absolute_url())
        self.stage("Prepare")
        self.fraction("Tasks done", "0 of 10")
        for done, task in ((1, "Confirm the invitation"), (2, "Ask what to wear")):
            page.locator(".tick").filter(has_text=task).click()
            self.fraction("Tasks done", f"{done} of 10")
        self.link("Pick from the job description")
        page.get_by_label("In my own words").fill("Patience")
        self.tap("Add")
        self.link("Patience")
        page.get_by_label("My example").fill("The night shift that I stayed for.")
        self.tap("Save")
        self.stage("Prepare")
        self.fraction("Qualities with an example", "1 of 1")
        self.link("Note a source")
        page.get_by_label("What is it?").fill("Their annual report")
        page.locator(f"input[name=meetings][value='{last.pk}']").check()
        page.get_by_label("As a question").fill(OF_EVERYONE)
        page.get_by_label("Read on").fill(f"{self.visit.invited:%Y-%m-%d}")
        self.tap("Keep it")
        self.stage("Prepare")
        self.fraction("Sources read", "1 of 1")
        self.fraction("Meetings with a question planned", f"1 of {self.visit.talks}")

    def plans(self):
        """What suits the first, what suits the last, and one question of everyone."""
        self.link("Plan my questions")
        suggested = []
        for title, _, _ in (self.visit.first, self.visit.last):
            slot = self.page.locator(".slot").filter(has=self.page.get_by_text(title, exact=True))
            offers = slot.locator("details")
            if offers.get_attribute("open") is None:
                offers.locator("summary").click()
            row = offers.locator("li").first
            suggested.append(row.locator("button .visually-hidden").inner_text().strip(": "))
            row.get_by_role("button").click()
            self.says(f"Planned for {title}.")
        self.page.locator("button[name=everyone]").filter(has_text=OF_EVERYONE).first.click()
        self.says(f"Planned for {self.visit.everyone} meetings still to come.")
        return suggested

    # On the day

    def is_in(self, meeting, *ask):
        """Now leads there; what one wanted to ask is at hand."""
        title, _, name = meeting
        self.inside.open(reverse("now"))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)
        for question in ask:
            expect(
                self.page.locator("#questions summary").filter(has_text=question)
            ).to_be_visible()
        return name

    def writes(self, words):
        self.page.get_by_role("textbox", name="Note").fill(words)
        expect(self.page.locator(".save [data-state]")).to_have_text(re.compile("^Saved"))

    def hears(self, question, answer):
        row = self.page.locator("#questions details").filter(has_text=question)
        row.locator("summary").click()
        row.get_by_label("What did they say?").fill(answer)
        self.sent(row.get_by_role("button", name="Asked", exact=True).click)
        expect(row.locator("[data-state]")).to_have_text("answered")

    def is_asked(self, question, answer, pay):
        form = self.page.locator("#asked form")
        asked = form.get_by_label("What did they ask?")
        if asked.input_value() != question:  # each key looks for like ones anew
            asked.fill(question)
        form.get_by_label("What did I answer?").fill(answer)
        form.get_by_text("+1 well").click()
        form.locator("summary").filter(has_text="Pay, notice or start").click()
        form.locator("[name=tag]").select_option("pay")
        form.locator("[name=told]").fill(pay)
        self.sent(form.get_by_role("button", name="Keep", exact=True).click)
        self.page.locator("[data-asked-list]").get_by_text(question).wait_for()

    def sees(self, dimension, words):
        row = self.page.locator("#impressions details").filter(has_text=dimension)
        row.locator("summary").click()
        row.get_by_label("What did you see or hear?").fill(words)
        self.sent(row.get_by_role("button", name="+1").click)
        expect(row.locator("summary .pill")).to_contain_text("+1")

    def remembers(self, name, line):
        row = self.page.locator("#people li").filter(has_text=name)
        row.get_by_label("To remember them by").fill(line)
        self.sent(row.get_by_role("button", name=f"Keep for {name}").click)


def evening(player, day, for_first, for_last):
    """What is written, what was missed, and who heard what."""
    page, visit = player.page, player.visit
    player.inside.open(day.get_absolute_url())
    player.fraction("Meetings with a note", f"2 of {visit.talks}")
    player.fraction("Impressions with an observation", "1 of 1")
    player.stage("Questions")
    sides = page.get_by_role("region", name="Answers side by side").locator(".answer")
    expect(sides).to_have_text(["Two people read them.", "Nobody reads them."])
    missed = page.get_by_role("region", name="Planned and not asked")
    expect(missed).to_contain_text(for_last)
    expect(missed).to_contain_text("Nobody is left on the day")
    expect(missed).not_to_contain_text(for_first)
    promised = page.get_by_role("region", name="Promised and not discussed")
    expect(promised.locator("li a")).to_have_text(visit.undiscussed)
    player.link("What I was asked")
    expect(page.get_by_role("region", name=LEAVING)).to_contain_text("2 times")
    told = page.get_by_role("region", name="You told them: pay")
    expect(told.get_by_role("heading")).to_contain_text(visit.consistency)
    player.stage("Impressions")
    expect(page.locator("main")).to_contain_text("They laughed twice.")
    player.inside.open(reverse("person-list"))
    page.get_by_role("link", name=visit.first[2]).first.click()
    expect(page.locator("main")).to_contain_text("the blue scarf")


@pytest.mark.parametrize("visit", [UNSTRUCTURED, STRUCTURED], ids=["unstructured", "structured"])
def test_visit_from_its_invitation_to_its_last_meeting(inside, visit):
    player, page = Player(inside, visit), inside.page
    with time_machine.travel(visit.invited):
        day = player.is_invited()
        if visit.focus:
            player.says_how_it_is_structured(day)
        player.prepares(day)
        for_first, for_last = player.plans()
        player.stage("Overview")
        player.fraction("Meetings with a question planned", f"{visit.asking} of {visit.talks}")
        player.stage("Day sheet")
        sheet = page.locator(".dayline > li").filter(has_text=visit.first[0])
        expect(sheet.locator(".to-ask li")).to_have_text([for_first, OF_EVERYONE])

    with time_machine.travel(visit.first[1]):
        name = player.is_in(visit.first, for_first, OF_EVERYONE)
        player.writes("They want somebody who stays.")
        player.hears(for_first, "That one learns the ropes.")
        player.hears(OF_EVERYONE, "Two people read them.")
        player.is_asked(LEAVING, "I have learned what I could.", visit.pay[0])
        player.remembers(name, "the blue scarf")

    with time_machine.travel(visit.last[1]):
        name = player.is_in(visit.last, for_last, OF_EVERYONE)
        expect(page.locator("#prepared")).to_contain_text("Their annual report")
        player.writes("They will write within two weeks.")
        player.hears(OF_EVERYONE, "Nobody reads them.")
        page.get_by_label("What did they ask?").press_sequentially(LEAVING_AGAIN)
        like = page.locator("#asked .like")
        expect(like).to_contain_text("I have learned what I could.")
        expect(like).to_contain_text(visit.first[2])
        like.get_by_text("The same question").click()
        player.is_asked(LEAVING_AGAIN, "The same, and the town.", visit.pay[1])
        player.sees("Mood", "They laughed twice.")
        player.remembers(name, "the fountain pen")

    with time_machine.travel(visit.evening):
        evening(player, day, for_first, for_last)
    assert inside.trouble == []
