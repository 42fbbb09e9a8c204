"""Two users never see each other's rows, and nobody sees any: at every address there is.

The last test breaks the filter by owner on purpose: the walk must see that, at every address.
"""

from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from interviews import second_lock
from interviews.models import Note, uuid7
from interviews.models.owned import Owned, OwnedQuerySet, TrashableQuerySet
from tests.addresses import (
    ANYONE,
    OF_ALLAUTH,
    OWNED,
    SHOWS_NOTHING,
    SIGNED_IN,
    everything_of,
    names,
    owned_addresses,
    posted,
    put_headers,
    signed_in_addresses,
)
from tests.page_forms import forms_on, pages_of

WORD = "Xanthippe"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
WITH_VIEWS = ("GET", "POST", "PUT")  # the others have none of their own


@pytest.fixture
def rows(alice):
    """All that alice has, her name and every text with one word that nobody else has."""
    alice.name, alice.email = WORD, f"{WORD}@example.org"
    alice.save()
    return everything_of(alice, WORD)


@contextmanager
def undone():
    """What happens inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def owned_models():
    return sorted(
        (model for model in apps.get_models() if issubclass(model, Owned)),
        key=lambda model: model._meta.db_table,
    )


def fingerprint(owner):
    """A checksum of every row of that owner, table by table."""
    tables = [
        "select coalesce(md5(string_agg(t::text, ',' order by t.id)), '') "
        f"from {connection.ops.quote_name(model._meta.db_table)} t where t.owner_id = %s"
        for model in owned_models()
    ]
    user = "select md5(u::text) from interviews_user u where u.id = %s"
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join([*tables, user]), [owner.pk] * (len(tables) + 1))
        return [row[0] for row in cursor.fetchall()]


def ask(client, user, rows, method, name, address):
    """The answer to that method there, with what the address asks for before it looks at rows."""
    if method == "PUT":
        headers = put_headers(name, user)
        return client.put(address, "overwritten", content_type="text/plain", headers=headers)
    data = posted(name, rows) if method == "POST" else {}
    return getattr(client, method.lower())(address, data)


def shows(response, word):
    return word in response.content.decode() or word in str(response.headers)


def all_addresses(rows):
    return [*owned_addresses(rows), *signed_in_addresses(rows)]


def leaks(client, user, rows, client_of_owner, methods=METHODS):
    """What `user` gets to see or change of the rows: a set of (name, what is wrong)."""
    before, found = fingerprint(rows.owner), set()
    for name, address in all_addresses(rows):
        with undone():
            answers = {m: ask(client, user, rows, m, name, address) for m in methods}
            if any(shows(answer, rows.word) for answer in answers.values()):
                found.add((name, "shows the word"))
            if fingerprint(rows.owner) != before:
                found.add((name, "changes rows"))
        statuses = {m: answer.status_code for m, answer in answers.items()}
        if name in OWNED and statuses != not_found(client_of_owner, rows, name, address, statuses):
            found.add((name, f"answers {statuses}"))
    return found


def not_found(client_of_owner, rows, name, address, statuses):
    """The answers for a stranger: 404, or 405 for a method that the owner may not use either."""
    refused = [m for m, status in statuses.items() if status == 405]
    with undone():
        own = {m: ask(client_of_owner, rows.owner, rows, m, name, address) for m in refused}
    return {m: 405 if m in own and own[m].status_code == 405 else 404 for m in statuses}


def test_every_address_is_classified_once():
    classified = [*ANYONE, *SIGNED_IN, *OWNED]

    assert sorted(classified) == sorted(set(names()))


def test_nobody_is_sent_to_log_in_and_changes_nothing(rows):
    before, found = fingerprint(rows.owner), []
    for name, address in all_addresses(rows):
        for method in METHODS:
            response = ask(Client(), rows.owner, rows, method, name, address)
            if method in ("GET", "HEAD", "POST"):
                sent = response.status_code == 302 and response["Location"].startswith(
                    reverse("account_login")
                )
                if (name, method) == ("note-detail", "POST"):  # what was typed stays on the page
                    sent = response.status_code == 401
            else:
                sent = (response.status_code, response.content) == (
                    401,
                    b'{"error": "signed_out"}',
                )
            if not sent or "sessionid" in response.cookies:
                found.append((name, method, response.status_code))

    assert found == []
    assert fingerprint(rows.owner) == before


def test_what_anyone_may_open_shows_nothing(rows):
    before = fingerprint(rows.owner)
    found = []
    for name, args in ANYONE.items():
        for method in METHODS:
            response = ask(Client(), rows.owner, rows, method, name, reverse(name, args=args))
            if shows(response, WORD) or response.status_code >= 500:
                found.append((name, method, response.status_code))

    assert found == []
    assert fingerprint(rows.owner) == before


def test_other_users_see_and_change_nothing(rows, mallory, client_of):
    found = leaks(client_of(mallory), mallory, rows, client_of(rows.owner))

    assert found == set()


def test_owner_sees_the_rows(rows, client_of):
    """The control: where the word would show if it leaked, it does show to its owner."""
    client = client_of(rows.owner)
    blind = {name for name, address in all_addresses(rows) if not shows(client.get(address), WORD)}

    assert blind == SHOWS_NOTHING


@pytest.fixture
def without_first_lock(monkeypatch):
    """Every filter by owner lets all rows through."""
    monkeypatch.setattr(OwnedQuerySet, "visible_to", lambda self, _user: self.all())
    monkeypatch.setattr(TrashableQuerySet, "kept_for", lambda self, _user: self.all())
    write_to = Note.write_to

    def write_to_anybodys(note_id, owner, *args, **fields):
        note = Note.objects.select_related("owner").filter(pk=note_id).first()
        return write_to(note_id, note.owner if note else owner, *args, **fields)

    monkeypatch.setattr(Note, "write_to", write_to_anybodys)


@pytest.fixture
def without_second_lock(monkeypatch):
    """Requests keep the role that owns the tables, which policies do not bind."""
    monkeypatch.setattr(second_lock, "ROLE", "none")


@pytest.mark.usefixtures("without_first_lock")
def test_second_lock_alone_holds(rows, mallory, client_of):
    assert leaks(client_of(mallory), mallory, rows, client_of(rows.owner), WITH_VIEWS) == set()


@pytest.mark.usefixtures("without_second_lock")
def test_first_lock_alone_holds(rows, mallory, client_of):
    assert leaks(client_of(mallory), mallory, rows, client_of(rows.owner), WITH_VIEWS) == set()


@pytest.mark.usefixtures("without_first_lock", "without_second_lock")
def test_walk_notices_when_both_locks_are_open(rows, mallory, client_of):
    asked = ("GET", "POST")
    found = leaks(client_of(mallory), mallory, rows, client_of(rows.owner), asked)

    assert set(OWNED) - OF_ALLAUTH - {name for name, _ in found} == set()


def strangers():
    """The foreign keys by which some row hangs on a row of another owner."""
    return [
        (model.__name__, field.name)
        for model in owned_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Owned)
        if model._base_manager.filter(**{f"{field.name}__isnull": False})
        .exclude(**{f"{field.name}__owner": models.F("owner")})
        .exists()
    ]


def trespasses(mine, theirs):
    """Forms at one's own addresses that name the rows of somebody else: (name, args, data)."""
    meeting = {"date": "2025-05-06", "start": "15:00", "title": "Mine", "known": [theirs.person.pk]}
    person = {"name": "Mine", "company": theirs.company.pk}
    rating = {"rating": 1, "dimension": mine.dimension.pk}
    note = {"text": "Mine", "base": 0}
    kind = f"roles-{theirs.person.pk}"
    return [
        ("visit-agenda", [mine.day.pk], meeting),
        ("meeting-edit", [mine.meeting.pk], meeting),
        ("person-create", [], person),
        ("person-edit", [mine.person.pk], person),
        ("person-merge", [mine.person.pk], {"duplicate": theirs.person.pk}),
        ("application-roles", [mine.application.pk], {"shown": theirs.person.pk, kind: "peer"}),
        ("visit-impressions", [mine.day.pk], rating | {"dimension": theirs.dimension.pk}),
        ("visit-impressions", [mine.day.pk], rating | {"meeting": theirs.meeting.pk}),
        ("meeting-impression", [mine.meeting.pk], rating | {"dimension": theirs.dimension.pk}),
        ("note-detail", [uuid7()], note | {"op": uuid7(), "meeting": theirs.meeting.pk}),
        ("note-detail", [uuid7()], note | {"op": uuid7(), "visit": theirs.day.pk}),
        ("mail-delete", [mine.day.pk, theirs.mail.pk], {}),
        ("trash-restore", ["visit", theirs.day.pk], {}),
    ]


def test_ids_of_another_users_rows_in_a_form_lead_nowhere(rows, mallory, client_of):
    mine = everything_of(mallory, "Mallory")
    before = fingerprint(rows.owner)
    client, found = client_of(mallory), []
    for name, args, data in trespasses(mine, rows):
        response = client.post(reverse(name, args=args), data)
        turned_down = response.status_code in (404, 422) or name == "application-roles"
        if not turned_down or shows(response, WORD):
            found.append((name, response.status_code))

    assert found == []
    assert strangers() == []
    assert fingerprint(rows.owner) == before


def swapped(form, ids):
    """The form filled in, with another id for each that is in `ids`, in names and values."""
    data, found = {}, False
    for name, values in form.fields.items():
        chosen = next((value for value in values if value in ids), values[0] if values else "")
        mine = next((key for key in ids if key in name), "")
        data[name.replace(mine, ids[mine]) if mine else name] = ids.get(chosen, chosen)
        found = found or bool(mine) or chosen in ids
    return data if found else None


def test_no_form_takes_the_ids_of_another_users_rows(rows, mallory, client_of):
    """Every form on one's pages, with the ids of one's rows changed for those of somebody else."""
    mine = everything_of(mallory, "Mallory")
    kinds = [kind for kind, row in vars(mine).items() if isinstance(row, Owned)]
    ids = {str(getattr(mine, kind).pk): str(getattr(rows, kind).pk) for kind in kinds}
    client, before, found, routes = client_of(mallory), fingerprint(rows.owner), [], set()
    for form in forms_on(client, pages_of(mine)):
        if (data := swapped(form, ids)) is None:
            continue
        routes.add(form.route)
        with undone():
            send = client.post if form.method == "post" else client.get
            response = send(form.action.split("?")[0], data, follow=True)
            if shows(response, WORD) or fingerprint(rows.owner) != before or strangers():
                found.append((form.route, data, response.status_code))

    assert found == []
    assert {"visit-agenda", "person-create", "application-roles", "meeting-edit"} <= routes
