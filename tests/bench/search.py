"""Search over 100,000 notes of 500 owners, beside its own SQL; one owner has 20,000 of them."""

import http.client
import time
from statistics import median

OWNERS = 500
MANY, FEW = 20_000, 200  # notes of Alice, and of Bob
WORD = "valves"  # in one note of fifty
NOTES = """
    WITH days AS (SELECT owner_id, id FROM interviews_interviewday WHERE address = 'searched'),
    made AS (
        SELECT owner_id, id AS day_id, gen_random_uuid() AS meeting_id, n
        FROM days, generate_series(1, CASE owner_id WHEN %(alice)s THEN %(many)s
            WHEN %(bob)s THEN %(few)s ELSE %(each)s END) AS n)
    SELECT owner_id, day_id, meeting_id, n INTO TEMPORARY made FROM made
"""
TEXTS = """
    INSERT INTO interviews_note (id, owner_id, day_id, meeting_id, text, version, created_at,
        updated_at)
    SELECT gen_random_uuid(), owner_id, day_id, meeting_id,
        'They build pumps in Newport; ' || md5(n::text || owner_id) || ' said the lead. '
        || repeat('Nobody works on Fridays in summer. ', 5)
        || CASE WHEN n % 50 = 0 THEN 'And valves in Cardiff.' ELSE '' END,
        1, now(), now() - n * interval '1 minute'
    FROM made
"""


def fill(alice, bob):
    """As many notes, each in a meeting of its own."""
    from django.db import connection

    from interviews.models import Meeting
    from tests.factories import DayFactory, MeetingFactory, UserFactory

    owners = [alice, bob, *(UserFactory() for _ in range(OWNERS - 2))]
    for owner in owners:
        DayFactory(application__company__owner=owner, address="searched")
    template = MeetingFactory.build(day=DayFactory(application__company__owner=alice))
    each = (100_000 - MANY - FEW) // (OWNERS - 2)
    with connection.cursor() as cursor:
        cursor.execute(
            NOTES, {"alice": alice.pk, "bob": bob.pk, "many": MANY, "few": FEW, "each": each}
        )
        cursor.execute("SELECT owner_id, day_id, meeting_id FROM made")
        rows = cursor.fetchall()
        for start in range(0, len(rows), 5_000):
            Meeting.objects.bulk_create(
                Meeting(
                    id=meeting,
                    owner_id=owner,
                    day_id=day,
                    starts_at=template.starts_at,
                    title="Tour",
                    overlap_allowed=True,
                )
                for owner, day, meeting in rows[start : start + 5_000]
            )
        cursor.execute(TEXTS)
        cursor.execute("SELECT gin_clean_pending_list('note_search')")
        cursor.execute("ANALYZE")
    return len(rows)


def own_sql(user, rounds=15):
    """The median seconds of the search's own statements, as the page asks them, in their role."""
    from interviews.history import Filters, search
    from interviews.second_lock import acting_for

    took = []
    for _ in range(rounds):
        with acting_for(user.pk):
            start = time.perf_counter()
            search(WORD, Filters())
            took.append(time.perf_counter() - start)
    return median(took)


def page(port, session, rounds=30):
    """The median seconds of the page with the answers, one after the other on one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Host": f"localhost:{port}", "Cookie": f"sessionid={session}"}
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        connection.request("GET", f"/history/?q={WORD}", headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        took.append(time.perf_counter() - start)
        assert answer.status == 200, text
        assert "<mark>" in text, text
    connection.close()
    return median(took)


def compare(alice, bob, port, session_of):
    """Lines that say how long the page and its SQL take, for an owner of many and one of few."""
    count = fill(alice, bob)
    found = {}
    for name, user in (("many", alice), ("few", bob)):
        found[name] = sql, whole = own_sql(user), page(port, session_of(user))
        notes = MANY if name == "many" else FEW
        yield (
            f"search of {count:,} notes, an owner of {notes:,}: SQL {sql * 1000:.1f} ms, page "
            f"{whole * 1000:.1f} ms, {whole / sql:.2f} times (≤ 3)"
        )
    times = found["many"][1] / found["few"][1]
    yield f"the page of the owner of {MANY:,}: {times:.2f} times that of the other (≤ 3)"
