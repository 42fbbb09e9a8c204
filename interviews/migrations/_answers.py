"""What came back from the company, and the letters that went there, need of the search.

A call and an inquiry belong to an application, not to a visit: the year is that of their own date.
"""
# ruff: noqa: S608 (made of our own pieces)

from interviews.migrations import _preparation as preparation
from interviews.migrations import _search as search
from interviews.migrations._search import vector

WORDS = {
    "call": ("caller", "said", "pay", "ask_back"),
    "inquiry": ("whom", "answer"),
    "letter": ("subject", "body"),
}


def of_an_application(kind: str, table: str, on: str, who: str, words: str) -> str:
    """The rows of a table that hang on an application and have a date."""
    return f"""
        (SELECT '{kind}', k.id, k.updated_at, NULL::uuid, NULL::uuid, '', c.name, {on},
            NULL::timestamptz, '', NULL, k.{who}, {words}
        FROM interviews_{table} k
        JOIN interviews_application a ON a.id = k.application_id AND a.deleted_at IS NULL
        JOIN interviews_company c ON c.id = a.company_id AND c.deleted_at IS NULL
        WHERE k.owner_id = v_owner
          AND k.search @@ public.second_look_query(p_words)
          AND (p_company IS NULL OR c.id = p_company)
          AND (p_first IS NULL OR {on} BETWEEN p_first AND p_last)
          AND (p_outcome = '' OR a.outcome = p_outcome)
        ORDER BY k.updated_at DESC, k.id LIMIT v_most)
    """


ANSWERS = (
    of_an_application(
        "call",
        "call",
        "k.at::date",
        "caller",
        "concat_ws(E'\\n', nullif(k.caller, ''), nullif(k.said, ''), nullif(k.pay, ''),"
        " nullif(k.ask_back, ''))",
    ),
    of_an_application(
        "inquiry",
        "inquiry",
        "k.asked_on",
        "whom",
        "concat_ws(E'\\n', nullif(k.whom, ''), nullif(k.answer, ''))",
    ),
    f"""
        (SELECT 'letter', w.id, w.updated_at, {search.PLACE}, NULL, p.name,
            concat_ws(E'\\n', nullif(w.subject, ''), nullif(w.body, ''))
        FROM interviews_letter w
        JOIN interviews_interviewer p ON p.id = w.person_id AND p.deleted_at IS NULL
        JOIN interviews_interviewday d ON d.id = w.day_id
        LEFT JOIN interviews_meeting m ON false
        {search.AT_A_VISIT.format(table="w")})
    """,
)
BEFORE = (*preparation.BEFORE, *preparation.PREPARATION)
DATABASE = [
    *(vector(table, fields) for table, fields in WORDS.items()),
    (
        search.searching((*BEFORE, *ANSWERS)),
        search.searching(BEFORE),
    ),
]
