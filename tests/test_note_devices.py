"""The promise of the notes, tried by devices that lose requests and answers, repeat and reorder.

Each device does with every answer what docs/notes.md says a page does. Every text that reached the
server is found in the revisions, no acknowledged version is missing, nothing is stored twice, and
what was never acknowledged is still on its device.
"""

import datetime
import json
import os
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

import pytest
import time_machine
from django.db import OperationalError, connection, transaction
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
from interviews.models.note import LONGEST_NOTE
from tests.factories import UserFactory, a_meeting

LINES = st.lists(st.sampled_from(["a", "b", "c", "dé🙂", ""]), max_size=5).map("\n".join)
DEVICES = st.integers(0, 2)
# The rows of the table of answers, as a device meets them.
ROWS = {
    "200", "200 merged", "200 again", "409", "401", "403 csrf", "403 other_user", "404", "413",
    "422 op_reused", "422 headers_malformed", "428", "503", "no network", "no answer",
}  # fmt: skip
SEEN: Counter = Counter()
# The long runs: 300 in one go, 10,200 in `make soak`.
RUNS, BATCHES = 300, 34 if os.environ.get("SOAK") else 1
STEPS: list[int] = []


@dataclass
class Sent:
    """A save as a device froze it: what a repeat sends again."""

    op: str
    base: int
    text: str


@dataclass
class Device:
    """One phone or laptop: the note as it knows it, what is typed, what waits for its answer."""

    key: str = field(default_factory=lambda: str(uuid7()))
    version: int = 0
    draft: str | None = None
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
        self.client = self.logged_in(self.user)
        self.strict = self.logged_in(self.user, enforce_csrf_checks=True)
        self.other = self.logged_in(UserFactory())
        self.devices = [Device() for _ in range(3)]
        self.arrived: dict[str, Sent] = {}
        self.acknowledged: dict[str, dict] = {}
        self.steps = self.days_off = 0

    def logged_in(self, user, **options):
        client = Client(**options)
        client.force_login(user)
        client.raise_request_exception = False
        return client

    def teardown(self):
        try:
            for device in self.devices:  # the network is back: everything arrives
                while device.draft is not None or device.waiting:
                    self.send(device)
            self.nothing_is_lost()
        finally:
            STEPS.append(self.steps)
            transaction.set_rollback(True)
            self.rollback.__exit__(None, None, None)

    def put(self, device, save, client=None, **changed):
        """The server's answer to that save: its status and what it says."""
        headers = {
            "Idempotency-Key": save.op,
            "If-Match": f'"{save.base}"',
            "X-Owner": str(self.user.pk),
            "X-Meeting": str(self.meeting.pk),
        } | {name.replace("_", "-"): value for name, value in changed.items()}
        with time_machine.travel(self.clock()):
            response = (client or self.client).put(
                reverse("note-detail", args=[device.key]),
                save.text.encode(),
                content_type="text/plain; charset=utf-8",
                headers={name: value for name, value in headers.items() if value is not None},
            )
        return {"status": response.status_code, **json.loads(response.content)}

    def clock(self):
        """What the server takes for the time."""
        return datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=self.days_off)

    def deliver(self, device, save):
        """The answer to a save that arrives, checked against earlier answers to the same one."""
        answer = self.put(device, save)
        assert answer["status"] in (200, 409)
        again = save.op in self.arrived
        SEEN[f"{answer['status']}{' again' if again and answer['status'] == 200 else ''}"] += 1
        SEEN["200 merged"] += answer["status"] == 200 and "text" in answer
        self.arrived[save.op] = save
        if not again:
            SEEN["another clock"] += bool(self.days_off)
            off = self.clock() - datetime.datetime.fromisoformat(answer["saved_at"])
            assert abs(off) < datetime.timedelta(minutes=5), "one clock for every save"
        earlier = self.acknowledged.setdefault(save.op, answer)
        same = ("status", "id", "saved_at", "branch") + (
            ("version",) if answer["status"] == 200 else ()
        )
        assert {k: answer.get(k) for k in same} == {k: earlier.get(k) for k in same}
        return answer

    def freeze(self, device):
        """What the device sends now; from then on what is typed is the next draft."""
        if device.waiting is None and device.draft is not None:
            device.waiting = Sent(str(uuid7()), device.version, device.draft)
            device.draft = None
        return device.waiting

    def send(self, device):
        """The request arrives, and its answer too."""
        if save := self.freeze(device):
            answer = self.deliver(device, save)
            device.key, device.version, device.waiting = answer["id"], answer["version"], None

    @rule(n=DEVICES, text=LINES)
    def write(self, n, text):
        """Type; what was typed and not sent goes on from there."""
        self.steps += 1
        self.devices[n].draft = text

    @rule(target=sent, n=DEVICES, text=LINES)
    def write_and_send(self, n, text):
        """Type and send; the request is on its way, and may be lost."""
        self.steps += 1
        device = self.devices[n]
        device.draft = text
        return n, self.freeze(device)

    @rule(n=DEVICES, fate=st.sampled_from(["arrives", "arrives", "no answer", "no network"]))
    def send_waiting(self, n, fate):
        """The request arrives or not; its answer may be lost, and then it is sent again."""
        self.steps += 1
        device = self.devices[n]
        if fate == "arrives":
            self.send(device)
        elif save := self.freeze(device):
            SEEN[fate] += 1
            if fate == "no answer":
                self.deliver(device, save)

    @rule(late=sent)
    def arrive_late(self, late):
        """A request that was given up arrives after all, once more, or after later ones."""
        self.steps += 1
        n, save = late
        self.deliver(self.devices[n], save)

    @rule(n=DEVICES, row=st.sampled_from(["401", "403 csrf", "403 other_user", "503", "404"]))
    def be_kept(self, n, row):
        """What the server does not take stays on the device under its op, and is sent again."""
        self.steps += 1
        device = self.devices[n]
        save = self.freeze(device) or Sent(str(uuid7()), device.version, "never typed")
        if row == "401":
            answer = self.put(device, save, Client())
        elif row == "403 csrf":
            answer = self.put(device, save, self.strict)
        elif row == "403 other_user":
            answer = self.put(device, save, self.other)
        elif row == "404":
            answer = self.put(Device(), save, X_Meeting=str(uuid7()))
        else:
            with connection.execute_wrapper(fail_to_store):
                answer = self.put(device, save)
        assert f"{answer['status']} {answer['error']}".startswith(row), answer
        SEEN[row] += 1

    @rule(n=DEVICES, row=st.sampled_from(["413", "422 headers_malformed", "428"]))
    def be_refused(self, n, row):
        """What cannot be read or is too long is never cut and never stored."""
        self.steps += 1
        device = self.devices[n]
        save = Sent(str(uuid7()), device.version, device.draft or "typed")
        if row == "413":
            save.text = "x" * (LONGEST_NOTE + 1)
            answer = self.put(device, save)
        else:
            base = "one" if row.startswith("422") else None
            answer = self.put(device, save, If_Match=base)
        assert f"{answer['status']} {answer['error']}".startswith(row), answer
        SEEN[row] += 1

    @rule(late=sent, text=LINES)
    def reuse_an_op(self, late, text):
        """An op that came with another text is refused; with a new op the text is stored."""
        self.steps += 1
        n, save = late
        device = self.devices[n]
        if save.op not in self.arrived or text == save.text:
            return
        answer = self.put(device, Sent(save.op, device.version, text))
        assert (answer["status"], answer["error"]) == (422, "op_reused")
        SEEN["422 op_reused"] += 1
        device.draft = text if device.draft is None else f"{device.draft}\n{text}"
        self.send(device)

    @rule(days=st.sampled_from([-1, 0, 1]))
    def clock_goes_wrong(self, days):
        """From now on the server's clock is a day off, or right again."""
        self.steps += 1
        self.days_off = days

    @invariant()
    def nothing_is_lost(self):
        check(self.arrived, self.acknowledged)


def fail_to_store(run, sql, params, many, context):
    if "interviews_noterevision" in sql or "second_look_save_note" in sql:
        raise OperationalError("server closed")
    return run(sql, params, many, context)


def check(arrived, acknowledged):
    """Every text that arrived is stored, every acknowledged version is there, nothing twice."""
    rows = list(NoteRevision.objects.order_by("version"))
    stored = {str(row.op): row for row in rows}
    assert len(rows) == len(stored) == len(arrived), "one revision for each save"
    for op, save in arrived.items():
        assert op in stored, "each under the op with which it was sent"
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
    SEEN.clear()
    STEPS.clear()
    run_state_machine_as_test(
        Devices,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=False,
            database=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_devices_lose_no_text():
    run(examples=6, steps=20)


@pytest.mark.soak
@pytest.mark.django_db
@pytest.mark.parametrize("batch", range(BATCHES))
def test_devices_lose_no_text_for_long(batch):
    """Long runs that met every row of the table of answers often enough to count.

    In batches, each with random numbers and a transaction of its own: one run of thousands is
    slower with each step, for all that Hypothesis and PostgreSQL have to remember of it.
    """
    run(examples=RUNS, steps=60, phases=[Phase.generate, Phase.shrink])

    assert len(STEPS) >= RUNS, batch
    assert median(STEPS) >= 20
    assert {row: SEEN[row] for row in ROWS | {"another clock"} if SEEN[row] < 50} == {}


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


@pytest.mark.django_db
def test_devices_notice_a_device_that_changes_its_op(monkeypatch):
    """The check fails too where a repeat comes under another op than the first time."""
    put = Devices.put

    def anew(self, device, save, client=None, **changed):
        return put(self, device, Sent(str(uuid7()), save.base, save.text), client, **changed)

    monkeypatch.setattr(Devices, "put", anew)
    with pytest.raises(AssertionError):
        run(examples=60, steps=15, phases=[Phase.generate])
