"""The questions of both sides at the sample visit to Marrable Controls."""

from interviews.sample.visit import SampleAsked, SamplePlanned

PLANNED = (
    SamplePlanned(
        meeting="Dinner with the team",
        question="What did you notice in your own first weeks here?",
        answer="Nadia: that nobody laughed when she asked what a split range is.",
    ),
    SamplePlanned(
        meeting="Conversation with Alasdair Kerr",
        question="How much travel is there, and who decides on it?",
        answer="Thirty or forty days a year, he said, and one can say no.",
    ),
    SamplePlanned(
        meeting="Meeting with Duncan Abara",
        question="How much travel is there, and who decides on it?",
        answer="About sixty days a year. He decides, and asks first.",
    ),
    SamplePlanned(
        meeting="Conversation with Alasdair Kerr",
        question="What should be different after my first three months?",
        answer="One skid commissioned, with Sunniva at hand.",
    ),
    SamplePlanned(
        meeting="Panel with the team",
        question="Which part of the job does the description not mention?",
        answer="On call one week in four.",
    ),
    SamplePlanned(meeting="Panel with the team", question="Why is the post open?"),
    SamplePlanned(
        meeting="Closing",
        question="What happens next, and by when may I expect to hear?",
        answer="Within four weeks, by phone.",
    ),
    SamplePlanned(
        meeting="Closing",
        question="Which rules are there on hours, working from home and overtime?",
    ),
)

ASKED = (
    SampleAsked(
        meeting="Conversation with Alasdair Kerr",
        question="Why controls?",
        answer="The story of the stuck valve: I wanted to know why it stuck, and nobody could say.",
        landed=2,
        same="why controls",
    ),
    SampleAsked(
        meeting="Panel with the team",
        question="Why did you choose controls?",
        answer="The stuck valve again, in two sentences.",
        landed=1,
        same="why controls",
    ),
    SampleAsked(
        meeting="Meeting with Duncan Abara",
        question="Why controls, of all things?",
        answer="Said it was the course with the best teacher. True, but not what Alasdair heard.",
        landed=-1,
        same="why controls",
    ),
    SampleAsked(
        meeting="Welcome",
        question="What do you expect to earn?",
        answer="Named a range, and said that the work comes first.",
        landed=0,
        tag="pay",
        told="£42,000 to £45,000",
        same="pay",
    ),
    SampleAsked(
        meeting="Meeting with Duncan Abara",
        question="And what would you like to earn with us?",
        answer="Named one number, too quickly.",
        landed=-1,
        tag="pay",
        told="£45,000",
        same="pay",
    ),
    SampleAsked(
        meeting="Conversation with Alasdair Kerr",
        question="How long is your notice?",
        answer="Eight weeks to the end of a month.",
        tag="notice",
        told="8 weeks",
    ),
    SampleAsked(
        meeting="Closing",
        question="When could you start?",
        answer="On the first of March.",
        landed=1,
        tag="start",
        told="1 March",
    ),
    SampleAsked(
        meeting="Whiteboard: a tank that overflows",
        question="What would you do if the valve were ten times slower?",
        answer="Cascade it, and clamp the integral. She wrote that down.",
        landed=2,
    ),
)
