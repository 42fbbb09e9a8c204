"""Everything one user wrote, searched: notes, impressions, questions, answers, people, companies.

The vectors are columns that no model knows (migrations 0002 and later ones), and a function in the
database searches them (migration 0004).
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from interviews.models import Impression

PAGE = 20
MOST_PAGES = 500
# Around a found word while it travels from the database to the page. What the user wrote holds
# neither: second_look_apart takes both out of the text, and sets what is no letter apart.
START, STOP = "\ue000", "\ue001"
APART = re.compile(" ?\ue002|\ue003 ?")
HEADLINE = (
    f'StartSel="{START}", StopSel="{STOP}", MaxFragments=2, MinWords=8, MaxWords=28, ShortWord=0,'
    ' FragmentDelimiter=" … "'
)


@dataclass(frozen=True)
class Filters:
    """What narrows the history down; None or "" is anything."""

    company: uuid.UUID | None = None
    year: int | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Hit:
    """One find: what it is, where it leads, and an excerpt in safe HTML with its words marked."""

    kind: str
    title: str
    url: str
    company: str
    on: date | None
    at: str
    excerpt: SafeString


# Found and excerpted by a function, see migration 0004: under row-level security PostgreSQL uses no
# full-text index for a query that anybody may write.
SEARCH = """
    SELECT * FROM public.second_look_search(
        %(words)s, %(company)s, %(first)s, %(last)s, %(outcome)s, %(headline)s,
        %(limit)s, %(offset)s
    )
"""

# What has a page of its own, and where on its page the rest stands. A quality is found by its
# application, a source by its company.
PAGES = {
    "person": "person-detail",
    "company": "company-detail",
    "application": "application-detail",
    "quality": "application-detail",
    "source": "company-detail",
    "question": "question-edit",
    "must_have": "must-have-edit",
    "letter": "letter-send",
}
# What has its place on a page of its visit.
OF_A_VISIT = {"task": "visit-prepare", "expense": "prepare-expenses"}
# What a find is called, where that is more than the name of its place.
TITLES = {
    "task": "Task: {about}",
    "expense": "Expense, {about}",
    "letter": "Letter to {name}",
    "must_have": "Must-have, {name}",
    "remember": "{about}, in {name}",
    "asked": "{about} In {name}",
    "answer": "{about} In {name}",
}
ANSWERS = {"call": "A call", "inquiry": "An inquiry"}
ANCHORS = {
    "quality": "#qualities",
    "source": "#sources-title",
    "remember": "#people",
    "asked": "#asked",
    "answer": "#questions",
    "note": "#note",
}


def search(words: str, filters: Filters, page: int = 1) -> tuple[list[Hit], bool]:
    """That page of what was written with these words, the newest first, and whether more follow.

    It searches what the user of the request wrote, whom the second lock knows; without one it finds
    nothing. `words` are as people type them into a search box: "exact words", or, -not. One query.
    """
    offset = (page - 1) * PAGE
    with connection.cursor() as cursor:
        cursor.execute(SEARCH, parameters(words, filters, offset))
        rows = cursor.fetchall()
    return [hit(*row) for row in rows[:PAGE]], len(rows) > PAGE


def parameters(words: str, filters: Filters, offset: int) -> dict[str, Any]:
    """What `SEARCH` binds. One row more than a page says whether another page follows."""
    year = filters.year
    return {
        "words": words,
        "company": str(filters.company) if filters.company else None,
        "first": date(year, 1, 1) if year else None,
        "last": date(year, 12, 31) if year else None,
        "outcome": filters.outcome,
        "headline": HEADLINE,
        "limit": PAGE + 1,
        "offset": offset,
    }


def hit(  # noqa: PLR0913 a row of SEARCH
    kind: str,
    pk: uuid.UUID,
    day: uuid.UUID | None,
    meeting: uuid.UUID | None,
    title: str,
    company: str,
    on: date | None,
    starts_at: datetime | None,
    time_zone: str,
    rating: int | None,
    about: str,
    excerpt: str,
) -> Hit:
    """A row of `SEARCH` in words."""
    at = ""
    if starts_at:
        local = starts_at.astimezone(ZoneInfo(time_zone))
        on, at = local.date(), f"{local:%H:%M}"
    if kind in ANSWERS:
        name = ", ".join(filter(None, (ANSWERS[kind], about)))
        url = reverse("answer-edit", args=[kind, pk])
    elif kind in OF_A_VISIT:
        name, url = about, f"{reverse(OF_A_VISIT[kind], args=[day])}#{kind}-{pk}"
    elif page := PAGES.get(kind):
        name, url = about, reverse(page, args=[pk])
    elif meeting:
        name, url = title, reverse("meeting-detail", args=[meeting])
    else:
        name, url = "the visit", reverse("visit-detail", args=[day])
    if kind == "impression" and rating is not None:
        name = f"{about}, {Impression.Rating(rating).sign}, in {name}"
        url = f"{reverse('visit-impressions', args=[day])}#i-{pk}"
    name = TITLES.get(kind, "{name}").format(name=name, about=about)
    url += ANCHORS.get(kind, "")
    return Hit(kind, name, url, company, on, at, marked(excerpt))


def marked(excerpt: str) -> SafeString:
    """The excerpt as HTML: escaped first, then the found words marked."""
    safe = escape(APART.sub("", excerpt)).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(safe)  # noqa: S308 escaped one line above; both marks are ours
