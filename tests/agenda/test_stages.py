"""The stages on the way from a text to an agenda, each for itself."""

import datetime as dt

import pytest

from interviews.agenda import markup, tables, wraps
from interviews.agenda.chats import chat
from interviews.agenda.dates import mentions, weekdays
from interviews.agenda.events import unfolded
from interviews.agenda.kinds import kind_of
from interviews.agenda.lengths import minutes_long
from interviews.agenda.messages import Line, is_off, messages
from interviews.agenda.names import find
from interviews.agenda.phrases import is_job, is_place
from interviews.agenda.placing import place_within
from interviews.agenda.plain import decoded
from interviews.agenda.reading import Unreadable, read
from interviews.agenda.times import spans
from interviews.agenda.turning import put_in_order


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("9.10am – 9.40am   Tour", (9, 10), (9, 40)),
        ("0700-0730   Breakfast", (7, 0), (7, 30)),
        ("09:15 – 10:00 Uhr  Gespräch", (9, 15), (10, 0)),
        ("de 14h à 15h30 : entretien", (14, 0), (15, 30)),
        ("van 10.00 tot 10.45 uur gesprek", (10, 0), (10, 45)),
        ("dalle 10 alle 11 colloquio", (10, 0), (11, 0)),
        ("das 14h às 15h30 conversa", (14, 0), (15, 30)),
        ("kl 10.00–10.45 intervju", (10, 0), (10, 45)),
        ("• 9-9:30 Hello", (9, 0), (9, 30)),
        ("Von Viertel vor zwölf bis halb eins", (11, 45), (12, 30)),
        ("12 noon   Lunch", (12, 0), None),
        ("kwart over tien opdracht", (10, 15), None),
        ("a las diez y media entrevista", (10, 30), None),
    ],
)
def test_times_are_found_in_many_notations(line, start, end):
    found = spans(line)[0]
    assert (found.start.hour, found.start.minute) == start
    assert (found.end and (found.end.hour, found.end.minute)) == end


@pytest.mark.parametrize(
    "line", ["Room 3.204", "510-555-0142", "Office 4-117", "(was 11:30)", "(1h30)"]
)
def test_what_only_looks_like_a_time_is_none(line):
    assert not [span for span in spans(line) if span.is_sure]


def test_second_zone_is_left_out():
    (found,) = spans("10:00 AM PT / 1:00 PM ET")
    assert (found.start.hour, found.zone) == (10, "PT")


def test_lengths_are_added_up_and_advice_is_none():
    assert minutes_long("15 minutes plus 5 for questions") == 20
    assert minutes_long("anderthalb Stunden") == 90
    assert minutes_long("please come ten minutes early") is None


@pytest.mark.parametrize(
    ("line", "day", "month", "year"),
    [
        ("Wednesday, March 12, 2025", 12, 3, 2025),
        ("am Donnerstag, den 18.09.2025", 18, 9, 2025),
        ("le 1er avril 2026", 1, 4, 2026),
        ("12 de marzo de 2026", 12, 3, 2026),
        ("torsdag den 12 mars", 12, 3, None),
        ("2026-05-06", 6, 5, 2026),
    ],
)
def test_dates_are_found_in_many_languages(line, day, month, year):
    (found,) = mentions(line)
    assert (found.day, found.month, found.year) == (day, month, year)


def test_weekday_decides_between_day_and_month():
    agenda = read("Tuesday 03/11/2026\n9:00-10:00 Interview\n10:00-11:00 Test\n")
    assert agenda.date == dt.date(2026, 11, 3)
    assert weekdays("martes 3 de junio")[0][0] == 1


def test_tomorrow_is_counted_from_the_mail():
    head = "From: A\nSent: Monday, March 9, 2026 4:41 PM\nSubject: Tomorrow\n\n"
    mail = f"{head}9:00-10:00 Interview\n10:00 Lunch\n"
    assert read(mail).date == dt.date(2026, 3, 10)


def test_no_year_makes_no_date():
    assert read("Thu, April 16\n9:00-10:00 Interview\n10:00 Lunch\n").date is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Herr Dr.-Ing. Joachim Kessel", "Joachim Kessel"),
        ("Prof. Dr. Eberhard von und zu Lossow", "Eberhard von und zu Lossow"),
        ('Carlos "Charlie" Benavides', 'Carlos "Charlie" Benavides'),
        ("CW4 MARROQUIN, Estela (Ret.)", "Estela Marroquin"),
        ("M. LE GOFF Tanguy", "Le Goff Tanguy"),
        ("Wen Jiabao", "Wen Jiabao"),
        ("D.ª Carmen Ortega y Gasset", "Carmen Ortega y Gasset"),
    ],
)
def test_names_lose_honorifics_and_keep_the_rest(text, name):
    assert find(put_in_order(text))[0].name == name


@pytest.mark.parametrize(
    "text", ["Osage Hall", "Salle Marie Curie", "Redwood room", "Kettering 212"]
)
def test_places_called_after_people_are_nobody(text):
    assert not [name for name in find(text) if name.sureness > 1]
    assert is_place(text) or place_within(f"Lunch at {text}")


def test_jobs_are_told_from_topics():
    assert is_job("Teamleiterin Regelungstechnik")
    assert is_job("Head of Mathematics")
    assert not is_job("Hiring manager conversation")


@pytest.mark.parametrize(
    ("topic", "titles", "kind"),
    [
        ("Breakfast and check-in", [], "meal"),
        ("Arrival with coffee", [], "other"),
        ("Coffee break", [], "break"),
        ("Coffee with Imani", ["Talent Lead"], "meal"),
        ("Fachgespräch", ["Leiter Entwicklung"], "technical"),
        ("Étude de cas", ["manager"], "technical"),
        ("Written case", [], "test"),
        ("Rondleiding", ["teamleider"], "tour"),
        ("Presentación de la empresa", ["Directora"], "group"),
        ("Interview with Search Committee", [], "panel"),
        ("Wrap-up", ["Senior Recruiter"], "hr"),
        ("Taxi zum Bahnhof", [], "travel"),
    ],
)
def test_kinds_follow_what_is_done_first(topic, titles, kind):
    assert kind_of(topic, titles) == kind


def test_older_versions_are_other_messages():
    text = "New plan\n9:00 A\n\nOn Mon, 2 Mar 2026 at 10:00, Ann Lee wrote:\n> 8:00 B\n> 8:30 C\n"
    newer, older = messages(text)
    assert [line.text for line in older.lines if line.text] == ["8:00 B", "8:30 C"]
    assert "9:00 A" in [line.text for line in newer.lines]


def test_cancelled_lines_are_off_and_moved_ones_are_not():
    assert is_off("CANCELLED 11:00-11:30 am: Stefan")
    assert is_off("14h15 – annulé")
    assert not is_off("1:30-2:00 pm: Ingeborg (moved from 11:30)")


def test_lines_broken_by_a_mail_program_go_on():
    above = "From 11:15 to 12 you have the main interview with Clementine, Bashir and one"
    assert wraps.goes_on(above, above, "of our trustees, Lady Honor Prewett.", 0)
    assert not wraps.goes_on("9:00 Lunch", "9:00 Lunch", "10:00 Tour", 0)


def test_columns_are_known_by_their_heads():
    lines = [Line(0, "Zeit\tThema\tRaum"), Line(1, "9:00\tBegrüßung\tR 1"), Line(2, "\tweiter\t")]
    (table,) = tables.tables(lines)
    assert table.kinds == ["time", "topic", "place"]
    assert len(tables.blocks(table)) == 1


def test_what_is_struck_out_in_html_is_left_out():
    rows = "<tr><td>9:00</td><td><s>Lunch</s> Tour</td></tr><tr><td><s>10:00</s></td></tr>"
    html = f"<table>{rows}</table>"
    assert [line.split() for line in markup.lines(html).split("\n") if line.strip()] == [
        ["9:00", "Tour"]
    ]


def test_a_chat_is_told_by_its_stamps():
    turns = chat(
        "[12/05/2026, 17:41:08] Fran: Hi\n[12/05/2026, 17:43:30] Fran: 9:00 chat with me\n"
        "[12/05/2026, 17:52:19] Ngozi: thanks\n"
    )
    assert turns is not None
    assert [turn.speaker for turn in turns] == ["Fran", "Fran", "Ngozi"]
    assert chat("9:00 Lunch\n10:00 Tour\n") is None


def test_corrections_in_sentences_change_the_list():
    agenda = read(
        "Dr. Stefan Dvorak is out sick; Rosa Ndiaye, Senior Scientist, takes his slot.\n"
        "The tour moves to 2:15.\n"
        "Please strike the 11:00.\n\nOn Mon, 2 Mar 2026 at 10:00 AM Ann Lee wrote:\n"
        "> 9:00 Seminar\n> 10:00 Dr. Stefan Dvorak, Director\n"
        "> 11:00 Dr. Ingrid Aas\n> 1:30 Tour of the lab\n"
    )
    assert [meeting.start for meeting in agenda.meetings] == [
        dt.time(9),
        dt.time(10),
        dt.time(14, 15),
    ]
    assert [person.name for person in agenda.meetings[1].people] == ["Rosa Ndiaye"]


def test_newest_version_of_an_event_counts_and_cancelled_ones_do_not():
    event = (
        "BEGIN:VEVENT\nUID:{0}\nSEQUENCE:{1}\nDTSTART:20260203T{2}00\nSUMMARY:{3}\n{4}END:VEVENT\n"
    )
    agenda = read(
        "BEGIN:VCALENDAR\n"
        + event.format("a", 0, "0900", "Interview", "")
        + event.format("a", 1, "1000", "Interview", "DURATION:PT40M\n")
        + event.format("b", 0, "1100", "Lunch", "STATUS:CANCELLED\n")
    )
    (meeting,) = agenda.meetings
    assert (meeting.start, meeting.end) == (dt.time(10), dt.time(10, 40))
    assert (meeting.uid, meeting.sequence) == ("a", 1)


def test_bytes_are_read_in_the_encoding_they_are_in():
    assert decoded("Gespräch".encode("cp1252")) == "Gespräch"
    assert decoded("Gespräch".encode("utf-16")) == "Gespräch"


def test_a_pdf_is_read_and_a_broken_one_refused():
    stream = (
        b"BT /F1 12 Tf 72 720 Td (9:00 - 9:45 Lunch with Dr. Anna Meier) Tj "
        b"0 -20 Td (10:00 Tour) Tj ET"
    )
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    content += (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(content),
        )
    )
    lunch, tour = read(content).meetings
    assert (lunch.end, [person.name for person in lunch.people]) == (dt.time(9, 45), ["Anna Meier"])
    assert tour.kind == "tour"
    with pytest.raises(Unreadable):
        read(b"%PDF-1.4 broken")


SENT = " sent the following message at"


@pytest.mark.parametrize(
    "text",
    [
        "[10:14, 16/06/2026] Lena: hi\n[10:15, 16/06/2026] Max: yes\n",
        "Lena Brandt  16-6-2026 16:11\nhi\nMax  16-6-2026 16:30\nyes\n",
        "Lena B\n  10:14 AM\nhi\n\nMax [guest]\n  10:22 AM\nyes\n\nLena B\n  10:23 AM\nok\n",
        "Lena — 16/06/2026 16:11\nhi\nMax — Today at 16:32\nyes\nLena — Yesterday at 4:33 PM\nok\n",
        "16.06., 10:14 - Lena: hi\n16.06., 10:15 - Max: yes\n",
        f"Lena{SENT} 9:14\nhi\nMax{SENT} 9:21\nyes\n",
        "16:11 Lena: hi\n16:12 Max: yes\n16:13 Lena: ok\n",
        "Lena Brandt\nDienstag, 16. Juni 2026 16:11\nhi\nMax\nDienstag, 16. Juni 2026 16:30\nyes\n",
    ],
)
def test_a_chat_is_told_in_the_ways_of_many_programs(text):
    turns = [(said.speaker.split()[0], said.lines[0][1]) for said in chat(text)]
    assert turns[:2] == [("Lena", "hi"), ("Max", "yes")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Schmidt\n10:30\nTour\nBob Meyer\n11:30\nLunch\nAnna Schmidt\n12:30\nEnd\n",
        "10:30 Interview: Anna\n11:00 Interview: Bob\n11:30 Interview: Cleo\n",
        "From: Anna\nSent: Tue 16 June 2026 10:12\n\nFrom: Bob\nSent: Mon 15 June 2026 9:12\n",
    ],
)
def test_an_agenda_is_no_chat(text):
    assert chat(text) is None


def test_mentions_in_a_chat_are_apart():
    turns = chat("[16/06/2026, 10:14] Lena: :one: 9:30 @Ana Sol @Bo Li and me\n")
    assert turns[0].lines[:1] == [(0, "9:30 Ana Sol, Bo Li and me")]


INVITED = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260917T163000\nSUMMARY:System design | Ida Ek\n"
    "ORGANIZER;CN=Planner:mailto:bot@planner.example\n"
    "ATTENDEE;CN=Ida Ek:mailto:ida@post.example\nATTENDEE;CN=Bo Lindqvist:mailto:bo@acme.example\n"
    "ATTENDEE;CN=Ana Solberg:mailto:ana@acme.example\nEND:VEVENT\nEND:VCALENDAR\n"
)


def test_a_scheduling_service_that_organises_makes_nobody_the_candidate():
    found = [person.name for person in read(INVITED).meetings[0].people]
    assert found == ["Bo Lindqvist", "Ana Solberg"]


def test_a_folded_line_that_lost_its_space_goes_on():
    line = "DESCRIPTION:With Hernán Buitrago, treasurer; Ximena Lozano, Head of Mar"
    found = list(unfolded(f"BEGIN:VEVENT\n{line}\nket Risk\nUID:1\n"))
    assert found[1].endswith("Head of Market Risk")


def test_ticks_say_who_takes_part():
    text = (
        "Time\tTopic\tA. Berg\tP.-L. Nguyen\n9:00-10:00\tPanel\tX\tX\n10:00-11:00\tCase\t\t✓\n\n"
        "Anna Berg, Head of HR\nPhuong-Linh Nguyen, Director\n"
    )
    found = [[person.name for person in meeting.people] for meeting in read(text).meetings]
    assert found == [["Anna Berg", "Phuong-Linh Nguyen"], ["Phuong-Linh Nguyen"]]


@pytest.mark.parametrize("place", ["R. 1107", "Zi. 412", "Rm. 3", "Lounge 11. OG"])
def test_rooms_cut_short_are_places(place):
    assert read(f"9:00-10:00 Gespräch, {place}\n10:00 Pause\n").meetings[0].location == place


@pytest.mark.parametrize(
    "text",
    [
        "Dinner with the Chair, the Hon. Ida Berg AO, and the CEO, Dr Max Wu",
        "Déjeuner avec la présidente, Mme Ida Berg, et le directeur, M. Max Wu",
        "Diner met de voorzitter, mw. Ida Berg, en de directeur, dhr. Max Wu",
        "Cena con la presidenta, Dña. Ida Berg, y el director, D. Max Wu",
    ],
)
def test_two_roles_before_their_names_are_both_titles(text):
    people = read(f"9:00 {text}\n10:00 Tour\n11:00 End\n").meetings[0].people
    assert [person.name for person in people] == ["Ida Berg", "Max Wu"]
    assert all(person.title and len(person.title.split()) == 1 for person in people)


def test_next_friday_belongs_to_the_date_behind_it():
    for line in ("vendredi prochain (20/03)", "viernes próximo, 20/03", "Friday next 20/03"):
        (found,) = mentions(line)
        assert (found.day, found.month, found.weekday) == (20, 3, 4)


def test_letters_own_day_is_not_the_interviews():
    agenda = read(
        "Graz, am 9. März 2026\n\nSehr geehrte Frau Moser,\n\n"
        "wir freuen uns auf Donnerstag, den 19. März:\n\n"
        "14 Uhr: Begrüßung mit Nadja Kern\n"
        "15 Uhr: Einzelgespräch mit Komm.-Rat Ferdinand Lechner\n".encode()
    )
    assert {meeting.date for meeting in agenda.meetings} == {dt.date(2026, 3, 19)}
    assert [person.name for person in agenda.meetings[1].people] == ["Ferdinand Lechner"]


def test_bodies_of_one_text_keep_their_own_members():
    agenda = read(
        b"Interviews on Thursday, 19 February 2026\n\n"
        b"10:00 Presentation to the Credit Committee, Boardroom\n"
        b"11:00 Interview by the Ethics Committee\n\n"
        b"Credit Committee: Dr. Solomon Ouma (Director), Lilian Shah (Manager)\n"
        b"Ethics Committee: Mercy Wekesa (Chairperson), Elijah Mutua (Lawyer)\n"
    )
    found = [{person.name for person in meeting.people} for meeting in agenda.meetings]
    assert found == [{"Solomon Ouma", "Lilian Shah"}, {"Mercy Wekesa", "Elijah Mutua"}]
