"""The promise of the notes, tried by devices that lose requests and answers, repeat and reorder.

Every text that reached the server is found in the revisions, no acknowledged version is missing,
and nothing is stored twice.
"""

import json
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from interviews.models import Note, NoteRevision, User, uuid7
from tests.factories import UserFactory, a_meeting

LINES = st.lists(st.sampled_from(["a", "b", "c", "dé🙂", ""]), max_size=5).map("\n".join)


@dataclass
class Sent:
    """A save as a device froze it: what a repeat sends again."""

    op: str
    base: int
    text: str


@dataclass
class Device:
    """One phone or laptop: the note as it knows it, and the save that waits for its answer."""

    key: str = field(default_factory=lambda: str(uuid7()))
    version: int = 0
    waiting: Sent | None = None


class Devices(RuleBasedStateMachine):
    """Devices of one user that write into the note of one meeting."""

    sent = Bundle("sent")

    def __init__(self):
        super().__init__()
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        self.user: User = UserFactory()
        self.meeting = a_meeting(self.user)
        self.client = Client()
        self.client.force_login(self.user)
        self.devices = [Device() for _ in range(3)]
        self.arrived: dict[str, Sent] = {}
        self.acknowledged: dict[str, dict] = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)

    def deliver(self, device, save):
        """The server's answer to that save, checked against earlier answers to the same one."""
        response = self.client.put(
            reverse("note-detail", args=[device.key]),
            save.text.encode(),
            content_type="text/plain; charset=utf-8",
            headers={
                "Idempotency-Key": save.op,
                "If-Match": f'"{save.base}"',
                "X-Owner": str(self.user.pk),
                "X-Meeting": str(self.meeting.pk),
            },
        )
        assert response.status_code in (200, 409)
        answer = {"status": response.status_code, **json.loads(response.content)}
        self.arrived[save.op] = save
        earlier = self.acknowledged.setdefault(save.op, answer)
        same = ("status", "id", "saved_at", "branch") + (
            ("version",) if answer["status"] == 200 else ()
        )
        assert {k: answer.get(k) for k in same} == {k: earlier.get(k) for k in same}
        return answer

    @rule(target=sent, n=st.integers(0, 2), text=LINES)
    def write(self, n, text):
        """Type and send; the request is on its way, and may be lost."""
        device = self.devices[n]
        device.waiting = device.waiting or Sent(str(uuid7()), device.version, text)
        return n, device.waiting

    @rule(n=st.integers(0, 2), is_lost=st.booleans())
    def send_waiting(self, n, is_lost):
        """The request arrives; its answer may be lost, and then it is sent again some day."""
        device = self.devices[n]
        if device.waiting:
            answer = self.deliver(device, device.waiting)
            if not is_lost:
                device.key, device.version, device.waiting = answer["id"], answer["version"], None

    @rule(late=sent)
    def arrive_late(self, late):
        """A request that was given up arrives after all, once more, or after later ones."""
        n, save = late
        self.deliver(self.devices[n], save)

    @invariant()
    def nothing_is_lost(self):
        check(self.arrived, self.acknowledged)


def check(arrived, acknowledged):
    """Every text that arrived is stored, every acknowledged version is there, nothing twice."""
    rows = list(NoteRevision.objects.order_by("version"))
    stored = {str(row.op): row for row in rows}
    assert len(rows) == len(stored) == len(arrived), "one revision for each save"
    for op, save in arrived.items():
        row = stored[op]
        assert (row.text if row.sent is None else row.sent) == save.text, "the text that was sent"
    for op, answer in acknowledged.items():
        row = stored[op]
        wanted = answer["version"] if answer["status"] == 200 else None
        assert row.version == wanted, "the version that was acknowledged"
    versions = [row.version for row in rows if row.version is not None]
    assert versions == list(range(1, len(versions) + 1)), "no gap and no duplicate"
    if note := Note.objects.first():
        assert (Note.objects.count(), note.version) == (1, len(versions))
        assert note.text == rows[len(versions) - 1].text if versions else note.text == ""


def run(examples, steps, phases=tuple(Phase)):
    run_state_machine_as_test(
        Devices,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_devices_lose_no_text():
    run(examples=12, steps=15)


@pytest.mark.soak
@pytest.mark.django_db
def test_devices_lose_no_text_for_long():
    run(examples=600, steps=50)


@pytest.mark.django_db
@pytest.mark.parametrize("fault", ["no branch", "no repeat", "cut"])
def test_devices_notice_a_server_that_loses_text(monkeypatch, fault):
    """The check fails where it should: on a server with one of these faults."""
    real = Note._store

    def lose(note, text, op, base, digest):
        return real(note, note.text, op, base, digest)

    def forget(note, earlier, digest):
        return real(note, earlier.text, uuid7(), note.version, digest)

    def cut(note, text, op, base, digest, sent=None):
        return real(note, text[:-1], op, base, digest, sent)

    name = {"no branch": "_branch", "no repeat": "_replay", "cut": "_store"}[fault]
    monkeypatch.setattr(Note, name, {"_branch": lose, "_replay": forget, "_store": cut}[name])
    with pytest.raises(AssertionError):
        run(examples=60, steps=15, phases=[Phase.generate])  # the first failure will do
