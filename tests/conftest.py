"""The cast and the stage of every test: alice owns, mallory does not."""

import os
import shutil
import time

import pytest
from django.conf import settings
from django.test import Client

from tests.cluster import Cluster

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop in the tests' thread
    "HTTPS": "off",
    "SECRET_KEY": "for tests only, and long enough to be taken for a real one",
}
SETTINGS_OF_THE_USER = ("ALLOWED_HOSTS", "DEBUG", "EMAIL_URL", "TRUSTED_PROXY_COUNT")
CLUSTER = pytest.StashKey[Cluster]()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """Start the database before Django reads its settings, and before the workers begin."""
    if hasattr(config, "workerinput") or "PYTEST_XDIST_WORKER" in os.environ:
        return
    for name in SETTINGS_OF_THE_USER:
        os.environ.pop(name, None)
    os.environ.update(ENVIRONMENT)
    cluster = Cluster()
    config.stash[CLUSTER] = cluster
    os.environ["DATABASE_URL"] = cluster.start()
    assert settings.DATABASES, "read now: pytest-django sets Django up if its settings were read"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    if cluster := config.stash.get(CLUSTER, None):
        cluster.stop()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Long tests first, so that two workers end together; within both parts the order is random."""
    items.sort(key=lambda item: not ("browser" in item.keywords or "test_fuzz" in item.nodeid))


@pytest.fixture
def alice(db, django_user_model):
    """Who owns what a test is about."""
    return django_user_model.objects.create_user(
        email="alice@example.org", password="wonderland", name="Alice", time_zone="Europe/London"
    )


@pytest.fixture
def mallory(db, django_user_model):
    """Another user, who must not see it."""
    return django_user_model.objects.create_user(
        email="mallory@example.org",
        password="in the middle",
        name="Mallory",
        time_zone="Europe/London",
    )


@pytest.fixture
def client_of(db):
    """A function: a user's client, logged in, who has just shown who they are."""

    def logged_in(user):
        client = Client()
        client.force_login(user)
        session = client.session
        session["account_authentication_methods_user"] = str(user.pk)
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session.save()
        return client

    return logged_in


# The browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, or whatever there is, in place of a downloaded one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.fail("The browser tests need chromium or google-chrome on the PATH.")
    flags = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium's sandbox refuses root
    return {**browser_type_launch_args, "executable_path": path, "args": flags}
