"""Devices that save notes without a pause while the database is killed under them."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import threading
import time
from collections import defaultdict
from urllib.parse import urlencode

from interviews.models import uuid7
from tests.ops.test_embedded import postmaster

DEVICES = 4
SAVES = 15  # acknowledged between two kills, at least
KEPT = """
    select op::text, note_id::text, version, coalesce(sent, text) from interviews_noterevision
    where op = any(%s::uuid[]) or note_id = any(%s::uuid[])
"""


class Device(threading.Thread):
    """Writes a line at a time into one note, and does with each answer what a page does."""

    def __init__(self, number, site, address, headers):
        super().__init__(daemon=True)
        self.number, self.site, self.address, self.headers = number, site, address, headers
        self.text, self.base, self.lines = "", 0, 0
        self.sent, self.acknowledged = {}, {}  # by op: the text; the status and version
        self.ending = threading.Event()

    def run(self):
        while not self.ending.is_set():
            self.lines += 1
            self.text += f"device {self.number} line {self.lines}\n"
            self.save(str(uuid7()), self.text)

    def save(self, op, text):
        """The same op until there is an answer."""
        self.sent[op] = text
        while (answer := self.put(op, text)) is None:
            time.sleep(0.02)
        status, body = answer
        self.acknowledged[op] = status, body["version"]
        self.base = body["version"]
        if status == 409:  # keep both: whole lines, so that no line is cut
            mine = [line for line in text.splitlines() if line not in body["text"].splitlines()]
            self.text = body["text"] + "".join(f"{line}\n" for line in mine)
        else:
            self.text = body.get("text", text)

    def put(self, op, text):
        headers = self.headers | {"Idempotency-Key": op, "If-Match": f'"{self.base}"'}
        with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
            answer = self.site.ask("PUT", self.address, headers, text.encode())
            if answer.status in (200, 409):
                return answer.status, json.loads(answer.text)
            assert answer.status >= 500, (answer.status, answer.text)
        return None


def devices_of(site):
    """Two devices in each of two notes of a user who just signed up."""
    end = time.monotonic() + 30
    while not site.serves() and time.monotonic() < end:  # its connections may just have been ended
        time.sleep(0.1)
    headers, form = site.signed_up()
    assert site.ask("POST", "/sample/", headers, urlencode(form)).status == 302
    with site.administrator("second_look") as cursor:
        cursor.execute(
            "select m.id, m.owner_id from interviews_meeting m"
            " left join interviews_note n on n.meeting_id = m.id where n.id is null limit 2"
        )
        places = cursor.fetchall()
        cursor.execute("checkpoint")  # user and session outlive a server that promises nothing
    headers = {"Cookie": headers["Cookie"], "X-CSRFToken": form["csrfmiddlewaretoken"]}
    notes = [(f"/notes/{uuid7()}/", str(meeting), str(owner)) for meeting, owner in places]
    return [
        Device(
            number,
            site,
            notes[number % len(notes)][0],
            headers
            | {
                "X-Meeting": notes[number % len(notes)][1],
                "X-Owner": notes[number % len(notes)][2],
                "Content-Type": "text/plain; charset=utf-8",
            },
        )
        for number in range(DEVICES)
    ]


def stop_at_once(server):
    server._run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")


def kill(server):
    """End every process of it by KILL, the main one first."""
    main = postmaster(server)
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(main)], capture_output=True, text=True, check=True
    )
    for pid in [main, *map(int, listed.stdout.split())]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    while server.answers():
        time.sleep(0.01)


def under_load(site, ways):
    """What is wrong after the database ended in each of these ways: nothing, one hopes."""
    devices = devices_of(site)
    for device in devices:
        device.start()
    for way in ways:
        enough = sum(len(d.acknowledged) for d in devices) + SAVES
        end = time.monotonic() + 60
        while sum(len(d.acknowledged) for d in devices) < enough and time.monotonic() < end:
            time.sleep(0.005)
        way(site.server)
        site.server.start()
    for device in devices:
        device.ending.set()
    for device in devices:
        device.join(60)
    return faults_of(site, devices)


def faults_of(site, devices):
    sent = {op: text for device in devices for op, text in device.sent.items()}
    acknowledged = {op: seen for device in devices for op, seen in device.acknowledged.items()}
    notes = {device.address.split("/")[2] for device in devices}
    with site.administrator("second_look") as cursor:
        cursor.execute(KEPT, [list(sent), list(notes)])
        rows = cursor.fetchall()
    stored = {op: (version, text) for op, _, version, text in rows}
    versions = defaultdict(list)
    for _, note, version, _ in rows:
        if version:
            versions[note].append(version)
    lost = [op for op in acknowledged if op not in stored]
    wrong = [op for op, (_, text) in stored.items() if sent.get(op) != text]
    wrong += [
        op for op, (status, version) in acknowledged.items()
        if op in stored and stored[op][0] != (version if status == 200 else None)
    ]  # fmt: skip
    twice = len(rows) - len(stored)
    twice += sum(
        sorted(numbers) != list(range(1, len(numbers) + 1)) for numbers in versions.values()
    )
    faults = {"lost": len(lost), "wrong": len(wrong), "twice": twice}
    assert len(acknowledged) >= SAVES
    return {name: count for name, count in faults.items() if count}
