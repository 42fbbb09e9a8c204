"""A note's usual save takes its time from its caller, as every other row does; see decision 13."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("interviews.migrations.0020_save_note")
SIGNATURE = BEFORE.SIGNATURE.replace("integer)", "integer, timestamp with time zone)")

SAVE_NOTE = f"""
    DROP FUNCTION {BEFORE.SIGNATURE};
    CREATE FUNCTION public.second_look_save_note(
        p_note uuid, p_owner bigint, p_text text, p_base integer, p_op uuid, p_revision uuid,
        p_sha256 text, p_look_every integer, p_now timestamp with time zone,
        OUT day_id uuid, OUT meeting_id uuid, OUT text text, OUT version integer,
        OUT saved_at timestamp with time zone
    )
    LANGUAGE plpgsql SECURITY INVOKER AS $$
    #variable_conflict use_column
    BEGIN
        SELECT n.day_id, n.meeting_id, n.version INTO day_id, meeting_id, version
        FROM public.interviews_note n
        WHERE n.id = p_note AND n.owner_id = p_owner
        FOR UPDATE;
        IF NOT FOUND THEN
            RETURN;
        END IF;
        IF second_look_save_note.version <> p_base
            OR p_base % p_look_every = p_look_every - 1
            OR EXISTS (
                SELECT FROM public.interviews_noterevision r
                WHERE r.owner_id = p_owner AND r.op = p_op
            )
        THEN
            SELECT n.text INTO text FROM public.interviews_note n WHERE n.id = p_note;
            RETURN;
        END IF;
        version := p_base + 1;
        saved_at := p_now;
        UPDATE public.interviews_note n
        SET text = p_text, version = p_base + 1, updated_at = p_now
        WHERE n.id = p_note;
        INSERT INTO public.interviews_noterevision (
            id, owner_id, note_id, op, base, version, text, sha256, replays,
            created_at, updated_at, saved_at
        ) VALUES (
            p_revision, p_owner, p_note, p_op, p_base, p_base + 1, p_text, p_sha256, 0,
            p_now, p_now, p_now
        );
    END $$;
    REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION {SIGNATURE} TO second_look_web;
"""  # noqa: S608 the function's name is ours


class Migration(migrations.Migration):
    dependencies = [("interviews", "0020_save_note")]

    operations = [
        migrations.RunSQL(SAVE_NOTE, f"DROP FUNCTION {SIGNATURE}; {BEFORE.SAVE_NOTE}"),
    ]
