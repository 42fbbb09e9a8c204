"""What stands beside a list or is no list: asides, corrections, cells, crosses."""

from interviews.agenda.changes import clauses
from interviews.agenda.initials import without_dots
from interviews.agenda.names import find
from interviews.agenda.reading import read
from interviews.agenda.telling import told_title
from interviews.agenda.turning import family_last
from interviews.agenda.wording import nominative


def told(text):
    """Day, start and names of each meeting that is read of the text."""
    return [
        (
            meeting.date and meeting.date.day,
            f"{meeting.start:%H:%M}",
            [person.name for person in meeting.people],
        )
        for meeting in read(text).meetings
    ]


LIST = (
    "\n\nThursday, 12 March 2026\n09:00 Welcome\n10:00 Coding, Anna Lee\n11:00 Tour\n12:00 Lunch\n"
)


def test_an_evening_before_is_told_in_a_sentence():
    text = "Dear Jo,\n\nthe evening before, at 19:30, we have dinner with Ben Okafor." + LIST
    assert told(text)[:2] == [(11, "19:30", ["Ben Okafor"]), (12, "09:00", [])]


def test_a_sentence_that_cancels_one_meeting_leaves_the_others_of_its_paragraph():
    text = (
        "Lieber Herr Abt,\n\nder Rundgang um 11 Uhr entfällt. Stattdessen zeigt Ihnen Herr Tomasz "
        "Kubiak um 15:30 Uhr die Montage." + LIST
    )
    starts = [start for _, start, _ in told(text)]
    assert starts == ["09:00", "10:00", "12:00", "15:30"]


def test_changes_told_in_a_list_apply_to_the_older_list():
    text = (
        "From: Ann Lee\nSent: Tuesday, 10 March 2026 15:52\nTo: Jo Abt\n\n"
        "Please note these changes:\n"
        "- The tour moves to 11:15 and takes until 12:00.\n- Lunch is consequently at 12:15.\n"
        "- Anna Lee is ill; Rosa Diaz takes her place.\n\n"
        "-----Original Message-----\nFrom: Ann Lee\n"
        "Sent: Monday, 9 March 2026 09:10\nTo: Jo Abt" + LIST
    )
    assert told(text) == [
        (12, "09:00", []),
        (12, "10:00", ["Rosa Diaz"]),
        (12, "11:15", []),
        (12, "12:15", []),
    ]


def test_two_changes_in_a_sentence_are_two_clauses():
    assert len(clauses("Ann is ill so Bo covers the 10am, and lunch is now 12:45.")) == 2
    assert len(clauses("Ann, Bo and Cy take part.")) == 1


def test_cells_one_below_the_other_are_a_table():
    text = (
        "Tijd\nOnderdeel\nGesprekspartner\nRuimte\n\n"
        "09:00 - 09:45 uur\nEerste gesprek\nLieke Zandstra\nHR-adviseur\n1.04\n\n"
        "09:45 - 10:45 uur\nOpdracht\n1.09\n\n11:00 - 11:30 uur\nRondleiding\nYoussef Elfassi\n"
    )
    first, task, tour = read(text).meetings
    assert (first.location, task.location) == ("1.04", "1.09")
    assert [(person.name, person.title) for person in first.people] == [
        ("Lieke Zandstra", "HR-adviseur")
    ]
    assert [person.name for person in tour.people] == ["Youssef Elfassi"]


def test_crosses_say_who_takes_part():
    text = "Time\tWhat\tA. Sol\tB. Reyes\n9:00\tCoding\tx\tx\n10:00\tTour\t\tx\n11:00\tLunch\t\t\n"
    assert [names for _, _, names in told(text)] == [["A. Sol", "B. Reyes"], ["B. Reyes"], []]


def test_a_room_for_each_cell_of_the_candidate():
    text = (
        "To: Ling Zhu\n\n14 November 2026\nTime\tRoom A\tRoom B\n"
        "9:00\tWren / Kenji Ito\tZhu / Ulrike Brandt\n"
        "10:00\tZhu / Kenji Ito\tWren / Ulrike Brandt\n11:00\tWren\tHaddad\n"
    )
    meetings = read(text).meetings
    assert [(meeting.location, [one.name for one in meeting.people]) for meeting in meetings] == [
        ("Room B", ["Ulrike Brandt"]),
        ("Room A", ["Kenji Ito"]),
    ]


def test_labels_of_no_list_are_known_by_the_names_behind_them():
    text = "Time: 10:00\nSession: Values interview\nAssistem: Marta Roca, Pau Ferrer\n"
    assert [names for _, _, names in told(text)] == [["Marta Roca", "Pau Ferrer"]]


def test_whoever_is_called_by_the_title_is_found():
    text = "9:00 Coding, Anna Lee, CTO\n10:00 Lunch with the COO\n11:00 End\n\nRosa Diaz, COO\n"
    assert told(text)[1][2] == ["Rosa Diaz"]


def test_names_in_other_orders_and_cases():
    assert (
        family_last("von der Heyde, Carola (Betriebsrat)") == "Carola von der Heyde (Betriebsrat)"
    )
    assert family_last("Lunch, Anna") == "Lunch, Anna"
    assert nominative("Zbigniewem Pawlakiem") == "Zbigniew Pawlak"
    assert [name.name for name in find("Park Seo-yeon & Halima Danjuma")] == [
        "Park Seo-yeon",
        "Halima Danjuma",
    ]
    assert [name.name for name in find("zeigt Ihnen Herr Özkaya das Werk")] == ["Özkaya"]


def test_a_told_meeting_is_called_by_what_is_done():
    assert told_title("Danach folgt ein Gespräch mit dem Betriebsrat") == "Gespräch"
    assert told_title("you then have the design interview in Room 3") == "design interview"


def test_times_in_the_cells_of_a_table_are_of_the_candidate_in_their_row():
    text = (
        "Frau Dr. Paz Castellanos\n\nDonnerstag, 4. Februar 2027\n\n"
        "                      Fachvortrag       Lehrprobe\n"
        "Dr. Arvid Stenqvist   08:30-09:15       09:20-09:40\n"
        "Dr. Paz Castellanos   09:45-10:30       10:35-10:55\n\nFür Sie, Frau Castellanos:\n"
    )
    meetings = read(text).meetings
    assert [(f"{one.start:%H:%M}", one.title) for one in meetings] == [
        ("09:45", "Fachvortrag"),
        ("10:35", "Lehrprobe"),
    ]


def test_initials_with_dots_are_those_of_the_key():
    text = (
        "9.15 colloquio con C.M. e G.O.\n10.30 pausa\n11.00 visita\n\n"
        "C.M.   Carlo Maria Montanari\nG.O.   Grace Omoregie\n"
    )
    assert len(without_dots(text)) == len(text)
    assert told(text)[0][2] == ["Carlo Maria Montanari", "Grace Omoregie"]


def test_the_number_of_an_item_is_no_hour():
    text = "1. 8:15 a.m. Coffee\n5. 11:30 a.m. Lunch\n6. 12:30 p.m. Tour\n"
    assert [start for _, start, _ in told(text)] == ["08:15", "11:30", "12:30"]


def test_a_weekday_means_the_day_that_is_announced():
    text = (
        "22 February 2027\n\nDear Jo,\n\nplease visit us on Tuesday 9th and Wednesday 10th "
        "March 2027.\n\nTuesday\n9:00 Welcome\n10:00 Tour\n\nWednesday\n9:00 Test\n10:00 Close\n"
    )
    assert [day for day, _, _ in told(text)] == [9, 9, 10, 10]
