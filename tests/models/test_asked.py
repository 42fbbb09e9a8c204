"""What I was asked: like questions found, groups corrected by hand."""

import time

import pytest
from django.db import IntegrityError, connection, transaction

from interviews.models import AskedQuestion
from interviews.models.asked import Like
from interviews.second_lock import acting_for
from tests.factories import AskedQuestionFactory, a_day, a_meeting, utc
from tests.plans import nodes, plans_in_functions

LEAVE = "Why do you want to leave your present job?"


def like(user, text, **where):
    """The texts that the user finds, the nearest first, with how near they are."""
    with acting_for(user.pk):
        return [(hit.asked.text, hit.near) for hit in AskedQuestion.objects.like(text, **where)]


@pytest.mark.parametrize(
    "typed",
    [
        "why do you want to le",
        "Why would you want to leave your present job?",
        "WHY DO YOU WANT TO LEAVE YOUR PRÉSENT JOB",
        "So, why do you want to leave the job you have at present?",
    ],
)
def test_like_question_is_found_in_other_words(alice, typed):
    AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE)
    AskedQuestionFactory(meeting=a_meeting(alice), text="What is your greatest weakness?")

    assert like(alice, typed) == [(LEAVE, 0)]


@pytest.mark.parametrize("typed", ["", " ?! ", "x", "%", "' OR 1=1", "\\", "🦓" * 100, "לָמָּה"])
def test_odd_text_is_like_nothing(alice, typed):
    AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE)

    assert like(alice, typed) == []


def test_those_of_the_visit_come_first_then_of_the_company(alice):
    today = a_meeting(alice)
    elsewhere, at_company = a_meeting(alice, day=a_day(alice, "Harrow")), a_meeting(alice)
    for number, meeting in enumerate((elsewhere, at_company, today)):
        AskedQuestionFactory(meeting=meeting, text=f"{LEAVE} {number}")
    now = AskedQuestionFactory(meeting=today, text=LEAVE)

    found = like(alice, LEAVE, day=today.day, without=now)

    assert found == [
        (f"{LEAVE} 2", Like.VISIT),
        (f"{LEAVE} 1", Like.COMPANY),
        (f"{LEAVE} 0", Like.ANYWHERE),
    ]


def test_of_one_question_the_latest_time_is_told(alice):
    first = AskedQuestionFactory(meeting=a_meeting(alice), text=f"{LEAVE} First")
    AskedQuestionFactory(meeting=a_meeting(alice), text=f"{LEAVE} Again", group=first.group)

    assert like(alice, LEAVE) == [(f"{LEAVE} Again", 0)]


def test_alice_and_mallory_find_only_their_own(alice, mallory):
    AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE)
    theirs = AskedQuestionFactory(meeting=a_meeting(mallory), text=f"{LEAVE} Mallory")

    assert like(alice, LEAVE) == [(LEAVE, 0)]
    assert like(alice, LEAVE, day=theirs.meeting.day) == [(LEAVE, 0)]
    with acting_for(None):
        assert list(AskedQuestion.objects.like(LEAVE)) == []


def test_function_of_like_questions_runs_for_the_web_role_alone(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT proacl::text FROM pg_proc WHERE proname = 'second_look_like_asked'")
        ((rights,),) = cursor.fetchall()
    granted = {entry.split("=")[0] for entry in rights.strip("{}").split(",")}

    assert granted == {connection.settings_dict["USER"], "second_look_web"}


@pytest.mark.parametrize("what", ["meeting", "day", "application", "company"])
def test_what_lies_in_the_trash_is_not_found(alice, what):
    asked = AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE)
    day = asked.meeting.day
    {"meeting": asked.meeting, "day": day, "application": day.application,
     "company": day.application.company}[what].trash(utc(2026, 11, 25, 12, 0))  # fmt: skip

    assert like(alice, LEAVE) == []
    assert list(AskedQuestion.objects.visible_to(alice)) == []


def test_groups_are_joined_and_parted_by_hand(alice):
    one, two, three = (AskedQuestionFactory(meeting=a_meeting(alice)) for _ in range(3))
    two.join(one)
    three.join(two)
    assert len(set(AskedQuestion.objects.values_list("group", flat=True))) == 1

    two.refresh_from_db()
    two.part()

    one.refresh_from_db()
    three.refresh_from_db()
    assert one.group == three.group != two.group


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("asked_text_not_blank", {"text": ""}),
        ("asked_landed_range", {"landed": 3}),
        ("asked_tag_known", {"tag": "boss"}),
        ("asked_told_has_tag", {"told": "52,000"}),
        ("askedquestion_answer_check", {"answer": "x" * 20_001}),
    ],
)
def test_rules_are_kept_by_the_database(alice, rule, fields):
    meeting = a_meeting(alice)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        AskedQuestionFactory(meeting=meeting, **fields)


def fill(owner, count):
    """So many questions of that owner, of words that come again and again, in one meeting."""
    meeting = a_meeting(owner, day=a_day(owner, f"Company {count}"))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO interviews_askedquestion (id, owner_id, meeting_id, text, answer, tag, told,
                "group", created_at, updated_at)
            SELECT gen_random_uuid(), %(owner)s, %(meeting)s,
                concat_ws(' ',
                    (ARRAY['Why did you', 'How would you', 'When did you last', 'What do you',
                        'Tell me how you'])[1 + n %% 5],
                    (ARRAY['leave', 'manage', 'repair', 'plan', 'explain', 'lose'])[1 + n %% 6],
                    (ARRAY['your present', 'a difficult', 'the first', 'an odd'])[1 + n %% 4],
                    substr(md5(n::text), 1, 8), substr(md5((n / 3)::text), 1, 6)) || '?',
                'So and so.', '', '', gen_random_uuid(), now(), now()
            FROM generate_series(1, %(count)s) AS n
            """,
            {"owner": owner.pk, "meeting": meeting.pk, "count": count},
        )
        cursor.execute("ANALYZE interviews_askedquestion")


def test_like_questions_are_found_through_the_index(alice, mallory):
    for user in (alice, mallory):
        fill(user, 3_000)
    AskedQuestionFactory(meeting=a_meeting(alice), text="Which pumps did you commission?")
    with plans_in_functions("WITH found") as plans:
        assert like(alice, "Which pumps did you commission") != []

    scans = [node for node in nodes(plans()) if node.get("Index Name") == "asked_like"]
    assert scans
    assert all("owner_id = " in scan["Index Cond"] for scan in scans)


TYPED = [
    "why did you leave your",
    "When did you last repair the first",
    "Tell me how you manage a difficult customer",
    "What is your greatest weakness?",
    "where do you see yourself in five years",
]


@pytest.mark.soak
def test_like_questions_take_no_longer_among_many(alice, mallory):
    took = {}
    for user, count in ((alice, 100), (mallory, 10_000)):
        fill(user, count)
        like(user, TYPED[0])
        times = []
        for typed in TYPED * 20:
            begun = time.perf_counter()
            like(user, typed)
            times.append(time.perf_counter() - begun)
        took[count] = sum(times) / len(times)
    print({count: f"{1000 * mean:.1f} ms" for count, mean in took.items()})  # noqa: T201

    assert took[10_000] < 3 * took[100]
