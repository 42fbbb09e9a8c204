"""What is found beside the meetings."""

from interviews.agenda.reading import read

MAIL = """From: Dana Whitfield <dana@quillon.example>
To: Marisol Vega
Sent: Monday, March 3, 2025 4:41 PM
Subject: Your on-site

Hi Marisol,

Position: Robotics Engineer
Location: 1180 Teller Street, 4th floor

9:30 AM - 9:45 AM Welcome with me
9:45 AM - 10:30 AM Coding with Tunde Adeyemi, Software Engineer II

Please bring photo ID. Closed shoes are required in the lab.

Best regards,
Dana

Dana Whitfield
Senior Recruiter
510-555-0142
"""


def test_coordinator_post_place_dress_and_what_to_bring_are_found():
    agenda = read(MAIL)
    assert agenda.coordinator is not None
    assert (agenda.coordinator.name, agenda.coordinator.title) == (
        "Dana Whitfield",
        "Senior Recruiter",
    )
    assert (agenda.coordinator.email, agenda.coordinator.phone) == (
        "dana@quillon.example",
        "510-555-0142",
    )
    assert agenda.position == "Robotics Engineer"
    assert agenda.default_location == "1180 Teller Street, 4th floor"
    assert agenda.bring == "Please bring photo ID."
    assert agenda.dress == "Closed shoes are required in the lab."
    assert [person.name for person in agenda.meetings[0].people] == ["Dana Whitfield"]
