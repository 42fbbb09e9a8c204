"""Changes told in sentences above the list that they quote."""

import datetime as dt

import pytest

from interviews.agenda.reading import read

QUOTED = """From: Pia Lund
Sent: Tuesday, 3 March 2026 10:00
Subject: Re: the day

{change}

-----Original Message-----
From: Pia Lund
Sent: Monday, 2 March 2026 9:00
Subject: the day

Thursday 5 March 2026

{day}
"""


@pytest.mark.parametrize(
    ("day", "change"),
    [
        (
            "9:00-9:30 Tour with Ann\n10:00-10:45 Talk with Bob Stein, CTO\n11:30-12:00 Lunch",
            (
                "Bob has a board call, so Carla Vance takes his slot. Lunch moves to 12.15. "
                "The tour drops out."
            ),
        ),
        (
            "9:00-9:30 Rundgang\n10:00-10:45 Gespräch mit Herrn Stein\n11:30-12:00 Mittag",
            (
                "Herr Stein muss nach Bonn, sein Gespräch übernimmt Frau Carla Vance. "
                "Der Mittag verschiebt sich auf 12.15 Uhr. Der Rundgang fällt weg."
            ),
        ),
        (
            "9h00-9h30 Visite\n10h00-10h45 Entretien avec M. Stein\n11h30-12h00 Déjeuner",
            (
                "M. Stein plaide à Lyon, c'est Mme Carla Vance qui vous recevra à sa place. "
                "Le déjeuner passe à 12h15. La visite est supprimée."
            ),
        ),
        (
            "9.00-9.30 Rondleiding\n10.00-10.45 Gesprek met dhr. Stein\n11.30-12.00 Lunch",
            (
                "De heer Stein zit in Brussel, mevrouw Carla Vance doet zijn gesprek. "
                "De lunch wordt 12.15 uur. De rondleiding vervalt."
            ),
        ),
        (
            "9:00-9:30 Visita\n10:00-10:45 Colloquio con il dott. Stein\n11:30-12:00 Pranzo",
            (
                "Il dott. Stein è a Roma, al suo posto ci sarà la dott.ssa Carla Vance. "
                "Il pranzo è spostato alle 12:15. La visita è annullata."
            ),
        ),
        (
            "9.00-9.30 Rundvandring\n10.00-10.45 Intervju med Bo Stein\n11.30-12.00 Lunch",
            (
                "Bo är på konferens den dagen men Carla Vance är med i stället. "
                "Lunchen blir kl. 12.15. Rundvandringen faller bort."
            ),
        ),
    ],
)
def test_sentences_change_the_quoted_list(day, change):
    meetings = read(QUOTED.format(day=day, change=change)).meetings
    assert [meeting.start for meeting in meetings] == [dt.time(10), dt.time(12, 15)]
    assert [person.name for person in meetings[0].people] == ["Carla Vance"]
