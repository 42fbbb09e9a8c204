"""How many queries each page takes: as many for much as for little, and few.

Not counted are those for the session and the user, and the statements of transactions.
"""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from interviews.models import (
    AgendaImport,
    Application,
    Attendance,
    Company,
    Dimension,
    Expense,
    Impression,
    InterviewDay,
    Interviewer,
    Letter,
    Meeting,
    Note,
    Quality,
    Role,
    Source,
    SourceUse,
    Task,
)
from tests.addresses import SHOWS_NOTHING, everything_of, owned_addresses, signed_in_addresses

MOST, MOST_OF = 6, {"compare": 12, "home": 12, "visit-prepare": 12}
NOT_COUNTED = re.compile(
    r'(RELEASE )?SAVEPOINT|BEGIN|COMMIT|ROLLBACK|SELECT set_config|.*"django_session"'
    r'|SELECT "interviews_user".* WHERE "interviews_user"."id" = \d+ LIMIT 21$',
    re.DOTALL,
)
COUNTS = {
    "agenda-changes": 5,
    "agenda-import": 1,
    "agenda-preview": 3,
    "answer-edit call": 3,
    "answer-edit inquiry": 2,
    "answer-remove call": 2,
    "answer-remove inquiry": 2,
    "application-create": 1,
    "application-delete": 2,
    "application-detail": 6,
    "application-edit": 1,
    "application-roles": 3,
    "call-create": 1,
    "call-create ?application": 1,
    "company-delete": 1,
    "company-detail": 6,
    "company-edit": 1,
    "company-list": 1,
    "compare": 5,
    "compare ?application": 5,
    "day-sheet": 4,
    "dimension-edit": 1,
    "dimension-list": 3,
    "dimension-remove": 3,
    "expense-edit": 2,
    "expense-remove": 2,
    "history": 3,
    "history ?company": 2,
    "history ?mark": 2,
    "history ?outcome": 2,
    "history ?q": 2,
    "history ?year": 2,
    "home": 8,
    "impression-edit": 2,
    "impression-remove": 2,
    "letter-file": 4,
    "letter-print": 1,
    "letter-send": 4,
    "letter-template": 1,
    "letter-template-delete": 1,
    "letter-templates": 1,
    "letter-write": 5,
    "mail-delete": 2,
    "meeting-calendar": 3,
    "meeting-delete": 3,
    "meeting-detail": 6,
    "meeting-edit": 5,
    "meeting-someone": 1,
    "note-revisions": 3,
    "must-have-create": 3,
    "must-have-edit": 2,
    "must-have-remove": 1,
    "now": 3,
    "offline-meeting": 6,
    "offline-pages": 2,
    "person-card": 1,
    "person-create": 1,
    "person-create ?company": 1,
    "person-delete": 1,
    "person-detail": 3,
    "person-edit": 2,
    "person-list": 2,
    "person-list ?company": 2,
    "person-merge": 2,
    "person-merge ?with": 3,
    "question-edit": 1,
    "asked-edit": 1,
    "asked-list": 3,
    "asked-remove": 1,
    "asked-same": 4,
    "meeting-asked": 1,
    "meeting-questions": 3,
    "question-list": 1,
    "prepare-expenses": 2,
    "prepare-first": 2,
    "prepare-logistics": 2,
    "prepare-qualities": 2,
    "prepare-sources": 4,
    "prepare-unknown": 3,
    "quality-edit": 2,
    "quality-remove": 2,
    "source-edit": 4,
    "source-remove": 2,
    "task-edit": 3,
    "task-remove": 2,
    "visit-asked": 3,
    "visit-questions": 5,
    "trash": 5,
    "trash-restore application": 2,
    "trash-restore company": 1,
    "trash-restore meeting": 1,
    "trash-restore person": 1,
    "trash-restore visit": 3,
    "visit-agenda": 4,
    "visit-calendar": 4,
    "visit-cards": 2,
    "visit-create": 1,
    "visit-create ?company": 1,
    "visit-decision": 6,
    "visit-delete": 3,
    "visit-detail": 4,
    "visit-edit": 3,
    "visit-impressions": 6,
    "visit-letters": 5,
    "visit-list": 2,
    "visit-mail": 2,
    "visit-prepare": 7,
    "visit-marks": 2,
}


def pages(rows):
    """Every page by its name, with its question or its kind where it has several."""
    found = {}
    for name, address in [*owned_addresses(rows), *signed_in_addresses(rows)]:
        question = re.match(r".*(\?[a-z]+)=", address)
        kind = re.match(r"/(?:trash|answers)/([a-z]+)/", address)
        more = " ".join(match[1] for match in (question, kind) if match)
        if name not in SHOWS_NOTHING and not name.startswith(("account", "mfa_")):
            found[f"{name} {more}".strip()] = address
    return found


def counted(client, address):
    """The queries that the page takes."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured if not NOT_COUNTED.match(query["sql"])]


def grow(rows):
    """50 meetings on the day, 1,000 notes, and 30 of everything else."""
    owner, start = rows.owner, rows.meeting.starts_at

    def made(model, fields):
        return model.objects.bulk_create([model(owner=owner, **values) for values in fields])

    companies = made(Company, [{"name": f"Company {n}"} for n in range(30)])
    applications = made(Application, [{"company": c, "position": "Engineer"} for c in companies])
    people = made(
        Interviewer, [{"company": c, "name": f"Person {n}"} for n, c in enumerate(companies)]
    )
    people += made(
        Interviewer, [{"company": rows.company, "name": f"There {n}"} for n in range(30)]
    )
    made(
        Role, [{"application": rows.application, "person": p, "role": "peer"} for p in people[30:]]
    )
    today = timezone.now().date()
    days = made(
        InterviewDay,
        [
            {"application": a, "date": today + timedelta(days=n - 20), "time_zone": "Europe/London"}
            for n, a in enumerate(applications)
        ],
    )
    meetings = made(
        Meeting,
        [
            {"day": day, "starts_at": start + timedelta(minutes=30 + n), "title": f"Word {n}"}
            for day in (rows.day, rows.kept_day)
            for n in range(49)
        ]
        + [
            {"day": day, "starts_at": start + timedelta(minutes=n), "title": f"Word {n}"}
            for day in days
            for n in range(34)
        ],
    )
    made(Attendance, [{"meeting": m, "person": p} for m in meetings[:49] for p in people[:3]])
    made(Note, [{"meeting": m, "day": m.day, "text": "lobby, lights"} for m in meetings])
    made(Letter, [{"day": rows.day, "person": p, "body": "Thank you."} for p in people])
    dimensions = made(Dimension, [{"name": f"Dimension {n}"} for n in range(30)])
    made(Impression, [{"day": rows.day, "dimension": d, "rating": 1} for d in dimensions])
    made(
        Impression,
        [
            {
                "day": rows.day,
                "meeting": rows.meeting,
                "dimension": d,
                "rating": 1,
                "observation": "x",
            }
            for d in dimensions
        ],
    )
    made(Impression, [{"day": day, "dimension": dimensions[0], "rating": 1} for day in days])
    made(AgendaImport, [{"day": rows.day, "text": "lobby"} for _ in range(30)])
    made(Task, [{"day": rows.day, "text": f"Task {n}"} for n in range(30)])
    made(
        Expense,
        [{"day": rows.day, "what": "Taxi", "amount": n, "currency": "EUR"} for n in range(1, 31)],
    )
    made(Quality, [{"application": rows.application, "sought": f"{n}"} for n in range(30)])
    sources = made(Source, [{"company": rows.company, "title": f"{n}"} for n in range(30)])
    made(SourceUse, [{"source": source, "meeting": rows.meeting} for source in sources])
    for company in companies[:5]:
        company.trash(timezone.now())
    return len(meetings)


@pytest.fixture
def rows(alice):
    return everything_of(alice, "Xanthippe")


def test_pages_take_few_queries_and_no_more_for_much(rows, client_of):
    client = client_of(rows.owner)
    little = {name: counted(client, address) for name, address in pages(rows).items()}
    assert grow(rows) > 1_000
    much = {name: counted(client, address) for name, address in pages(rows).items()}

    assert {name: len(queries) for name, queries in little.items()} == COUNTS
    assert {name: len(queries) for name, queries in much.items()} == COUNTS
    assert {n: c for n, c in COUNTS.items() if c > MOST_OF.get(n, MOST)} == {}
