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

# Of its visit, what the same event shows. The meeting's own trigger takes a count that is higher.
COUNT_CHANGES_OF_VISIT = (
    f"""
    CREATE OR REPLACE FUNCTION public.second_look_count_changes() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
        NEW.sequence := greatest(NEW.sequence, OLD.sequence) + (
            ({", ".join(f"NEW.{name}" for name in (*SHOWN, "focus"))})
            IS DISTINCT FROM
            ({", ".join(f"OLD.{name}" for name in (*SHOWN, "focus"))})
        )::integer;
        RETURN NEW;
    END $$;
    CREATE FUNCTION public.second_look_count_changes_of_visit() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
        UPDATE interviews_meeting SET sequence = sequence + 1, updated_at = now()
        WHERE day_id = NEW.id;
        RETURN NULL;
    END $$;
    CREATE TRIGGER count_changes AFTER UPDATE ON interviews_interviewday FOR EACH ROW
        WHEN ((OLD.address, OLD.time_zone, OLD.status = 'cancelled')
            IS DISTINCT FROM (NEW.address, NEW.time_zone, NEW.status = 'cancelled'))
        EXECUTE FUNCTION public.second_look_count_changes_of_visit();
    """,  # noqa: S608 the names are ours
    f"""
    DROP TRIGGER count_changes ON interviews_interviewday;
    DROP FUNCTION public.second_look_count_changes_of_visit();
    {COUNT_CHANGES[0].split("CREATE TRIGGER")[0].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")}
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
