"""Every address by its name: who may open it, and which of an owner's rows it is about.

tests/test_addresses.py walks the URL configuration by these tables, and fails for a name that is
in none of them. A new address goes into exactly one.
"""

import datetime
from types import SimpleNamespace

from django.urls import get_resolver, reverse
from django.utils import timezone

from interviews.agenda.drafts import Agenda, MeetingDraft, PersonDraft
from interviews.importing.stored import stored
from interviews.models import Role, uuid7
from tests import factories

ANYONE = {
    "account-deleted": [],
    "calendar-feed": ["no-such-token"],
    "reminders-stop": ["no-such-token"],
    "account_confirm_email": ["no-key"],
    "account_confirm_login_code": [],
    "account_email_verification_sent": [],
    "account_inactive": [],
    "account_login": [],
    "account_logout": [],
    "account_reset_password": [],
    "account_reset_password_done": [],
    "account_reset_password_from_key": ["1", "no-key"],
    "account_reset_password_from_key_done": [],
    "account_signup": [],
    "mfa_authenticate": [],
    "mfa_login_webauthn": [],
    "manifest": [],
    "offline": [],
    "service-worker": [],
    "health-live": [],
    "health-ready": [],
}

# For whoever is logged in, with what one may ask of the address: searches, filters, suggestions.
# The first one, as the owner, shows the owner's rows, unless the name is in SHOWS_NOTHING.
SIGNED_IN = {
    "account": [""],
    "account-calendar": [""],
    "account-delete": [""],
    "account-export": [""],
    "account-reminders": [""],
    "call-create": ["?application={application.pk}", ""],
    "account-security": [""],
    "account-sessions-end": [""],
    "account_change_password": [""],
    "account_email": [""],
    "account_reauthenticate": [""],
    "account_set_password": [""],
    "agenda-read": [""],
    "agenda-shared": [""],
    "company-create": [""],
    "company-list": [""],
    "compare": ["", "?application={application.pk}"],
    "dimension-list": [""],
    "dimension-restore": [""],
    "dimension-usual": [""],
    "feed-renew": [""],
    "feed-revoke": [""],
    "history": [
        "?q=lobby",
        "",
        "?q=lights+OR+asks+OR+mood",
        "?q=lobby&company={company.pk}",
        "?company={company.pk}",
        "?year=2025",
        "?outcome=waiting",
        "?mark=they-said",
    ],
    "home": [""],
    "impression-restore": [""],
    "letter-template-create": [""],
    "letter-templates": [""],
    "mfa_activate_totp": [""],
    "mfa_add_webauthn": [""],
    "mfa_deactivate_totp": [""],
    "mfa_download_recovery_codes": [""],
    "mfa_generate_recovery_codes": [""],
    "mfa_index": [""],
    "mfa_list_webauthn": [""],
    "mfa_reauthenticate": [""],
    "mfa_reauthenticate_webauthn": [""],
    "mfa_view_recovery_codes": [""],
    "must-have-restore": [""],
    "now": [""],
    "offline-pages": [""],
    "person-create": ["?company={company.pk}", ""],
    "person-list": ["", "?company={company.pk}"],
    "asked-list": [""],
    "asked-restore": [""],
    "question-list": [""],
    "question-restore": [""],
    "question-retire": [""],
    "removed-restore": [""],
    "sample-create": [""],
    "sample-remove": [""],
    "sample-restore": [""],
    "trash": [""],
    "usersessions_list": [""],
    "visit-create": ["", "?company={company.pk}"],
    "visit-list": [""],
}

# About the owner's rows: which ones, in the order of the ids in the address. Those in the trash are
# added by `owned_addresses`.
# Queries of every signed-in request: session, user, and around the view the second lock's
# savepoint, its settings and, in a test, the end of both.
EVERY_REQUEST = 6
OWNED = {
    "agenda-changes": "kept_day later",
    "agenda-import": "day",
    "agenda-preview": "read",
    "agenda-undo": "kept_day kept",
    "application-create": "company",
    "application-delete": "application",
    "application-detail": "application",
    "application-edit": "application",
    "application-roles": "application",
    "attendance": "attendance",
    "company-delete": "company",
    "company-detail": "company",
    "company-edit": "company",
    "day-sheet": "day",
    "dimension-edit": "dimension",
    "dimension-move": "dimension",
    "dimension-remove": "dimension",
    "expense-edit": "day expense",
    "expense-remove": "day expense",
    "expense-state": "day expense",
    "impression-edit": "impression",
    "inquiry-create": "day",
    "impression-remove": "impression",
    "letter-file": "letter",
    "letter-print": "letter",
    "letter-reopen": "letter",
    "letter-send": "letter",
    "letter-sent": "letter",
    "letter-skip": "day person",
    "letter-template": "template",
    "letter-template-delete": "template",
    "letter-write": "day person",
    "letters-each": "day",
    "letters-everyone": "day",
    "mail-delete": "day mail",
    "meeting-calendar": "meeting",
    "meeting-delete": "meeting",
    "meeting-detail": "meeting",
    "meeting-edit": "meeting",
    "meeting-impression": "meeting",
    "meeting-someone": "meeting",
    "meeting-status": "meeting",
    "must-have-create": "application",
    "must-have-edit": "must_have",
    "must-have-met": "said",
    "must-have-remove": "must_have",
    "mfa_edit_webauthn": "passkey",
    "mfa_remove_webauthn": "passkey",
    "note-detail": "note",
    "note-restore": "revision",
    "note-revisions": "note",
    "offline-meeting": "day",
    "person-card": "person",
    "person-delete": "person",
    "person-detail": "person",
    "person-edit": "person",
    "person-merge": "person",
    "answer-edit": "",
    "answer-remove": "",
    "asked-edit": "asked",
    "asked-like": "meeting",
    "asked-remove": "asked",
    "asked-same": "asked",
    "meeting-asked": "meeting",
    "meeting-questions": "meeting",
    "planned-question": "planned",
    "question-edit": "question",
    "prepare-expenses": "day",
    "prepare-first": "day",
    "prepare-logistics": "day",
    "prepare-qualities": "day",
    "prepare-sources": "day",
    "prepare-unknown": "day",
    "quality-edit": "day quality",
    "quality-remove": "day quality",
    "source-edit": "day source",
    "source-remove": "day source",
    "task-done": "day task",
    "task-edit": "day task",
    "task-move": "day task",
    "task-remove": "day task",
    "visit-asked": "day",
    "visit-questions": "day",
    "trash-restore": "",
    "visit-agenda": "day",
    "visit-calendar": "day",
    "visit-cards": "day",
    "visit-decision": "day",
    "visit-delete": "day",
    "visit-detail": "day",
    "visit-edit": "day",
    "visit-impressions": "day",
    "visit-letters": "day",
    "visit-mail": "day",
    "visit-marks": "day",
    "visit-move-back": "day",
    "visit-overall": "day",
    "visit-prepare": "day",
    "visit-unplanned": "day",
}

# Of those, what allauth keeps and filters by itself, where no lock of ours can be opened.
OF_ALLAUTH = {"mfa_edit_webauthn", "mfa_remove_webauthn"}

# Those where a GET shows none of the rows to their owner either.
SHOWS_NOTHING = {
    "account-calendar",
    "account-sessions-end",
    "account_set_password",
    "agenda-read",
    "agenda-shared",
    "agenda-undo",
    "attendance",
    "company-create",
    "dimension-move",
    "dimension-restore",
    "dimension-usual",
    "expense-state",
    "feed-renew",
    "feed-revoke",
    "impression-restore",
    "inquiry-create",
    "letter-reopen",
    "letter-sent",
    "letter-skip",
    "letter-template-create",
    "letters-each",
    "letters-everyone",
    "meeting-impression",
    "meeting-status",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes",
    "must-have-met",
    "must-have-restore",
    "note-detail",
    "note-restore",
    "asked-like",
    "asked-restore",
    "planned-question",
    "question-restore",
    "question-retire",
    "removed-restore",
    "sample-create",
    "sample-remove",
    "sample-restore",
    "task-done",
    "task-move",
    "usersessions_list",
    "visit-move-back",
    "visit-overall",
    "visit-unplanned",
}

# Those that answer a file, which a browser keeps and does not show.
FILES = {
    "account-export",
    "letter-file",
    "meeting-calendar",
    "offline-pages",
    "person-card",
    "visit-calendar",
    "visit-cards",
}


def posted(name, rows):
    """What a POST there sends, where an empty one is turned down before anyone asks whose row."""
    return {
        "meeting-asked": {"text": "overwritten"},
        "visit-questions": {"everyone": rows.question.pk},
        "answer-edit": {"said": "overwritten", "asked_on": "2026-01-01"},
        "call-create": {"application": rows.application.pk, "key": uuid7(), "said": "planted"},
        "inquiry-create": {"asked_on": "2026-01-01", "answer": "planted"},
        "letter-sent": {"channel": "email"},
        "letter-write": {"subject": "overwritten", "body": "overwritten"},
        "meeting-impression": {"dimension": rows.dimension.pk, "rating": 1},
        "meeting-someone": {"name": "Overwritten"},
        "meeting-status": {"status": "cancelled"},
        "must-have-met": {"met": "unmet"},
        "note-detail": {"text": "overwritten", "base": 1, "op": uuid7()},
        "person-merge": {"duplicate": rows.twin.pk},
        "visit-decision": {"part": "lesson", "lesson": "overwritten"},
        "task-done": {"done": "1"},
        "task-move": {"to": "down"},
        "expense-state": {"state": "paid"},
        "visit-impressions": {"dimension": rows.dimension.pk, "rating": 1},
        "visit-overall": {"overall_impression": "strong_no"},
    }.get(name, {})


def put_headers(name, user):
    """The headers without which a script's save is turned down at once."""
    if name != "note-detail":
        return {}
    return {"If-Match": '"1"', "Idempotency-Key": str(uuid7()), "X-Owner": str(user.pk)}


def names(resolver=None):
    """The name of every address of the URL configuration; the pattern where it has none."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern)
        else:
            yield pattern.name or str(pattern.pattern)


def owned_addresses(rows):
    """Each name of OWNED with the address of the owner's row; of each kind, also in the trash."""
    for name, kinds in OWNED.items():
        if kinds:
            yield name, reverse(name, args=[getattr(rows, kind).pk for kind in kinds.split()])
    yield "person-merge", reverse("person-merge", args=[rows.person.pk]) + f"?with={rows.twin.pk}"
    for kind, row in (("call", rows.call), ("inquiry", rows.inquiry)):
        for name in ("answer-edit", "answer-remove"):
            yield name, reverse(name, args=[kind, row.pk])
    for kind, row in rows.trashed.items():
        yield "trash-restore", reverse("trash-restore", args=[kind, row.pk])


def signed_in_addresses(rows):
    """Each name of SIGNED_IN with its addresses, one for each question."""
    for name, questions in SIGNED_IN.items():
        for question in questions:
            yield name, reverse(name) + question.format(**vars(rows))


def everything_of(owner, word):
    """One row of each kind and more in the trash, all of that owner, with `word` in every text."""
    company = factories.CompanyFactory(owner=owner, name=f"{word} Works", about=word, culture=word)
    application = factories.ApplicationFactory(
        company=company,
        position=f"{word} engineer",
        job_description=f"Wanted: {word}, patience",
        first_with=word,
        first_said=word,
    )
    person = factories.InterviewerFactory(
        company=company, name=f"{word} Adeyemi", title=f"{word} lead", remarks=word
    )
    twin = factories.InterviewerFactory(company=company, name=f"{word} Adeyemy", title=word)
    role = factories.RoleFactory(application=application, person=person, role=Role.Kind.COORDINATOR)
    day = factories.DayFactory(
        application=application,
        address=f"{word} Road",
        bring=word,
        date=datetime.date(2025, 5, 6),
        tasks_begun_at=timezone.now(),
    )
    mail = factories.AgendaImportFactory(day=day, text=f"Dear {word}")
    read = factories.AgendaImportFactory(
        day=None, owner=owner, text=word, agenda=stored(agenda_with(word))
    )
    kept_day = factories.DayFactory(application=application, date=datetime.date(2025, 4, 1))
    kept = factories.AgendaImportFactory(
        day=kept_day,
        text=word,
        made={"visit": True, "company": False, "application": False, "roles": [], "people": []},
    )
    factories.MeetingFactory(day=kept_day, title=f"{word} tour")
    later = factories.AgendaImportFactory(day=kept_day, text=word, agenda=stored(agenda_with(word)))
    meeting = factories.MeetingFactory(day=day, title=f"{word} interview", location=word)
    attendance = factories.AttendanceFactory(
        meeting=meeting, person=person, title=word, remember=f"{word} asks"
    )
    dimension = factories.DimensionFactory(owner=owner, name=f"{word} mood", prompt=word)
    impression = factories.ImpressionFactory(
        meeting=meeting, dimension=dimension, observation=f"{word} lights up"
    )
    waits = factories.ImpressionFactory(meeting=None, day=day, dimension=dimension)
    must_have = factories.MustHaveFactory(
        application=application, text=f"{word} at home", dimension=dimension, limit=1
    )
    said = factories.MustHaveFactory(application=application, text=f"{word} by a window")
    letter = factories.LetterFactory(day=day, person=person, subject=word, body=f"Dear {word}")
    template = factories.LetterTemplateFactory(owner=owner, name=f"{word} frame", body=word)
    question = factories.QuestionFactory(owner=owner, text=f"{word} asks what?", whom=word)
    planned = factories.PlannedQuestionFactory(
        meeting=meeting, question=question, answer=f"{word} every week"
    )
    asked = factories.AskedQuestionFactory(
        meeting=meeting, text=f"Why {word}?", answer=f"For {word}", tag="pay", told=word
    )
    task = factories.TaskFactory(day=day, text=f"{word}: confirm")
    factories.TaskFactory(day=day, text=f"{word}: rest")
    expense = factories.ExpenseFactory(day=day, what=f"{word} train")
    quality = factories.QualityFactory(
        application=application, sought=f"{word} at work", example=word
    )
    source = factories.SourceFactory(company=company, title=f"{word} report", learned=word)
    factories.SourceUseFactory(source=source, meeting=meeting)
    factories.SourceUseFactory(source=source, question=question)
    factories.CalendarFeedFactory(owner=owner)
    factories.CaptureFactory(owner=owner)
    call = factories.CallFactory(application=application, said=word, caller=f"{word} Adeyemi")
    inquiry = factories.InquiryFactory(application=application, answer=f"{word} replied")
    factories.ReminderFactory(owner=owner)
    factories.SentReminderFactory(owner=owner, about=day.pk)
    passkey = factories.PasskeyFactory(user=owner, name=f"{word} phone")
    note = factories.a_note(owner, f"{word} said so.", meeting=meeting)
    revision = note.revisions.get()
    loose = factories.a_note(
        owner, f"{word} in the lobby.\nThey said: {word} once more.", meeting=None, day=day
    )
    ahead = factories.DayFactory(
        application=application, date=timezone.now().date() + datetime.timedelta(days=9)
    )
    factories.MeetingFactory(day=ahead, title=f"{word} next")
    return SimpleNamespace(
        word=word,
        owner=owner,
        company=company,
        application=application,
        person=person,
        twin=twin,
        role=role,
        day=day,
        ahead=ahead,
        mail=mail,
        read=read,
        kept=kept,
        later=later,
        kept_day=kept_day,
        meeting=meeting,
        attendance=attendance,
        dimension=dimension,
        impression=impression,
        waits=waits,
        must_have=must_have,
        said=said,
        note=note,
        call=call,
        inquiry=inquiry,
        revision=revision,
        letter=letter,
        template=template,
        question=question,
        planned=planned,
        asked=asked,
        task=task,
        expense=expense,
        quality=quality,
        source=source,
        passkey=passkey,
        loose=loose,
        trashed=trash_of(owner, word),
    )


def agenda_with(word):
    """What was read in an agenda, with that word in its texts."""
    person = PersonDraft(f"{word} Adeyemi", f"{word} lead")
    meeting = MeetingDraft(
        date=datetime.date(2025, 5, 6),
        start=datetime.time(9),
        end=datetime.time(10),
        title=f"{word} interview",
        kind="one_on_one",
        people=(person,),
        lines=(1,),
    )
    lines = (f"Dear {word}", f"09:00 {word} interview", f"{word}, who knows?")
    return Agenda(lines=lines, meetings=(meeting,), company=f"{word} Works", left_over=(2,))


def trash_of(owner, word):
    """A row of each kind that can lie in the trash, by the word for it in addresses."""
    day = factories.a_day(owner, f"{word} left", f"{word} position")
    rows = {
        "meeting": factories.MeetingFactory(day=day, title=f"{word} dropped"),
        "person": factories.InterviewerFactory(
            company=day.application.company, name=f"{word} gone"
        ),
        "visit": factories.a_day(owner, f"{word} called off"),
        "application": factories.ApplicationFactory(
            company=day.application.company, position=f"{word} past"
        ),
        "company": factories.CompanyFactory(owner=owner, name=f"{word} closed"),
    }
    for row in rows.values():
        row.trash(timezone.now())
    return rows
