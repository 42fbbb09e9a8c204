"""What the tables need of the database before they are made: pairs of SQL, to make and to drop.

The extensions are trusted ones: a role that may create in the database may create them.
"""

EXTENSIONS = [
    (
        f"CREATE EXTENSION IF NOT EXISTS {name} SCHEMA public",
        f"DROP EXTENSION IF EXISTS {name}",
    )
    for name in ("btree_gist", "btree_gin", "unaccent", "pg_trgm")
]

# Words without accents: stemmed as English, and as they are.
WORDS = "asciiword, word, asciihword, hword, hword_asciipart, hword_part"
CONFIGURATIONS = [
    (
        (
            f"CREATE TEXT SEARCH CONFIGURATION public.{name} (COPY = pg_catalog.{base});"
            f"ALTER TEXT SEARCH CONFIGURATION public.{name}"
            f" ALTER MAPPING FOR {WORDS} WITH public.unaccent, {dictionary}"
        ),
        f"DROP TEXT SEARCH CONFIGURATION IF EXISTS public.{name}",
    )
    for name, base, dictionary in (
        ("second_look", "english", "english_stem"),
        ("second_look_exact", "simple", "simple"),
    )
]

# Between the two readings lies a gap of positions with a lexeme that nobody can search for: else the
# last words of the one and the first of the other would make phrases that nobody wrote.
GAP = "\ue000:64"

# Between words. Where a database's character type is C, PostgreSQL takes every character beyond ASCII
# for a letter: “zebra” with its quotes would be one word. And "he/she" would be a file, <b> nothing.
BETWEEN = (
    r"[<>/_\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb\u00bf\u00d7\u00f7"
    r"\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3003\u3008-\u301f\ue000-\uf8ff\ufe0e\ufe0f"
    r"\uff01-\uff0f\uff1a-\uff20\U0001f000-\U0001faff]"
)
WORDS_APART = [
    (
        f"""
        CREATE FUNCTION public.second_look_words(words text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT regexp_replace(words, '{BETWEEN}', ' ', 'g')
        $$
        """,
        "DROP FUNCTION IF EXISTS public.second_look_words",
    ),
    # The same for an excerpt, from which what stood between can be put back: it lies between
    # U+E002 and U+E003, with a space before and after.
    (
        f"""
        CREATE FUNCTION public.second_look_apart(words text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT regexp_replace(
                regexp_replace(words, '[\ue000-\ue003]', '', 'g'),
                '({BETWEEN})', E' \ue002\\\\1\ue003 ', 'g')
        $$
        """,
        "DROP FUNCTION IF EXISTS public.second_look_apart",
    ),
]

# A vector has at most 1 MB. A text of very many different words exceeds that; it is then
# indexed as far as it goes, and never refused.
VECTOR = (
    f"""
    CREATE FUNCTION public.second_look_vector(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
    DECLARE
        apart CONSTANT text := public.second_look_words(words);
    BEGIN
        RETURN to_tsvector('public.second_look'::regconfig, apart)
            || '{GAP}'::tsvector
            || to_tsvector('public.second_look_exact'::regconfig, apart);
    EXCEPTION WHEN program_limit_exceeded THEN
        BEGIN
            RETURN to_tsvector('public.second_look_exact'::regconfig, apart);
        EXCEPTION WHEN program_limit_exceeded THEN
            RETURN public.second_look_vector(left(words, length(words) / 2));
        END;
    END $$
    """,
    "DROP FUNCTION IF EXISTS public.second_look_vector",
)

# Both readings of what somebody searches for. Phones type “typographic” quotes.
QUERY = (
    """
    CREATE FUNCTION public.second_look_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT websearch_to_tsquery('public.second_look'::regconfig, apart)
            || websearch_to_tsquery('public.second_look_exact'::regconfig, apart)
        FROM public.second_look_words(translate(words, '“”„«»', repeat('"', 5))) AS apart
    $$
    """,
    "DROP FUNCTION IF EXISTS public.second_look_query",
)

# The pattern keeps out abbreviations (CET+9) and POSIX strings, which PostgreSQL takes as zones.
IS_TIME_ZONE = (
    """
    CREATE FUNCTION public.second_look_is_time_zone(name text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
    BEGIN
        IF name !~ '^(UTC|[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+){1,2})$' THEN
            RETURN false;
        END IF;
        PERFORM timezone(name, timestamptz '2000-01-01 00:00:00+00');
        RETURN true;
    EXCEPTION WHEN invalid_parameter_value THEN
        RETURN false;
    END $$
    """,
    "DROP FUNCTION IF EXISTS public.second_look_is_time_zone",
)

DATABASE = [*EXTENSIONS, *CONFIGURATIONS, *WORDS_APART, VECTOR, QUERY, IS_TIME_ZONE]
