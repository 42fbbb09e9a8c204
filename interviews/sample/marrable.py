"""The sample visit that is over: Marrable Controls in Edinburgh, unstructured, with dinner."""

from interviews.sample.marrable_decision import DECISION
from interviews.sample.marrable_letters import LETTERS
from interviews.sample.marrable_questions import ASKED, PLANNED
from interviews.sample.visit import SampleMeeting, SampleMustHave, SamplePerson, SampleVisit

PEOPLE = (
    SamplePerson(
        name="Fiona Tulloch",
        title="Head of People",
        email="fiona.tulloch@marrable-controls.example",
        phone="+44 131 496 0210",
        remarks="Walks fast, laughs easily. Promised an answer within four weeks.",
        roles=("head_of_hr", "coordinator"),
    ),
    SamplePerson(
        name="Alasdair Kerr",
        title="Engineering Manager",
        email="alasdair.kerr@marrable-controls.example",
        remarks="Would be my supervisor. Came up from the workshop.",
        roles=("potential_supervisor",),
    ),
    SamplePerson(name="Nadia Rahman", title="Controls engineer", roles=("peer",)),
    SamplePerson(name="Gregor Mair", title="Test hall lead", roles=("peer",)),
    SamplePerson(name="Sunniva Lie", title="Principal engineer", roles=("senior_manager",)),
    SamplePerson(name="Lewis Ochieng", title="Service engineer"),
    SamplePerson(
        name="Duncan Abara", title="Operations Director", roles=("committee_head", "senior_manager")
    ),
)

MEETINGS = (
    SampleMeeting(
        start="14:42",
        end="17:55",
        title="Train to Edinburgh",
        format="travel",
        location="York to Waverley, coach C",
    ),
    SampleMeeting(
        start="19:30",
        end="21:30",
        title="Dinner with the team",
        format="meal",
        location="The Tollbooth Kitchen, Leith",
        people=("Alasdair Kerr", "Nadia Rahman"),
        remember={
            "Alasdair Kerr": "restores clocks; offered to show me the one from Cramond",
            "Nadia Rahman": "came from a dairy too, told me about the night shift in week one",
        },
        note="""\
Nobody talked shop for the first hour. **Nadia** came from a dairy, as I do.

- Alasdair: “We hire for curiosity, the rest is a manual.”
- Two of the five in the team left within a year; Nadia said so herself, unasked.
- *I said:* I could start on 1 March.
""",
        impressions=(
            (
                "Mood and enthusiasm",
                2,
                "They stayed until the restaurant closed, and nobody looked at a phone.",
            ),
            ("The way of working together", 1, ""),
            (
                "The supervisor’s style",
                -1,
                "He answered for Nadia twice, and she let him.",
            ),
            (
                "Myself among these people",
                2,
                "From the dairy on, the talk ran by itself, and they asked me as much as I asked.",
            ),
        ),
    ),
    SampleMeeting(
        on=1,
        start="08:45",
        end="09:15",
        title="Welcome",
        format="hr",
        location="Ground floor, the blue room",
        people=("Fiona Tulloch",),
        remember={"Fiona Tulloch": "lent me her umbrella between the buildings"},
        note="""\
Badge with my name was ready. Nobody had told reception about the second building, though.

**They said:** the post is open because the last engineer moved to service.
""",
        impressions=(
            (
                "Welcome and friendliness",
                2,
                "The porter knew my name, and three people I did not know said good morning.",
            ),
        ),
    ),
    SampleMeeting(
        on=1,
        start="09:15",
        end="10:00",
        title="Conversation with Alasdair Kerr",
        location="His office, second floor",
        people=("Alasdair Kerr",),
        remember={"Alasdair Kerr": "drew the team on a napkin, gave me the napkin"},
        note="""\
General questions, no plan. He asked *why controls?* and I told the story of the stuck valve.

1. First half year: commission one skid, with Sunniva at hand.
2. Reviews every quarter, written by both sides.
3. After the last mistake (a flooded test bay) the whole team wrote the report together.
""",
        impressions=(
            (
                "The supervisor’s style",
                2,
                "He asked what I would do, waited, and then told me what they had done.",
            ),
            ("Room to grow", 1, "He came up from the workshop himself, in eleven years."),
        ),
    ),
    SampleMeeting(
        on=1,
        start="10:15",
        end="11:15",
        title="Panel with the team",
        format="panel",
        location="The long table, second floor",
        people=("Nadia Rahman", "Gregor Mair", "Lewis Ochieng"),
        absent=("Lewis Ochieng",),
        remember={"Gregor Mair": "collects alarm lists; his worst has 4,012 entries"},
        note="""\
Lewis Ochieng did not come: called out to a customer. So it was two.

- Same question as Alasdair's, *why controls?*; gave the same answer, shorter.
- Gregor on alarms: “If everything is red, nothing is.”
- **Red flag?** On call one week in four, and the pager is shared with service.
""",
        impressions=(
            (
                "Pace and workload",
                -1,
                "On call one week in four; both looked tired when they spoke of March.",
            ),
            ("The way of working together", 1, "They finished each other’s drawings on the board."),
            (
                "My way of working, and theirs",
                1,
                "I said that I write down what I change; Gregor nodded and showed me his list.",
            ),
        ),
    ),
    SampleMeeting(
        on=1,
        start="11:15",
        end="12:00",
        title="Walk through the test hall",
        format="tour",
        location="Building B",
        people=("Gregor Mair",),
        remember={"Gregor Mair": "let me stop the centrifuge"},
        note="""\
Clean floor, labelled valves, a board with *what broke this week* that anyone may write on.

Noise: 82 dB by the centrifuge. Ear plugs hang at each door, and everybody wears them.
""",
        impressions=(
            ("Facilities, desks, light and noise", -2, "Desks have no daylight; the hall has."),
        ),
    ),
    SampleMeeting(
        on=1,
        start="12:00",
        end="13:00",
        title="Lunch in the canteen",
        format="meal",
        location="Building A",
        note="Sat with two apprentices. They eat with the directors, and seem used to it.",
        impressions=(("People across levels", 2, ""),),
    ),
    SampleMeeting(
        on=1,
        start="13:00",
        end="13:45",
        title="Whiteboard: a tank that overflows",
        format="technical",
        focus="how I think aloud",
        location="Building A, room 12",
        people=("Sunniva Lie",),
        remember={"Sunniva Lie": "from Bergen; wrote the book on split-range control on her shelf"},
        note="""\
Level control with a slow valve. I forgot the **integrator windup** at first; she nodded me there.

`u = Kp * e + Ki * ∫e` and then the clamp. She liked the clamp.
""",
        impressions=(
            ("Room to grow", 2, "She has taught a course for new engineers since 2016."),
            (
                "What I can do, and what they need",
                1,
                "I forgot the windup, found it with one nod, and she liked the clamp.",
            ),
        ),
    ),
    SampleMeeting(
        on=1,
        start="13:45",
        end="14:30",
        title="Meeting with Duncan Abara",
        location="Top floor",
        people=("Duncan Abara",),
        remember={"Duncan Abara": "asked for the name of my thesis twice, and wrote it down"},
        note="""\
He talked of export: Norway and Chile. Half of commissioning is abroad, about 60 days a year.

> We lost two engineers to the travel. We say so now before they sign.
""",
        impressions=(
            (
                "Values against what is said",
                1,
                "He named what went wrong before I could ask about it.",
            ),
        ),
    ),
    SampleMeeting(
        on=1,
        start="14:30",
        end="15:00",
        title="Closing",
        format="hr",
        location="Ground floor, the blue room",
        people=("Fiona Tulloch",),
        remember={"Fiona Tulloch": "gave me the expense form and filled in half of it"},
        note="""\
Answer within four weeks, by phone. Pay band named without my asking; pension with 8 %.

**To do:** receipts for the train and the taxi go to Fiona by Friday.
""",
    ),
)

LOOSE_NOTE = """\
## In the train home

Rain on the whole way. I would like to work with *these* people; I would not like *that* desk.

- Sixty days abroad is the question to settle at home first.
- The lobby smells of machine oil and toast.
"""

MAIL = """\
Dear Robin Ashdown,

thank you for making the journey. Dinner is at 19:30 on the evening before, at the Tollbooth Kitchen
in Leith: Alasdair Kerr and Nadia Rahman will find you. Come as you are.

The next day, at 12 Saltmarket Wynd:
08:45 Welcome, Fiona Tulloch
09:15 Alasdair Kerr, Engineering Manager
10:15 The team: Nadia Rahman, Gregor Mair, Lewis Ochieng
11:15 Test hall, Gregor Mair
12:00 Lunch
13:00 Sunniva Lie, Principal engineer
13:45 Duncan Abara, Operations Director
14:30 Closing, Fiona Tulloch

We keep these days loose: everyone asks what they like, and so should you.

Fiona Tulloch, +44 131 496 0210
"""

VISIT = SampleVisit(
    company="Marrable Controls",
    website="https://marrable-controls.example/",
    industry="Process control",
    location="Edinburgh",
    about=(
        "Builds control skids for water works and distilleries; 120 people in two buildings. "
        "Family-owned, third generation. Half of the work is abroad."
    ),
    culture="Claims short ways and open books; the figures of the month hang in the canteen.",
    position="Controls engineer",
    job_description=(
        "Design, test and commission control skids. Wanted: PLC programming, commissioning, "
        "readiness to travel, a driving licence."
    ),
    outcome="offer",
    heard=-9,
    begins=-35,
    on_monday=True,
    lasts=2,
    time_zone="Europe/London",
    address="12 Saltmarket Wynd, Edinburgh",
    structure="unstructured",
    status="completed",
    arrival="08:35 at the porter’s lodge of building A",
    travel="Train the afternoon before; hotel paid by Marrable, receipts to Fiona Tulloch.",
    dress="Smart casual; closed shoes for the test hall. Dinner: come as you are.",
    bring="Driving licence, certificate of the PLC course.",
    accommodation="Quiet room at the hotel, please.",
    overall="yes",
    people=PEOPLE,
    meetings=MEETINGS,
    loose_note=LOOSE_NOTE,
    impressions=(
        ("Would I like to work here", 1, "Yes for the people; the travel is the price of it."),
        ("Facilities, desks, light and noise", -1, ""),
    ),
    must_haves=(
        SampleMustHave(
            text="A supervisor who asks first",
            written=-40,
            dimension="The supervisor’s style",
            limit=0,
        ),
        SampleMustHave(text="At least £42,000 a year", written=-40, met="met"),
        SampleMustHave(
            text="Two weeks’ notice before a journey", written=-40, met="met", met_was="unmet"
        ),
        SampleMustHave(
            text="Daylight where I sit",
            written=-40,
            dimension="Facilities, desks, light and noise",
            limit=-1,
            changed=-7,
            was="Daylight where I sit (Facilities, desks, light and noise: below 0 it is a no)",
        ),
        SampleMustHave(text="At most 40 days abroad a year", written=-40, met="unmet", dropped=-6),
    ),
    mail=MAIL,
    mailed=-50,
    letters=LETTERS,
    planned=PLANNED,
    asked=ASKED,
    decision=DECISION,
)
