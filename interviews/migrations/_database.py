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
        f"CREATE TEXT SEARCH CONFIGURATION public.{name} (COPY = pg_catalog.{base});"
        f"ALTER TEXT SEARCH CONFIGURATION public.{name}"
        f" ALTER MAPPING FOR {WORDS} WITH public.unaccent, {dictionary}",
        f"DROP TEXT SEARCH CONFIGURATION IF EXISTS public.{name}",
    )
    for name, base, dictionary in (
        ("second_look", "english", "english_stem"),
        ("second_look_exact", "simple", "simple"),
    )
]

# A vector has at most 1 MB. A text of very many different words exceeds that; it is then
# indexed as far as it goes, and never refused.
VECTOR = (
    """
    CREATE FUNCTION public.second_look_vector(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
    BEGIN
        RETURN to_tsvector('public.second_look'::regconfig, words)
            || to_tsvector('public.second_look_exact'::regconfig, words);
    EXCEPTION WHEN program_limit_exceeded THEN
        BEGIN
            RETURN to_tsvector('public.second_look_exact'::regconfig, words);
        EXCEPTION WHEN program_limit_exceeded THEN
            RETURN public.second_look_vector(left(words, length(words) / 2));
        END;
    END $$
    """,
    "DROP FUNCTION IF EXISTS public.second_look_vector",
)

# Both readings of what somebody searches for.
QUERY = (
    """
    CREATE FUNCTION public.second_look_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT websearch_to_tsquery('public.second_look'::regconfig, words)
            || websearch_to_tsquery('public.second_look_exact'::regconfig, words)
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

DATABASE = [*EXTENSIONS, *CONFIGURATIONS, VECTOR, QUERY, IS_TIME_ZONE]
