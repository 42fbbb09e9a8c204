"""Which company and which position a mail or a calendar is about."""

import pytest

from interviews.agenda.reading import read

DAY = "\n\n9:00 - 9:45 Interview with Mira Castellanos\n10:00 - 11:00 Tour\n\n"


def whole(text):
    """The text with a day in the place of DAY, or at its end."""
    return text.replace(" DAY ", DAY) if " DAY " in text else text + DAY


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Subject: Your visit to Penrose Foods on 3 March 2027\n\nDear Ana,", "Penrose Foods"),
        (
            "Betreff: Ihr Gespräch bei der Altmark Kranbau GmbH\n\nGuten Tag,",
            "Altmark Kranbau GmbH",
        ),
        ("Objet : votre journée chez Ormeraie Conseil\n\nBonjour,", "Ormeraie Conseil"),
        ("Onderwerp: gesprek bij Van Dalen Logistiek\n\nBeste Tom,", "Van Dalen Logistiek"),
        (
            "From: Lea Sorge <lea@blauwerk-optik.example>\n\nHi,\nwelcome to Blauwerk Optik!",
            "Blauwerk Optik",
        ),
        ("From: Recruiting Tessaly Labs <jobs@mail.example>\nSubject: Hi\n\nHi,", "Tessaly Labs"),
        ("NORTHAVEN COUNTY HOSPITAL\nInterview schedule", "NORTHAVEN COUNTY HOSPITAL"),
        ("Wrexley & Stone - Final round\nFriday, 5 March 2027", "Wrexley & Stone"),
        ("Hi, DAY Lea Sorge\nTalent Partner, Quarry Lane Studios\n", "Quarry Lane Studios"),
        ("Address: Penrose Foods Ltd, 4 Mill Lane", "Penrose Foods Ltd"),
    ],
)
def test_company_is_found_where_it_is_told(text, company):
    assert read(whole(text)).company == company


@pytest.mark.parametrize(
    "text",
    [
        "Hi,\nyour interview with Mira Castellanos is on Tuesday. DAY Lea Sorge\n",
        "Subject: Interviews at 9\n\nHi Tom, meet me at Reception.",
        "From: Lea Sorge <lea@mail.example>\nSubject: Tuesday\n\nHi, DAY Lea Sorge\nRecruiter\n",
        "Department of Surgery\nInterview day",
        "Unit 9, Calico Row",
    ],
)
def test_neither_people_nor_places_nor_departments_are_the_company(text):
    assert read(whole(text)).company is None


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "Subject: Your visit to Penrose Foods - Quality Systems Engineer\n\nHi,",
            "Quality Systems Engineer",
        ),
        ("Dear Ana,\nyou applied for the position of Plant Manager at Penrose.", "Plant Manager"),
        (
            "Hi,\ninterviews for the Senior Data Engineer role are on Tuesday.",
            "Senior Data Engineer",
        ),
        (
            "Betreff: Gespräch als Teamleiter Instandhaltung\n\nGuten Tag,",
            "Teamleiter Instandhaltung",
        ),
        ("ASHBY SCHOOL\nAppointment of Deputy Headteacher", "Deputy Headteacher"),
        ("Position: Controller (m/w/d)", "Controller (m/w/d)"),
    ],
)
def test_position_is_found_where_it_is_told(text, position):
    assert read(whole(text)).position == position


@pytest.mark.parametrize(
    "text",
    [
        "Lea Sorge, Talent Partner\nTuesday",
        "Coordinator: Lea Sorge",
        "Hi Tom,\nbefore lunch you meet the hiring manager.",
    ],
)
def test_posts_of_others_are_not_the_position(text):
    assert read(whole(text)).position is None


def test_calendar_tells_company_coordinator_and_what_to_bring():
    agenda = read(
        "\n".join(  # noqa: FLY002 a calendar reads line by line
            [
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "UID:1@penrose.example",
                "DTSTART:20270302T090000",
                "DTEND:20270302T100000",
                "SUMMARY:Interview at Penrose Foods - Plant Manager",
                'ORGANIZER;CN="Sorge, Lea":mailto:lea.sorge@penrose.example',
                "DESCRIPTION:Please bring your passport.\\nDress: business casual.",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        )
    )

    assert (agenda.company, agenda.position) == ("Penrose Foods", "Plant Manager")
    assert (agenda.coordinator.name, agenda.coordinator.email) == (
        "Lea Sorge",
        "lea.sorge@penrose.example",
    )
    assert agenda.bring == "Please bring your passport."
    assert agenda.dress == "Dress: business casual."
