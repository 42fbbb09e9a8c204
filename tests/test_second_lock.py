"""The second lock: what the database itself keeps apart."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, ProgrammingError, connection, models, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from interviews import second_lock
from interviews.models import Company, Note, uuid7
from interviews.models.owned import Owned
from interviews.second_lock import SecondLockMiddleware, acting_for, check_binding
from tests.factories import CompanyFactory, InterviewerFactory, a_meeting, a_note

SHARED: set[str] = set()
FRAMEWORK = {
    "account_emailaddress",
    "account_emailconfirmation",
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "django_content_type",
    "django_migrations",
    "django_session",
    "interviews_cache",
    "interviews_user",
    "mfa_authenticator",
    "usersessions_usersession",
}


def owned_tables():
    return {m._meta.db_table for m in apps.get_models() if issubclass(m, Owned)}


def asked(sql, *values):
    """The rows that the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_every_table_is_classified(db):
    tables = {
        name
        for (name,) in asked(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
            " AND relnamespace = 'public'::regnamespace"
        )
    }

    assert tables - owned_tables() - SHARED - FRAMEWORK == set()


def test_every_owned_table_has_a_policy_for_reading_and_writing(db):
    found = {
        table: (enabled, read, written)
        for table, enabled, read, written in asked(
            """
            SELECT c.relname, c.relrowsecurity, pg_get_expr(p.polqual, c.oid),
                pg_get_expr(p.polwithcheck, c.oid)
            FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid AND p.polcmd = '*'
            """
        )
    }

    assert set(found) == owned_tables()
    assert {enabled for enabled, _, _ in found.values()} == {True}
    conditions = {condition for _, *both in found.values() for condition in both}
    assert len(conditions) == 1
    assert "app.user_id" in conditions.pop()


def test_every_key_between_owned_tables_goes_with_the_owner(db):
    keys = {
        (table, frozenset(columns))
        for table, columns in asked(
            """
            SELECT k.conrelid::regclass::text, (
                SELECT array_agg(a.attname::text) FROM pg_attribute a
                WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
            ) FROM pg_constraint k WHERE k.contype = 'f'
            """
        )
    }
    missing = [
        (model.__name__, field.name)
        for model in apps.get_models()
        if issubclass(model, Owned)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Owned)
        if (model._meta.db_table, frozenset({"owner_id", field.column})) not in keys
    ]

    assert missing == []


@pytest.mark.django_db(transaction=True)
def test_row_cannot_hang_on_another_users_parent(alice, mallory):
    company = CompanyFactory(owner=alice)
    with pytest.raises(IntegrityError, match="interviewer_company_id_owner"):
        InterviewerFactory(owner=mallory, company=company)


def test_without_a_filter_only_ones_own_rows_are_seen(alice, mallory):
    mine = CompanyFactory(owner=alice, name="Marrable")
    CompanyFactory(owner=mallory, name="Harrow")

    assert Company.objects.count() == 2
    with acting_for(alice.pk):
        assert list(Company.objects.all()) == [mine]
    with acting_for(None):
        assert list(Company.objects.all()) == []
    assert Company.objects.count() == 2


def test_another_users_row_can_neither_be_changed_nor_made(alice, mallory):
    note = a_note(alice, "private")
    with acting_for(mallory.pk):
        assert Note.objects.filter(pk=note.pk).update(text="defaced") == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Company.objects.create(owner=alice, name="planted")

    note.refresh_from_db()
    assert (note.text, Company.objects.filter(name="planted").count()) == ("private", 0)


def test_saving_statement_obeys_the_policies(alice, mallory):
    note = a_note(alice, "private")
    with acting_for(mallory.pk):
        assert Note.write_to(note.pk, alice, "defaced", base=1, op=uuid7()) is None
    with acting_for(alice.pk):
        assert Note.write_to(note.pk, alice, "mine", base=1, op=uuid7()).version == 2

    ((as_owner, rights),) = asked(
        "SELECT prosecdef, proacl::text FROM pg_proc WHERE proname = 'second_look_save_note'"
    )
    assert not as_owner
    assert "second_look_web=X" in rights
    assert "{=X" not in rights
    assert ",=X" not in rights


def test_web_role_may_touch_rows_only(db):
    for statement in (
        "CREATE TABLE public.mine (n int)",
        "ALTER TABLE interviews_note DISABLE ROW LEVEL SECURITY",
        "TRUNCATE interviews_note",
        "DELETE FROM django_migrations",
    ):
        with acting_for(None), pytest.raises(ProgrammingError), transaction.atomic():
            asked(statement)


def test_search_runs_for_the_web_role_alone(db):
    (rights,) = asked(
        "SELECT proacl::text, prosecdef, proconfig FROM pg_proc"
        " WHERE proname = 'second_look_search'"
    )

    granted = {entry.split("=")[0] for entry in rights[0].strip("{}").split(",")}
    assert granted == {connection.settings_dict["USER"], "second_look_web"}
    assert rights[1:] == (
        True,
        ["search_path=pg_catalog, public, pg_temp", "plan_cache_mode=force_custom_plan"],
    )


def test_policies_bind_the_web_role(db):
    check_binding()


def test_start_is_refused_where_policies_do_not_bind(monkeypatch, db):
    monkeypatch.setattr(second_lock, "ROLE", "none")  # stays the role that owns the tables

    with pytest.raises(ImproperlyConfigured, match="does not bind the role none on interviews_"):
        check_binding()


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_request_a_web_worker_sees_nothing(alice):
    """In a process of its own, as the server starts it; then with the role left out."""
    CompanyFactory(owner=alice)
    program = (
        "import interviews.wsgi\n"
        "from django.db import connection\n"
        "from interviews.models import Company, User\n"
        "print(Company.objects.count(), User.objects.count(), connection.settings_dict['OPTIONS'])"
    )
    name = connection.settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()

    def says(**variables):
        environment = os.environ | {"DATABASE_URL": url} | variables
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert says().startswith("0 1 {")
    assert "-c role=second_look_web -c statement_timeout=3s" in says(DATABASE_SECONDS="3")
    assert says(DATABASE_ROLE="").startswith("1 1 {")


def middleware_around(view, user):
    request = RequestFactory().get("/")
    request.user = user
    return SecondLockMiddleware(view)(request)


def test_an_error_takes_back_what_was_written(alice):
    def view(request):
        Company.objects.create(owner=alice, name="half saved")
        return HttpResponse(status=500)

    middleware_around(view, alice)

    assert Company.objects.filter(name="half saved").count() == 0


def test_success_over_a_broken_transaction_is_no_success(alice):
    def view(request):
        Company.objects.create(owner=alice, name="lost")
        transaction.set_rollback(True)
        return HttpResponse("saved")

    with pytest.raises(transaction.TransactionManagementError):
        middleware_around(view, alice)


@pytest.mark.django_db(transaction=True)
def test_settings_end_with_the_request(alice, client_of):
    meeting = a_meeting(alice)
    assert client_of(alice).get(meeting.get_absolute_url()).status_code == 200

    assert asked("SELECT current_user, current_setting('app.user_id', true)") == [
        (connection.settings_dict["USER"], "")
    ]
