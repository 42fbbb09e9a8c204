"""The second lock, in SQL: a role that may touch rows only, and policies that show it one user's."""

ROLE = "second_look_web"
OWNED = (
    "company",
    "application",
    "interviewday",
    "agendaimport",
    "interviewer",
    "role",
    "meeting",
    "attendance",
    "note",
    "noterevision",
    "dimension",
    "impression",
)
# Each key to an owned parent: the child, its column, the parent.
KEYS = (
    ("application", "company_id", "company"),
    ("interviewday", "application_id", "application"),
    ("agendaimport", "day_id", "interviewday"),
    ("interviewer", "company_id", "company"),
    ("role", "application_id", "application"),
    ("role", "person_id", "interviewer"),
    ("meeting", "day_id", "interviewday"),
    ("attendance", "meeting_id", "meeting"),
    ("attendance", "person_id", "interviewer"),
    ("note", "day_id", "interviewday"),
    ("note", "meeting_id", "meeting"),
    ("noterevision", "note_id", "note"),
    ("impression", "day_id", "interviewday"),
    ("impression", "meeting_id", "meeting"),
    ("impression", "dimension_id", "dimension"),
)
PARENTS = tuple(dict.fromkeys(parent for _, _, parent in KEYS))

# The owner that the request stands for. Without one the condition is null, and shows nothing.
OWNER = "(SELECT nullif(current_setting('app.user_id', true), '')::bigint)"

# Two databases of one server may be migrated at the same time; the role is the server's.
MAKE_ROLE = f"""
    DO $$
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
            CREATE ROLE {ROLE} NOLOGIN;
        END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
    END $$;
"""
JOIN_ROLE = f"""
    DO $$
    BEGIN
        IF NOT pg_has_role(current_user, '{ROLE}', 'MEMBER') THEN
            EXECUTE format('GRANT {ROLE} TO %I', current_user);
        END IF;
    END $$;
"""
FOR_AN_ADMINISTRATOR = f"CREATE ROLE {ROLE} NOLOGIN; GRANT {ROLE} TO {{user}};"

RIGHTS = [
    (
        f"""
        GRANT USAGE ON SCHEMA public TO {ROLE};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ROLE};
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {ROLE};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public
            GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {ROLE};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {ROLE};
        REVOKE ALL ON django_migrations FROM {ROLE};
        GRANT SELECT ON django_migrations TO {ROLE};
        """,  # noqa: S608 the role's name is ours
        f"""
        ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {ROLE};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {ROLE};
        REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ROLE};
        REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {ROLE};
        REVOKE ALL ON SCHEMA public FROM {ROLE};
        """,
    )
]


def policy(table: str) -> tuple[str, str]:
    """Show and take only rows of that owner; not to the role that owns the tables and migrates."""
    return (
        (
            f"ALTER TABLE interviews_{table} ENABLE ROW LEVEL SECURITY;"
            f"CREATE POLICY owners_own ON interviews_{table}"
            f" USING (owner_id = {OWNER}) WITH CHECK (owner_id = {OWNER})"
        ),
        (
            f"DROP POLICY owners_own ON interviews_{table};"
            f"ALTER TABLE interviews_{table} DISABLE ROW LEVEL SECURITY"
        ),
    )


def parent_key(table: str) -> tuple[str, str]:
    """What a child's key with its owner refers to."""
    return (
        f"ALTER TABLE interviews_{table} ADD CONSTRAINT {table}_owner UNIQUE (owner_id, id)",
        f"ALTER TABLE interviews_{table} DROP CONSTRAINT {table}_owner",
    )


def child_key(table: str, column: str, parent: str) -> tuple[str, str]:
    """A row hangs only on a parent of its own owner."""
    name = f"{table}_{column}_owner"
    return (
        (
            f"ALTER TABLE interviews_{table} ADD CONSTRAINT {name}"
            f" FOREIGN KEY (owner_id, {column}) REFERENCES interviews_{parent} (owner_id, id)"
            " DEFERRABLE INITIALLY DEFERRED"
        ),
        f"ALTER TABLE interviews_{table} DROP CONSTRAINT {name}",
    )


LOCK = [
    *map(parent_key, PARENTS),
    *(child_key(*key) for key in KEYS),
    *RIGHTS,
    *map(policy, OWNED),
]
