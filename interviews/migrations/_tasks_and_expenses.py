"""What tasks and expenses need of the search: both are found by their visit.

An expense carries its amount with its currency as what it is about.
"""
# ruff: noqa: S608 (made of our own pieces)

from interviews.migrations import _answers as answers
from interviews.migrations import _search as search

WORDS = {"task": ("text",), "expense": ("what",)}


def of_a_visit(kind: str, about: str, body: str) -> str:
    """The rows of a table that hang on a visit, and on no meeting."""
    return f"""
        (SELECT '{kind}', k.id, k.updated_at, {search.PLACE}, NULL, {about}, {body}
        FROM interviews_{kind} k
        JOIN interviews_interviewday d ON d.id = k.day_id
        LEFT JOIN interviews_meeting m ON false
        {search.AT_A_VISIT.format(table="k")})
    """


TASKS_AND_EXPENSES = (
    of_a_visit("task", "k.text", "k.text"),
    of_a_visit("expense", "concat(k.amount, ' ', k.currency)", "k.what"),
)
BEFORE = (*answers.BEFORE, *answers.ANSWERS)
DATABASE = [
    *(search.vector(table, fields) for table, fields in WORDS.items()),
    (
        search.searching((*BEFORE, *TASKS_AND_EXPENSES)),
        search.searching(BEFORE),
    ),
]
