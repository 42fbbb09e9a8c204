"""The search through everything that one user wrote, as a function in the database.

Full-text operators are not leakproof: under row-level security PostgreSQL would read all of an
owner's rows before it asks them. The function therefore runs with the rights of the tables' owner, and
takes the user from the same setting as the policies do. The owner comes first in each condition, as it does
in the indexes. Its plan is made for the words at hand.
"""
# ruff: noqa: S608 (made of our own pieces)


def vector(table: str, fields: tuple[str, ...]) -> tuple[str, str]:
    """A generated vector of these fields, indexed with its owner first."""
    words = " || E'\\n' || ".join(fields)
    return (
        (
            f"ALTER TABLE interviews_{table} ADD COLUMN search tsvector"
            f" GENERATED ALWAYS AS (public.second_look_vector({words})) STORED;"
            f"CREATE INDEX {table}_search ON interviews_{table} USING gin (owner_id, search)"
        ),
        f"ALTER TABLE interviews_{table} DROP COLUMN search",
    )


# What was written at a visit: its visit, application and company are live, and pass the filters.
AT_A_VISIT = """
    JOIN interviews_application a ON a.id = d.application_id AND a.deleted_at IS NULL
    JOIN interviews_company c ON c.id = a.company_id AND c.deleted_at IS NULL
    WHERE {table}.owner_id = v_owner
      AND {table}.search @@ public.second_look_query(p_words)
      AND d.deleted_at IS NULL
      AND (m.id IS NULL OR m.deleted_at IS NULL)
      AND (p_company IS NULL OR c.id = p_company)
      AND (p_first IS NULL OR d.date BETWEEN p_first AND p_last)
      AND (p_outcome = '' OR a.outcome = p_outcome)
    ORDER BY {table}.updated_at DESC, {table}.id
    LIMIT v_most
"""
PLACE = """
    d.id AS day, m.id AS meeting, coalesce(m.title, '') AS title, c.name AS company, d.date,
    m.starts_at, d.time_zone
"""
NO_PLACE = "NULL::uuid, NULL::uuid, '', {company}, NULL::date, NULL::timestamptz, ''"
# A person or a company has no year and no outcome: filters by these leave them out.
OF_A_COMPANY = """
      AND (p_company IS NULL OR c.id = p_company)
      AND p_first IS NULL
      AND p_outcome = ''
"""

# What is searched, a kind each; the first one names the columns.
WRITING = (
    f"""
        (SELECT 'note' AS kind, n.id, n.updated_at, {PLACE}, NULL::smallint AS rating,
            '' AS about, n.text AS body
        FROM interviews_note n
        JOIN interviews_interviewday d ON d.id = n.day_id
        LEFT JOIN interviews_meeting m ON m.id = n.meeting_id
        {AT_A_VISIT.format(table="n")})
    """,
    f"""
        (SELECT 'impression', i.id, i.updated_at, {PLACE}, i.rating, x.name, i.observation
        FROM interviews_impression i
        JOIN interviews_dimension x ON x.id = i.dimension_id
        JOIN interviews_interviewday d ON d.id = i.day_id
        LEFT JOIN interviews_meeting m ON m.id = i.meeting_id
        {AT_A_VISIT.format(table="i")})
    """,
    f"""
        (SELECT 'remember', t.id, t.updated_at, {PLACE}, NULL, p.name, t.remember
        FROM interviews_attendance t
        JOIN interviews_interviewer p ON p.id = t.person_id AND p.deleted_at IS NULL
        JOIN interviews_meeting m ON m.id = t.meeting_id
        JOIN interviews_interviewday d ON d.id = m.day_id
        {AT_A_VISIT.format(table="t")})
    """,
    f"""
        (SELECT 'person', p.id, p.updated_at, {NO_PLACE.format(company="coalesce(c.name, '')")},
            NULL, p.name, concat_ws(
                E'\\n', concat_ws(', ', p.name, nullif(p.title, '')), nullif(p.remarks, ''))
        FROM interviews_interviewer p
        LEFT JOIN interviews_company c ON c.id = p.company_id
        WHERE p.owner_id = v_owner
          AND p.search @@ public.second_look_query(p_words)
          AND p.deleted_at IS NULL AND c.deleted_at IS NULL
          {OF_A_COMPANY}
        ORDER BY p.updated_at DESC, p.id LIMIT v_most)
    """,
    f"""
        (SELECT 'company', c.id, c.updated_at, {NO_PLACE.format(company="c.name")},
            NULL, c.name, concat_ws(
                E'\\n', c.name, nullif(c.industry, ''), nullif(c.location, ''),
                nullif(c.about, ''), nullif(c.culture, ''))
        FROM interviews_company c
        WHERE c.owner_id = v_owner
          AND c.search @@ public.second_look_query(p_words)
          AND c.deleted_at IS NULL
          {OF_A_COMPANY}
        ORDER BY c.updated_at DESC, c.id LIMIT v_most)
    """,
)  # fmt: skip


def search_of(kinds: tuple[str, ...]) -> str:
    """The query over these kinds, which migrations may add to."""
    return f"""
    WITH found AS MATERIALIZED (
        {" UNION ALL ".join(kinds)}
    ),
    shown AS MATERIALIZED (
        SELECT *, public.second_look_apart(body) AS words
        FROM found ORDER BY updated_at DESC, id LIMIT p_limit OFFSET p_offset
    )
    SELECT shown.kind::text, shown.id, day, meeting, title::text, company::text, date, starts_at,
        time_zone::text, rating, about::text,
        CASE WHEN strpos(stemmed, '\ue000') > 0 THEN stemmed
        ELSE ts_headline('public.second_look_exact', words, query, p_headline) END
    FROM shown,
        public.second_look_query(p_words) AS query,
        ts_headline('public.second_look', words, query, p_headline) AS stemmed
    ORDER BY updated_at DESC, shown.id
    """


SIGNATURE = "public.second_look_search(text, uuid, date, date, text, text, integer, integer)"
PARAMETERS = """
        p_words text, p_company uuid, p_first date, p_last date, p_outcome text, p_headline text,
        p_limit integer, p_offset integer
    """
ANSWER = """
        kind text, id uuid, day uuid, meeting uuid, title text, company text, date date,
        starts_at timestamptz, time_zone text, rating smallint, about text, excerpt text
    """


def searching(kinds: tuple[str, ...]) -> str:
    """The statement that makes the function search these kinds, whatever it searched before."""
    return f"""
    CREATE OR REPLACE FUNCTION public.second_look_search({PARAMETERS}) RETURNS TABLE ({ANSWER})
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_custom_plan
    AS $$
    #variable_conflict use_column
    DECLARE
        v_owner bigint := nullif(current_setting('app.user_id', true), '')::bigint;
        v_most integer := p_offset + p_limit;
    BEGIN
        RETURN QUERY {search_of(kinds)};
    END $$;
    """


SEARCH_FUNCTION = (
    f"""
    {searching(WRITING)}
    REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION {SIGNATURE} TO second_look_web;
    """,
    f"DROP FUNCTION {SIGNATURE}",
)
