"""Everything one user wrote, searched: notes, impressions, lines to remember, people, companies.

The vectors are columns that no model knows (migration 0002), so this is SQL. Its conditions begin
with the owner, as the indexes do, and every value is bound.
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

from interviews.models import Impression, User

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


# What was written at a visit: its visit, application and company are live, and pass the filters.
AT_A_VISIT = """
    JOIN interviews_application a ON a.id = d.application_id AND a.deleted_at IS NULL
    JOIN interviews_company c ON c.id = a.company_id AND c.deleted_at IS NULL
    WHERE {table}.owner_id = %(owner)s
      AND {table}.search @@ public.second_look_query(%(words)s)
      AND d.deleted_at IS NULL
      AND (m.id IS NULL OR m.deleted_at IS NULL)
      AND (%(company)s::uuid IS NULL OR c.id = %(company)s::uuid)
      AND (%(first)s::date IS NULL OR d.date BETWEEN %(first)s::date AND %(last)s::date)
      AND (%(outcome)s = '' OR a.outcome = %(outcome)s)
    ORDER BY {table}.updated_at DESC, {table}.id
    LIMIT %(most)s
"""
PLACE = """
    d.id AS day, m.id AS meeting, coalesce(m.title, '') AS title, c.name AS company, d.date,
    m.starts_at, d.time_zone
"""
NO_PLACE = "NULL::uuid, NULL::uuid, '', {company}, NULL::date, NULL::timestamptz, ''"
# A person or a company has no year and no outcome: filters by these leave them out.
OF_A_COMPANY = """
      AND (%(company)s::uuid IS NULL OR c.id = %(company)s::uuid)
      AND %(first)s::date IS NULL
      AND %(outcome)s = ''
"""

SEARCH = f"""
    WITH found AS MATERIALIZED (
        (SELECT 'note' AS kind, n.id, n.updated_at, {PLACE}, NULL::smallint AS rating,
            '' AS about, n.text AS body
        FROM interviews_note n
        JOIN interviews_interviewday d ON d.id = n.day_id
        LEFT JOIN interviews_meeting m ON m.id = n.meeting_id
        {AT_A_VISIT.format(table="n")})
    UNION ALL
        (SELECT 'impression', i.id, i.updated_at, {PLACE}, i.rating, x.name, i.observation
        FROM interviews_impression i
        JOIN interviews_dimension x ON x.id = i.dimension_id
        JOIN interviews_interviewday d ON d.id = i.day_id
        LEFT JOIN interviews_meeting m ON m.id = i.meeting_id
        {AT_A_VISIT.format(table="i")})
    UNION ALL
        (SELECT 'remember', t.id, t.updated_at, {PLACE}, NULL, p.name, t.remember
        FROM interviews_attendance t
        JOIN interviews_interviewer p ON p.id = t.person_id AND p.deleted_at IS NULL
        JOIN interviews_meeting m ON m.id = t.meeting_id
        JOIN interviews_interviewday d ON d.id = m.day_id
        {AT_A_VISIT.format(table="t")})
    UNION ALL
        (SELECT 'person', p.id, p.updated_at, {NO_PLACE.format(company="coalesce(c.name, '')")},
            NULL, p.name, concat_ws(
                E'\\n', concat_ws(', ', p.name, nullif(p.title, '')), nullif(p.remarks, ''))
        FROM interviews_interviewer p
        LEFT JOIN interviews_company c ON c.id = p.company_id
        WHERE p.owner_id = %(owner)s
          AND p.search @@ public.second_look_query(%(words)s)
          AND p.deleted_at IS NULL AND c.deleted_at IS NULL
          {OF_A_COMPANY}
        ORDER BY p.updated_at DESC, p.id LIMIT %(most)s)
    UNION ALL
        (SELECT 'company', c.id, c.updated_at, {NO_PLACE.format(company="c.name")},
            NULL, c.name, concat_ws(
                E'\\n', c.name, nullif(c.industry, ''), nullif(c.location, ''),
                nullif(c.about, ''), nullif(c.culture, ''))
        FROM interviews_company c
        WHERE c.owner_id = %(owner)s
          AND c.search @@ public.second_look_query(%(words)s)
          AND c.deleted_at IS NULL
          {OF_A_COMPANY}
        ORDER BY c.updated_at DESC, c.id LIMIT %(most)s)
    ),
    shown AS MATERIALIZED (
        SELECT *, public.second_look_apart(body) AS words
        FROM found ORDER BY updated_at DESC, id LIMIT %(limit)s OFFSET %(offset)s
    )
    SELECT shown.kind, shown.id, day, meeting, title, company, date, starts_at, time_zone, rating,
        about,
        CASE WHEN strpos(stemmed, '{START}') > 0 THEN stemmed
        ELSE ts_headline('public.second_look_exact', words, query, %(headline)s) END
    FROM shown,
        public.second_look_query(%(words)s) AS query,
        ts_headline('public.second_look', words, query, %(headline)s) AS stemmed
    ORDER BY updated_at DESC, shown.id
"""  # noqa: S608 made of our own pieces; values are bound


def search(user: User, words: str, filters: Filters, page: int = 1) -> tuple[list[Hit], bool]:
    """That page of what the user wrote with these words, the newest first, and whether more follow.

    `words` are as people type them into a search box: "exact words", or, -not. One query.
    """
    offset = (page - 1) * PAGE
    with connection.cursor() as cursor:
        cursor.execute(SEARCH, parameters(user, words, filters, offset))
        rows = cursor.fetchall()
    return [hit(*row) for row in rows[:PAGE]], len(rows) > PAGE


def parameters(user: User, words: str, filters: Filters, offset: int) -> dict[str, Any]:
    """What `SEARCH` binds. One row more than a page says whether another page follows."""
    year = filters.year
    return {
        "owner": user.pk,
        "words": words,
        "company": str(filters.company) if filters.company else None,
        "first": date(year, 1, 1) if year else None,
        "last": date(year, 12, 31) if year else None,
        "outcome": filters.outcome,
        "headline": HEADLINE,
        "limit": PAGE + 1,
        "offset": offset,
        "most": offset + PAGE + 1,
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
    if kind in ("person", "company"):
        name, url = about, reverse(f"{kind}-detail", args=[pk])
    elif meeting:
        name, url = title, reverse("meeting-detail", args=[meeting])
    else:
        name, url = "the visit", reverse("visit-detail", args=[day])
    if kind == "impression" and rating is not None:
        name = f"{about}, {Impression.Rating(rating).sign}, in {name}"
        url = f"{reverse('visit-impressions', args=[day])}#i-{pk}"
    elif kind == "remember":
        name, url = f"{about}, in {name}", f"{url}#people"
    elif kind == "note":
        url = f"{url}#note"
    return Hit(kind, name, url, company, on, at, marked(excerpt))


def marked(excerpt: str) -> SafeString:
    """The excerpt as HTML: escaped first, then the found words marked."""
    safe = escape(APART.sub("", excerpt)).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(safe)  # noqa: S308 escaped one line above; both marks are ours
