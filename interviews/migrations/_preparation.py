"""What the preparation needs of the search: sources, qualities, and the words of an application.

A quality and an application are found by the application's id, a source by its company's: that is where
pages show them.
"""
# ruff: noqa: S608 (made of our own pieces)

from interviews.migrations import _search as search
from interviews.migrations._must_haves import MUST_HAVES
from interviews.migrations._questions import QUESTIONS
from interviews.migrations._search import vector

WORDS = {
    "source": ("title", "learned"),
    "quality": ("sought", "example"),
    "application": (
        "position",
        "job_description",
        "first_with",
        "first_said",
        "first_promised",
        "promised_by",
        "pay",
        "benefits",
        "reason",
        "lesson",
    ),
}
OF_AN_APPLICATION = """
        JOIN interviews_company c ON c.id = a.company_id AND c.deleted_at IS NULL
        WHERE {table}.owner_id = v_owner
          AND {table}.search @@ public.second_look_query(p_words)
          AND a.deleted_at IS NULL
          AND (p_company IS NULL OR c.id = p_company)
          AND p_first IS NULL
          AND (p_outcome = '' OR a.outcome = p_outcome)
        ORDER BY {table}.updated_at DESC, {table}.id LIMIT v_most
"""
PREPARATION = (
    f"""
        (SELECT 'source', c.id, s.updated_at, {search.NO_PLACE.format(company="c.name")},
            NULL, s.title, concat_ws(E'\\n', s.title, nullif(s.learned, ''))
        FROM interviews_source s
        JOIN interviews_company c ON c.id = s.company_id AND c.deleted_at IS NULL
        WHERE s.owner_id = v_owner
          AND s.search @@ public.second_look_query(p_words)
          {search.OF_A_COMPANY}
        ORDER BY s.updated_at DESC, s.id LIMIT v_most)
    """,
    f"""
        (SELECT 'quality', a.id, q.updated_at, {search.NO_PLACE.format(company="c.name")},
            NULL, q.sought, concat_ws(E'\\n', q.sought, nullif(q.example, ''))
        FROM interviews_quality q
        JOIN interviews_application a ON a.id = q.application_id
        {OF_AN_APPLICATION.format(table="q")})
    """,
    f"""
        (SELECT 'application', a.id, a.updated_at, {search.NO_PLACE.format(company="c.name")},
            NULL, a.position, concat_ws(
                E'\\n', a.position, nullif(a.job_description, ''), nullif(a.first_with, ''),
                nullif(a.first_said, ''), nullif(a.first_promised, ''),
                nullif(a.promised_by, ''), nullif(a.pay, ''), nullif(a.benefits, ''),
                nullif(a.reason, ''), nullif(a.lesson, ''))
        FROM interviews_application a
        {OF_AN_APPLICATION.format(table="a")})
    """,
)
BEFORE = (*search.WRITING, *QUESTIONS, *MUST_HAVES)
DATABASE = [
    *(vector(table, fields) for table, fields in WORDS.items()),
    (
        search.searching((*BEFORE, *PREPARATION)),
        search.searching(BEFORE),
    ),
]
