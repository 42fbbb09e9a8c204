"""An account that is deleted leaves nothing, in no table; and it is not deleted by accident."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from interviews.models import Company, User
from tests.addresses import everything_of

ADDRESS = "/account/delete/"
# Every table with a column that names a user, out of the catalogue and not out of our models.
OF_A_USER = """
    SELECT c.relname, a.attname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND (a.attname IN ('owner_id', 'user_id')
           OR (c.relname, a.attname) = ('interviews_user', 'id'))
    ORDER BY c.relname
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_before(db):
    cache.clear()


def rows_of(user_id):
    """A checksum of that user's rows in each table; nothing where there are none."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(OF_A_USER)
        for table, column in cursor.fetchall():
            cursor.execute(
                f'SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t'
                f' WHERE t."{column}" = %s',
                [user_id],
            )
            found[table] = cursor.fetchone()[0]
    return found


def settled(user, password):
    """A user with a row in every table, logged in from two places."""
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    clients = [Client(), Client()]
    for client in clients:
        client.post(reverse("account_login"), {"login": user.email, "password": password})
    everything_of(user, user.name)
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return clients


def answered(client, password):
    client.post(reverse("account_reauthenticate"), {"password": password})
    return client


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_of_the_user_and_nothing_of_others_is_touched(alice, mallory):
    here, elsewhere = settled(alice, "wonderland")
    hers, _ = settled(mallory, "in the middle")
    mine, before = rows_of(alice.pk), rows_of(mallory.pk)
    assert [table for table, rows in {**mine, **before}.items() if rows is None] == []
    answered(here, "wonderland")

    response = here.post(ADDRESS, {"address": "Alice@example.org "}, follow=True)

    assert response.redirect_chain == [(reverse("account-deleted"), 302)]
    assert "<h1>Your account is deleted</h1>" in response.text
    assert set(rows_of(alice.pk).values()) == {None}
    assert rows_of(mallory.pk) == before
    assert Session.objects.count() == 2
    for client in (here, elsewhere):
        assert client.get("/")["Location"] == "/account/login/?next=/"
    assert hers.get("/").status_code == 200


def test_deletion_frees_the_address(alice):
    here, _ = settled(alice, "wonderland")
    answered(here, "wonderland").post(ADDRESS, {"address": alice.email})

    User.objects.create_user(email=alice.email, password="wonderland")
    assert Company.objects.visible_to(User.objects.get()).count() == 0


@pytest.mark.parametrize("typed", ["", "yes", "mallory@example.org", "alice@example.org.evil"])
def test_deletion_wants_ones_own_address_typed(client_of, alice, mallory, typed):
    everything_of(alice, "Alice")
    client, before = client_of(alice), rows_of(alice.pk)
    response = client.post(ADDRESS, {"address": typed})

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["address"])
    assert f'value="{typed}"' in response.text or not typed
    assert rows_of(alice.pk) == before


def test_deletion_asks_who_it_is_first(alice):
    here, _ = settled(alice, "wonderland")
    before = rows_of(alice.pk)
    response = here.post(ADDRESS, {"address": alice.email})

    assert response["Location"].startswith(reverse("account_reauthenticate"))
    assert rows_of(alice.pk) == before
    assert Authenticator.objects.count() == 3


def test_everything_can_be_taken_along_before(alice, mallory, client_of):
    everything_of(alice, "Xanthippe")
    everything_of(mallory, "Hephaistos")

    response = client_of(alice).get(reverse("account-export"))

    data = response.json()
    assert response.headers["Content-Disposition"] == 'attachment; filename="second-look.json"'
    assert data["account"]["email"] == alice.email
    empty = {kind for kind, rows in data.items() if not rows}
    assert empty == set()
    assert "Hephaistos" not in response.text
    assert "token_hash" not in response.text
