"""What questions need of the database, in SQL: their words searched, and like ones found.

Like `@@`, the operators of trigrams are not leakproof, so like questions are looked for in a function
that runs with the rights of the table's owner and takes the user from the setting of the policies.
"""
# ruff: noqa: S608 (made of our own pieces)

from interviews.migrations import _search as search

# A question to compare: no accents, no case, and one space for whatever stands between words.
PLAIN = (
    r"""
    CREATE FUNCTION public.second_look_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT btrim(regexp_replace(
            lower(unaccent('public.unaccent'::regdictionary, second_look_words(words))),
            '[\s!-/:-@\[-`{-~]+', ' ', 'g'))
    $$
    """,
    "DROP FUNCTION public.second_look_plain(text)",
)

# The column is no field of the model, see docs/decisions/0002-search-columns.md.
TRIGRAMS = (
    """
    ALTER TABLE interviews_askedquestion ADD COLUMN plain text
        GENERATED ALWAYS AS (public.second_look_plain(text)) STORED;
    CREATE INDEX asked_like ON interviews_askedquestion USING gin (owner_id, plain gin_trgm_ops)
        WITH (fastupdate = off);
    """,
    "ALTER TABLE interviews_askedquestion DROP COLUMN plain",
)
WORDS = {
    "question": ("text", "whom"),
    "plannedquestion": ("answer",),
    "askedquestion": ("text", "answer", "told"),
}


# Like questions: those of this visit first, then of this company, then all; of each question the
# latest time, so that one asked fifty times is one line. Of all, sixty candidates are enough to
# choose from: so the cost has an end, however often the same was asked.
LIKE_SIGNATURE = "public.second_look_like_asked(text, uuid, uuid, integer)"
LIKE = (
    f"""
    CREATE FUNCTION public.second_look_like_asked(
        p_text text, p_day uuid, p_except uuid, p_limit integer
    ) RETURNS TABLE (id uuid, alike real, near integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_custom_plan
    SET enable_seqscan = off
    SET pg_trgm.similarity_threshold = 0.4
    SET pg_trgm.word_similarity_threshold = 0.6
    AS $$
    #variable_conflict use_column
    DECLARE
        v_owner bigint := nullif(current_setting('app.user_id', true), '')::bigint;
        v_plain text := public.second_look_plain(p_text);
    BEGIN
        RETURN QUERY
        WITH found AS MATERIALIZED (
            (SELECT s.id, s.plain, s.meeting_id, s."group", s.created_at
            FROM interviews_meeting m JOIN interviews_askedquestion s ON s.meeting_id = m.id
            WHERE m.day_id = p_day AND s.owner_id = v_owner
                AND (s.plain % v_plain OR s.plain %> v_plain))
        UNION
            (SELECT s.id, s.plain, s.meeting_id, s."group", s.created_at
            FROM interviews_askedquestion s
            WHERE s.owner_id = v_owner AND (s.plain % v_plain OR s.plain %> v_plain)
            LIMIT 60)
        ),
        placed AS (
            SELECT f.id, f."group", f.created_at, similarity(f.plain, v_plain) AS alike,
                word_similarity(v_plain, f.plain) AS begun,
                CASE WHEN d.id = p_day THEN 2 WHEN a.company_id = here.company_id THEN 1 ELSE 0 END
                    AS near
            FROM found f
            JOIN interviews_meeting m ON m.id = f.meeting_id AND m.deleted_at IS NULL
            JOIN interviews_interviewday d ON d.id = m.day_id AND d.deleted_at IS NULL
            JOIN interviews_application a ON a.id = d.application_id
            LEFT JOIN (
                SELECT b.company_id FROM interviews_interviewday e
                JOIN interviews_application b ON b.id = e.application_id
                WHERE e.id = p_day AND e.owner_id = v_owner
            ) here ON true
            WHERE f.id IS DISTINCT FROM p_except
        ),
        one_each AS (
            SELECT DISTINCT ON (p."group", p.near) p.*
            FROM placed p ORDER BY p."group", p.near, p.created_at DESC, p.id
        )
        SELECT o.id, o.alike, o.near FROM one_each o
        ORDER BY o.near DESC, greatest(o.alike, o.begun) DESC, o.created_at DESC, o.id
        LIMIT p_limit;
    END $$;
    REVOKE ALL ON FUNCTION {LIKE_SIGNATURE} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION {LIKE_SIGNATURE} TO second_look_web;
    """,
    f"DROP FUNCTION {LIKE_SIGNATURE}",
)

QUESTIONS = (
    f"""
        (SELECT 'asked', s.id, s.updated_at, {search.PLACE}, s.landed, s.text, concat_ws(
                E'\\n', s.text, nullif(s.answer, ''), nullif(s.told, ''))
        FROM interviews_askedquestion s
        JOIN interviews_meeting m ON m.id = s.meeting_id
        JOIN interviews_interviewday d ON d.id = m.day_id
        {search.AT_A_VISIT.format(table="s")})
    """,
    f"""
        (SELECT 'answer', l.id, l.updated_at, {search.PLACE}, NULL, q.text, l.answer
        FROM interviews_plannedquestion l
        JOIN interviews_question q ON q.id = l.question_id
        JOIN interviews_meeting m ON m.id = l.meeting_id
        JOIN interviews_interviewday d ON d.id = m.day_id
        {search.AT_A_VISIT.format(table="l")})
    """,
    f"""
        (SELECT 'question', q.id, q.updated_at, {search.NO_PLACE.format(company="''")},
            NULL, q.text, concat_ws(E'\\n', q.text, nullif(q.whom, ''))
        FROM interviews_question q
        WHERE q.owner_id = v_owner
          AND q.search @@ public.second_look_query(p_words)
          AND p_company IS NULL AND p_first IS NULL AND p_outcome = ''
        ORDER BY q.updated_at DESC, q.id LIMIT v_most)
    """,
)
SEARCH = (
    search.searching((*search.WRITING, *QUESTIONS)),
    search.searching(search.WRITING),
)
