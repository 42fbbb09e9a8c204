"""The search through must-haves, beside all that is searched already, in SQL."""
# ruff: noqa: S608 (made of our own pieces)

from interviews.migrations import _search as search
from interviews.migrations._questions import QUESTIONS

MUST_HAVES = (
    f"""
        (SELECT 'must_have', w.id, w.updated_at, {search.NO_PLACE.format(company="c.name")},
            NULL, a.position, w.text
        FROM interviews_musthave w
        JOIN interviews_application a ON a.id = w.application_id AND a.deleted_at IS NULL
        JOIN interviews_company c ON c.id = a.company_id AND c.deleted_at IS NULL
        WHERE w.owner_id = v_owner
          AND w.search @@ public.second_look_query(p_words)
          AND (p_company IS NULL OR c.id = p_company)
          AND p_first IS NULL
          AND (p_outcome = '' OR a.outcome = p_outcome)
        ORDER BY w.updated_at DESC, w.id LIMIT v_most)
    """,
)
SEARCH = (
    search.searching((*search.WRITING, *QUESTIONS, *MUST_HAVES)),
    search.searching((*search.WRITING, *QUESTIONS)),
)
