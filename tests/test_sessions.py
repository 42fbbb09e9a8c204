"""Who asks: session and user, found by statements of our own as Django's would find them."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from interviews.accounts import AccountBackend
from interviews.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(client, alice):
    client.force_login(alice)
    return client.session.session_key


def test_session_holds_what_djangos_store_reads(key, alice):
    found = SessionStore(key).load()

    assert found[SESSION_KEY] == str(alice.pk)
    assert found == db.SessionStore(key).load()


@pytest.mark.parametrize("how", ["run out", "gone", "unknown", "damaged"])
def test_session_that_is_none_loses_its_key_or_holds_nothing(key, how):
    if how == "run out":
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    elif how == "gone":
        Session.objects.all().delete()
    elif how == "damaged":
        Session.objects.update(session_data="no signature")
    store = SessionStore("another-key" if how == "unknown" else key)

    assert store.load() == {}
    assert store.session_key == (key if how == "damaged" else None)


def test_user_is_the_one_that_djangos_backend_finds(alice):
    found, theirs = AccountBackend().get_user(alice.pk), ModelBackend().get_user(alice.pk)

    for field in alice._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(theirs, field.attname), field.name
    assert not found._state.adding
    assert found._state.db == "default"


def test_user_who_is_switched_off_or_gone_is_nobody(alice):
    alice.is_active = False
    alice.save()
    assert AccountBackend().get_user(alice.pk) is None
    pk = alice.pk
    alice.delete()
    assert AccountBackend().get_user(pk) is None
