import datetime as dt

from interviews.importing.matching import Slot, likely_gone, pairs

DAY, NEXT = dt.date(2026, 11, 24), dt.date(2026, 11, 25)


def slot(start, title, *people, on=DAY, uid=""):
    return Slot(title, on, dt.time.fromisoformat(start), people=frozenset(people), uid=uid)


THERE = [
    slot("09:00", "Welcome", "ruth a"),
    slot("09:30", "Interview", "tomasz w"),
    slot("10:15", "Coffee"),
    slot("10:30", "Interview", "mei-lin h"),
    slot("11:30", "Plant tour", "owen p"),
    slot("12:15", "Lunch"),
]


def matched(*later):
    return pairs(later, THERE)


def test_the_same_agenda_is_the_same():
    assert pairs(THERE, THERE) == {n: n for n in range(len(THERE))}


def test_moved_meetings_are_found_by_who_is_there():
    assert matched(
        slot("15:00", "Interview", "tomasz w"), slot("09:30", "Interview", "mei-lin h")
    ) == {0: 1, 1: 3}


def test_moved_to_another_date_is_found():
    assert matched(slot("11:30", "Plant tour", "owen p", on=NEXT)) == {0: 4}


def test_someone_else_at_the_same_time_is_the_same_meeting():
    assert matched(slot("11:30", "Plant tour", "sana m")) == {0: 4}
    assert matched(slot("14:00", "Plant tour", "sana m")) == {0: 4}


def test_same_title_with_other_people_at_another_time_is_another_meeting():
    assert matched(slot("13:30", "Interview", "j ferreira")) == {}


def test_what_is_new_is_no_pair():
    assert matched(slot("13:15", "Career paths", "j ferreira"), slot("16:00", "Taxi")) == {}


def test_other_words_for_the_same_time_and_person_are_found():
    assert matched(slot("09:30", "Process control and your thesis", "tomasz w")) == {0: 1}


def test_an_invitation_is_known_by_its_id_whatever_it_says():
    there = [slot("09:00", "Interview", "a b", uid="1"), slot("10:00", "Interview", "c d", uid="2")]
    later = [slot("10:00", "Interview", "c d", uid="1")]

    assert pairs(later, there) == {0: 0}


def test_lines_of_one_event_share_its_id_and_are_told_by_the_rest():
    there = [slot("09:00", "Welcome", "a b", uid="1"), slot("10:00", "Lab tour", "c d", uid="1")]

    assert pairs(list(reversed(there)), there) == {0: 1, 1: 0}


def test_gone_is_what_a_whole_agenda_leaves_out():
    later = [s for s in THERE if s.title != "Plant tour"]

    assert likely_gone(later, THERE, pairs(later, THERE)) == {4}


def test_a_mail_about_one_change_leaves_the_rest():
    later = [slot("15:00", "Plant tour", "owen p")]

    assert likely_gone(later, THERE, pairs(later, THERE)) == set()


def test_another_date_says_nothing_of_this_one():
    later = [slot("09:00", "Dinner", on=NEXT)]

    assert likely_gone(later, THERE, pairs(later, THERE)) == set()


def test_many_are_compared_quickly():
    many = [slot(f"{9 + n % 9:02}:{n % 60:02}", f"Interview {n}", f"p {n}") for n in range(300)]

    assert len(pairs(many, many)) == 300
