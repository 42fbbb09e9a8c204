"""The sample visit that is still to come: Harrow Instruments in Leeds, a structured day."""

from interviews.sample.harrow_questions import PLANNED
from interviews.sample.visit import SampleMeeting, SampleMustHave, SamplePerson, SampleVisit

PEOPLE = (
    SamplePerson(
        name="Ruth Adeyemi",
        title="Head of Human Resources",
        email="ruth.adeyemi@harrow-instruments.example",
        phone="+44 113 496 0100",
        remarks="Rang back within the hour. Likes to be called Ruth.",
        roles=("head_of_hr", "coordinator"),
    ),
    SamplePerson(
        name="Dr. Tomasz Wieczorek",
        title="Manager, Process Engineering",
        email="tomasz.wieczorek@harrow-instruments.example",
        remarks="Wrote two papers on Smith predictors; read the second one before the day.",
        roles=("potential_supervisor",),
    ),
    SamplePerson(name="Mei-Lin Hsu", title="Shift lead", roles=("peer",)),
    SamplePerson(name="Owen Pritchard", title="Quality"),
    SamplePerson(name="Sana Malik", title="Maintenance planner", roles=("peer",)),
    SamplePerson(name="J. Ferreira"),
    SamplePerson(
        name="Priya Raman",
        title="Recruiter",
        email="priya.raman@harrow-instruments.example",
        phone="+44 113 496 0117",
        remarks="Met her at the first interview. Offered to send the job description of line 3.",
        roles=("recruiter", "first_contact"),
    ),
)

MEETINGS = (
    SampleMeeting(
        start="09:00",
        end="09:30",
        title="Welcome and day plan",
        location="Room 1.04",
        people=("Ruth Adeyemi",),
    ),
    SampleMeeting(
        start="09:30",
        end="10:15",
        title="Process control and your thesis",
        format="technical",
        focus="technical depth",
        location="Room 2.11",
        people=("Dr. Tomasz Wieczorek",),
    ),
    SampleMeeting(start="10:15", end="10:30", title="Coffee", format="break"),
    SampleMeeting(
        start="10:30",
        end="11:30",
        title="Panel: working with the line",
        format="panel",
        focus="work with shifts and maintenance",
        location="Room 2.11",
        people=("Mei-Lin Hsu", "Owen Pritchard", "Sana Malik"),
    ),
    SampleMeeting(
        start="11:30",
        end="12:15",
        title="Plant tour",
        format="tour",
        location="safety shoes at reception",
        people=("Owen Pritchard",),
    ),
    SampleMeeting(start="12:15", end="13:15", title="Lunch with the team, canteen", format="meal"),
    SampleMeeting(
        start="13:15",
        end="14:00",
        title="Career paths and first months",
        focus="expectations",
        location="Room 3.02",
        people=("J. Ferreira",),
    ),
    SampleMeeting(
        start="14:15",
        end="14:45",
        title="Wrap-up",
        format="hr",
        focus="pay and benefits, if they raise it",
        location="Room 1.04",
        people=("Ruth Adeyemi",),
    ),
)

LOOSE_NOTE = """\
## Before the day

- Priya said on the phone: line 3 is the one with the long dead time.
- **Ask early:** who is J. Ferreira? No title on the agenda.
- Take the 07:25; the next train is too late for the badge photo.
"""

MAIL = """\
Dear Robin,

we look forward to seeing you in Leeds. Please ask for me at reception at 08:45.

09:00 - 09:30  Welcome and day plan: Ruth Adeyemi, Head of Human Resources (Room 1.04)
09:30 - 10:15  Process control and your thesis: Dr. Tomasz Wieczorek, Manager, Process Engineering (Room 2.11)
10:15          Coffee
10:30 - 11:30  Panel, working with the line: Mei-Lin Hsu (Shift lead), Owen Pritchard (Quality), Sana Malik (Maintenance planner), Room 2.11
11:30 - 12:15  Plant tour with Owen Pritchard, safety shoes at reception
12:15          Lunch with the team, canteen
13:15 - 14:00  Career paths and first months: J. Ferreira (Room 3.02)
14:15 - 14:45  Wrap-up: Ruth Adeyemi (Room 1.04)

If anything changes, my number is +44 113 496 0100.

Kind regards
Ruth Adeyemi
"""  # noqa: E501 a mail has its own lines

# What a later mail changes: one meeting moves, one is new, one goes.
LATER_MAIL = """\
Dear Robin,

two changes to your visit. Tomasz is needed at the line in the morning, so you meet him after lunch; and there is no plant tour,
for the hall is being painted. The day is now:

09:00 - 09:30  Welcome and day plan: Ruth Adeyemi, Head of Human Resources (Room 1.04)
09:30 - 10:15  Quality and calibration: Owen Pritchard, Quality (Room 2.11)
10:15 - 10:30  Coffee
10:30 - 11:30  Panel, working with the line: Mei-Lin Hsu (Shift lead), Sana Malik (Maintenance planner), Room 2.11
12:15 - 13:15  Lunch with the team, canteen
13:15 - 14:00  Career paths and first months: J. Ferreira (Room 3.02)
14:15 - 15:00  Process control and your thesis: Dr. Tomasz Wieczorek, Manager, Process Engineering (Room 2.11)
15:00 - 15:30  Wrap-up: Ruth Adeyemi (Room 1.04)

Kind regards
Ruth Adeyemi
"""  # noqa: E501 a mail has its own lines

VISIT = SampleVisit(
    company="Harrow Instruments",
    website="https://harrow-instruments.example/",
    industry="Measuring instruments",
    location="Leeds",
    about=(
        "Makes flow meters and level gauges for dairies and breweries; 340 people, one plant. "
        "Belonged to a group until 2019, since then to its managers. "
        "A new calibration hall opens next spring."
    ),
    culture="“We measure twice.” Says that every engineer works a week on each shift.",
    position="Process engineer",
    job_description=(
        "Look after the filling and calibration lines. Tune loops, cut scrap, work with shifts and "
        "maintenance. Wanted: control engineering, patience with old equipment, clear writing."
    ),
    outcome="waiting",
    heard=None,
    begins=3,
    lasts=1,
    time_zone="Europe/London",
    address="18 Mill Lane, Leeds",
    structure="structured",
    status="scheduled",
    arrival="08:45 at reception, ask for Ruth Adeyemi",
    travel="Train from York 07:25, on foot from the station, 15 minutes along the canal. They pay second class; keep the ticket.",  # noqa: E501
    dress="Jacket, no tie; long trousers and flat shoes for the tour.",
    bring="Passport for the badge, two copies of the résumé, the poster of the thesis.",
    accommodation="No nuts at lunch.",
    overall="",
    people=PEOPLE,
    meetings=MEETINGS,
    loose_note=LOOSE_NOTE,
    impressions=(
        (
            "Welcome and friendliness",
            1,
            "Ruth Adeyemi rang back within the hour and spelled every name for me.",
        ),
        ("Pace and workload", -1, ""),
    ),
    must_haves=(
        SampleMustHave(
            text="People who greet each other",
            written=-2,
            dimension="Welcome and friendliness",
            limit=1,
        ),
        SampleMustHave(
            text="Shifts at most one week in six",
            written=-2,
            dimension="Pace and workload",
            limit=0,
        ),
        SampleMustHave(text="A course in control engineering, paid", written=-2),
    ),
    mail=MAIL,
    mailed=-4,
    later_mail=LATER_MAIL,
    planned=PLANNED,
)
