"""Search over everything that one user wrote."""

from datetime import date

import pytest
from django.db import connection

from interviews.history import PAGE, Filters, marked, search
from interviews.models import Application, Company, Interviewer, MustHave
from interviews.second_lock import acting_for
from tests.factories import (
    AttendanceFactory,
    CallFactory,
    CompanyFactory,
    DimensionFactory,
    ImpressionFactory,
    InquiryFactory,
    InterviewerFactory,
    LetterFactory,
    MustHaveFactory,
    a_day,
    a_meeting,
    a_note,
    utc,
)
from tests.plans import nodes, plans_in_functions

ANY = Filters()


def searched(user, words, filters, page=1):
    """What the user finds, behind the second lock."""
    with acting_for(user.pk):
        return search(words, filters, page)


def titles(user, words, filters=ANY, page=1):
    return [hit.title for hit in searched(user, words, filters, page)[0]]


def excerpts(user, words):
    return [hit.excerpt for hit in searched(user, words, ANY)[0]]


def test_every_noun_is_found_and_named(alice):
    day = a_day(alice, company="Zebra Works")
    meeting = a_meeting(alice, day=day, title="Panel", at="10:30", to="11:30")
    loose = a_note(alice, "A zebra in the lobby.", meeting=None, day=day)
    note = a_note(alice, "Zebras on the wall.", meeting=meeting)
    dimension = DimensionFactory(owner=alice, name="Values")
    seen = ImpressionFactory(
        meeting=meeting, dimension=dimension, rating=-1, observation="No zebra."
    )
    person = InterviewerFactory(
        company=day.application.company, name="Ann", remarks="Keeps a zebra."
    )
    AttendanceFactory(meeting=meeting, person=person, remember="the zebra tie")

    hits, more = searched(alice, "zebra", ANY)

    on, company = date(2026, 11, 24), "Zebra Works"
    assert not more
    assert {(h.kind, h.title, h.url, h.company, h.on, h.at) for h in hits} == {
        ("note", "Panel", f"/meetings/{meeting.pk}/#note", company, on, "10:30"),
        ("note", "the visit", f"/visits/{day.pk}/#note", company, on, ""),
        ("impression", "Values, −1, in Panel", f"/visits/{day.pk}/impressions/#i-{seen.pk}",
         company, on, "10:30"),
        ("remember", "Ann, in Panel", f"/meetings/{meeting.pk}/#people", company, on, "10:30"),
        ("person", "Ann", person.get_absolute_url(), company, None, ""),
        ("company", company, day.application.company.get_absolute_url(), company, None, ""),
    }  # fmt: skip
    assert {loose.day_id, note.day_id} == {day.pk}


def test_time_of_a_hit_is_that_of_the_visits_zone(alice):
    day = a_day(alice, time_zone="Asia/Tokyo")
    a_note(alice, "zebra", meeting=a_meeting(alice, day=day, at="08:00", to=None))

    hit = searched(alice, "zebra", ANY)[0][0]

    assert (hit.on, hit.at) == (day.date, "08:00")


def test_alice_and_mallory_find_only_their_own(alice, mallory):
    for user in (alice, mallory):
        day = a_day(user, company=f"Zebra {user.name}")
        meeting = a_meeting(user, day=day, title=user.name)
        a_note(user, f"zebra of {user.name}", meeting=meeting)
        ImpressionFactory(
            meeting=meeting, dimension__owner=user, dimension__name=user.name, observation="zebra"
        )
        person = InterviewerFactory(company=day.application.company, name=f"{user.name} Zebra")
        AttendanceFactory(meeting=meeting, person=person, remember="zebra")

    for user, other in ((alice, mallory), (mallory, alice)):
        hits, _ = searched(user, "zebra", ANY)
        assert len(hits) == 5
        assert not any(other.name in f"{h.title} {h.company} {h.excerpt}" for h in hits)
    company = Company.objects.get(owner=mallory)
    assert titles(alice, "zebra", Filters(company=company.pk)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She was promoted twice", "promotion OR promote"),
        ("Ça va, naïve café résumé", "naive cafe resume"),
        ("The resume was there", "résumé"),
        ("To be or not to be", "to be"),
        ("Dr. Tomasz Wieczorek spoke", "tomasz"),
        ("a stuck valve in the night", '"stuck valve"'),
        ("Rückmeldung bis Freitag", "ruckmeldung"),
        ("emoji 🦓 zebra", "zebra"),
        ("שלום zebra", "שלום"),
        ("“zebra” he said", "zebra"),
        ("lion—tiger…then", "lion tiger then"),
        ("He/she knows PLC/SCADA", "she scada"),
        ("**Red flag?** _quiet_", "red quiet"),
        ("emu🦓 «gnu»", "emu gnu"),
        ("a stuck valve", "“stuck valve”"),
        ("before <script>zebra</script>", "zebra"),
    ],
)
def test_words_are_found_without_accents_by_stem_and_exactly(alice, text, words):
    a_note(alice, text)

    assert titles(alice, words) == ["Interview"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("valve", {"stuck valve", "valve, open"}),
        ('"stuck valve"', {"stuck valve"}),
        ('"valve stuck"', set()),
        ("valve -stuck", {"valve, open"}),
        ("open OR stuck", {"stuck valve", "valve, open"}),
        ("open stuck", set()),
    ],
)
def test_quotes_minus_and_or_work(alice, words, found):
    a_note(alice, "stuck valve")
    a_note(alice, "valve, open")

    plain = {str(e).replace("<mark>", "").replace("</mark>", "") for e in excerpts(alice, words)}

    assert plain == found


@pytest.mark.parametrize(
    "words", ['"', "-", "!!!", "' OR 1=1 --", "%s %(owner)s", "\\", "&|!():*<->", "🦓", "x" * 200]
)
def test_odd_queries_find_nothing_and_break_nothing(alice, words):
    a_note(alice, "zebra")

    assert searched(alice, words, ANY) == ([], False)


def test_excerpt_is_escaped_first_and_marked_after(alice):
    a_note(alice, 'before <script>alert("zebra")</script> &amp; <mark>after</mark>')

    (excerpt,) = excerpts(alice, "zebra")

    assert excerpt == (
        "before &lt;script&gt;alert(&quot;<mark>zebra</mark>&quot;)&lt;/script&gt;"
        " &amp;amp; &lt;mark&gt;after&lt;/mark"
    )


def test_marks_that_the_user_wrote_are_taken_out(alice):
    a_note(alice, "one \ue000zebra\ue001 two")

    assert excerpts(alice, "zebra") == ["one <mark>zebra</mark> two"]


def test_what_stands_between_words_is_shown_as_it_was(alice):
    a_note(alice, "She said: “Zebra”… or lion—tiger/zebra, don’t 🦓🦓 «go»!")

    assert excerpts(alice, "zebra") == [
        "She said: “<mark>Zebra</mark>”… or lion—tiger/<mark>zebra</mark>, don’t 🦓🦓 «go»"
    ]


def test_a_stop_word_is_marked_too(alice):
    a_note(alice, "to be or not")

    assert excerpts(alice, "be") == ["to <mark>be</mark> or not"]


def test_marked_is_html_of_nothing_but_marks():
    assert marked("\ue000<\ue001'") == "<mark>&lt;</mark>&#x27;"


def test_note_of_200_000_characters_is_found_by_its_last_word(alice):
    text = " ".join(f"w{n}" for n in range(40_000))[:199_990] + " zebra"
    a_note(alice, text)

    (excerpt,) = excerpts(alice, "zebra")

    assert excerpt.endswith("<mark>zebra</mark>")
    assert len(excerpt) < 500


def trash(row):
    row.trash(utc(2026, 11, 25, 12, 0))


@pytest.mark.parametrize("what", ["meeting", "day", "application", "company"])
def test_what_lies_in_the_trash_is_not_found(alice, what):
    day = a_day(alice, company="Zebra")
    meeting = a_meeting(alice, day=day)
    a_note(alice, "zebra", meeting=meeting)
    ImpressionFactory(meeting=meeting, dimension__name="d", observation="zebra")
    person = InterviewerFactory(company=day.application.company, name="Ann Zebra")
    AttendanceFactory(meeting=meeting, person=person, remember="zebra")
    assert len(titles(alice, "zebra")) == 5

    trash({"meeting": meeting, "day": day, "application": day.application,
           "company": day.application.company}[what])  # fmt: skip

    expected = [] if what == "company" else ["Ann Zebra", "Zebra"]
    assert sorted(titles(alice, "zebra")) == expected


def test_person_in_the_trash_takes_the_line_to_remember_along(alice):
    attendance = AttendanceFactory(
        meeting=a_meeting(alice), person__name="Zebra", remember="zebra tie"
    )
    assert len(titles(alice, "zebra")) == 2

    trash(attendance.person)

    assert titles(alice, "zebra") == []


def test_somebody_without_a_company_is_found(alice):
    Interviewer.objects.create(owner=alice, name="Zoe Zebra", title="Recruiter")

    hit = searched(alice, "zebra", ANY)[0][0]

    assert (hit.title, hit.company, hit.excerpt) == (
        "Zoe Zebra", "", "Zoe <mark>Zebra</mark>, Recruiter",
    )  # fmt: skip


def test_filters_narrow_notes_and_impressions(alice):
    for company, year, outcome in (("A", 2024, "offer"), ("B", 2025, "rejected")):
        day = a_day(alice, company=company, date=date(year, 5, 5))
        Application.objects.filter(pk=day.application_id).update(outcome=outcome)
        meeting = a_meeting(alice, day=day, title=company)
        a_note(alice, "zebra", meeting=meeting)
        ImpressionFactory(
            meeting=meeting, dimension__owner=alice, dimension__name=f"D{company}",
            observation="zebra",
        )  # fmt: skip
    CompanyFactory(owner=alice, name="Zebra")
    found_in_a = ["A", "DA, +1, in A"]
    a = Company.objects.get(name="A")

    assert len(titles(alice, "zebra")) == 5
    assert sorted(titles(alice, "zebra", Filters(company=a.pk))) == found_in_a
    assert sorted(titles(alice, "zebra", Filters(year=2024))) == found_in_a
    assert sorted(titles(alice, "zebra", Filters(outcome="offer"))) == found_in_a
    assert titles(alice, "zebra", Filters(company=a.pk, year=2025)) == []


def test_newest_come_first_page_by_page(alice):
    day = a_day(alice)
    for n in range(PAGE + 5):
        meeting = a_meeting(alice, day=day, title=f"{n:02}", at=f"08:{n:02}", to=None)
        a_note(alice, "zebra", meeting=meeting)

    first, more = searched(alice, "zebra", ANY, 1)
    second, rest = searched(alice, "zebra", ANY, 2)

    found = [hit.title for hit in first + second]
    assert found == [f"{n:02}" for n in reversed(range(PAGE + 5))]
    assert (len(first), more, rest) == (PAGE, True, False)
    assert searched(alice, "zebra", ANY, 3) == ([], False)


def test_search_for_a_rare_word_goes_through_the_index(alice, mallory):
    fill(alice, 2_000, every=1_000)
    fill(mallory, 2_000, every=1_000)
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('note_search')")  # as autovacuum does
        cursor.execute("ANALYZE interviews_note, interviews_meeting, interviews_interviewday")
    with plans_in_functions("WITH found") as plans:
        assert len(searched(alice, "zebra", ANY)[0]) == 2

    scans = [node for node in nodes(plans()) if node.get("Index Name") == "note_search"]
    assert ["search @@ " in scan["Index Cond"] for scan in scans] == [True]


def test_each_index_of_words_begins_with_the_owner(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname LIKE '%_search'")
        found = [definition.split(" USING ")[1] for (definition,) in cursor.fetchall()]

    assert found == ["gin (owner_id, search)"] * 17


def fill(owner, count, every):
    """So many notes of that owner, in a meeting each; one in `every` has the word zebra."""
    day = a_day(owner)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH m AS (
                INSERT INTO interviews_meeting (id, owner_id, day_id, starts_at, title, format,
                    medium, status, time_zone, focus, location, overlap_allowed, added_on_the_day,
                    import_uid, import_sequence, sequence, created_at, updated_at)
                SELECT gen_random_uuid(), %(owner)s, %(day)s, %(on)s, n, 'other', 'in_person',
                    'planned', '', '', '', false, false, '', 0, 0, now(), now()
                FROM generate_series(1, %(count)s) AS n
                RETURNING id, title::int AS n)
            INSERT INTO interviews_note (id, owner_id, day_id, meeting_id, text, version,
                created_at, updated_at)
            SELECT gen_random_uuid(), %(owner)s, %(day)s, id,
                md5(n::text) || repeat(' ordinary words', 20)
                    || CASE WHEN n %% %(every)s = 0 THEN ' zebra' ELSE '' END,
                1, now(), now() + n * interval '1 second'
            FROM m
            """,
            {"owner": owner.pk, "day": day.pk, "on": day.date, "count": count, "every": every},
        )


def test_must_have_is_found_with_its_application_and_without_the_trash(alice, mallory):
    for user in (alice, mallory):
        application = a_day(user, company="Zebra Works").application
        MustHaveFactory(application=application, text=f"A window for {user.name}")
    must_have = MustHave.objects.get(owner=alice)

    (hit,), _ = searched(alice, "window", Filters(outcome="waiting"))

    assert (hit.kind, hit.title, hit.url, hit.company) == (
        "must_have", "Must-have, Engineer", must_have.get_absolute_url(), "Zebra Works",
    )  # fmt: skip
    assert titles(alice, "window", Filters(outcome="offer")) == []
    must_have.application.trash(must_have.created_at)
    assert titles(alice, "window") == []


def test_answers_and_letters_are_found_with_their_dates(alice, mallory):
    day = a_day(alice, "Marrable")
    call = CallFactory(application=day.application, caller="Ms Tulloch", said="A zebra crossing.")
    inquiry = InquiryFactory(application=day.application, answer="The zebra decides.")
    person = InterviewerFactory(company=day.application.company, name="Ann")
    letter = LetterFactory(day=day, person=person, body="Thank you for the zebra.")
    CallFactory(application=a_day(mallory, "Other").application, said="zebra")

    hits, _ = searched(alice, "zebra", ANY)

    assert {(h.kind, h.title, h.url, h.company, h.on) for h in hits} == {
        ("call", "A call, Ms Tulloch", call.get_absolute_url(), "Marrable", date(2026, 12, 1)),
        ("inquiry", "An inquiry", inquiry.get_absolute_url(), "Marrable", date(2026, 12, 1)),
        ("letter", "Letter to Ann", letter.get_absolute_url(), "Marrable", day.date),
    }
    assert len(searched(alice, "zebra", Filters(year=2025))[0]) == 0
    day.application.trash(utc(2026, 12, 2))
    assert titles(alice, "zebra") == []


def test_what_was_learned_of_an_application_is_found(alice):
    application = a_day(alice, "Marrable", "Engineer").application
    application.lesson = "Ask the zebra first."
    application.save()

    assert titles(alice, "zebra") == ["Engineer"]
