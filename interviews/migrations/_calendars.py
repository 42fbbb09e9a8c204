"""What calendars need of the database, in SQL: counted changes, and who a secret address belongs to."""

# Of a meeting, what a calendar shows. However it is changed, in bulk too, the count goes up.
SHOWN = ("starts_at", "ends_at", "time_zone", "title", "location", "status", "deleted_at")
COUNT_CHANGES = (
    f"""
    CREATE FUNCTION public.second_look_count_changes() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
        NEW.sequence := OLD.sequence + (
            ({", ".join(f"NEW.{name}" for name in SHOWN)})
            IS DISTINCT FROM
            ({", ".join(f"OLD.{name}" for name in SHOWN)})
        )::integer;
        RETURN NEW;
    END $$;
    CREATE TRIGGER count_changes BEFORE UPDATE ON interviews_meeting
        FOR EACH ROW EXECUTE FUNCTION public.second_look_count_changes();
    """,
    """
    DROP TRIGGER count_changes ON interviews_meeting;
    DROP FUNCTION public.second_look_count_changes();
    """,
)

# Asked before anybody is known, when policies show nothing: it tells one number for one hash.
SIGNATURE = "public.second_look_feed_owner(text)"
FEED_OWNER = (
    f"""
    CREATE FUNCTION public.second_look_feed_owner(p_hash text) RETURNS bigint
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT f.owner_id FROM interviews_calendarfeed f
        JOIN interviews_user u ON u.id = f.owner_id AND u.is_active
        WHERE f.token_hash = p_hash
    $$;
    REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION {SIGNATURE} TO second_look_web;
    """,  # noqa: S608 the function's name is ours
    f"DROP FUNCTION {SIGNATURE}",
)
