"""The thank-you letters after the sample visit to Marrable Controls."""

from interviews.sample.visit import SampleLetter

LETTERS = (
    SampleLetter(
        to="Fiona Tulloch",
        subject="Thank you for Tuesday, and for the umbrella",
        sent="19:40",
        body="""\
Dear Fiona Tulloch,

thank you for a day on which I always knew where to go next, and for your umbrella on the way between the buildings.

You told me the pay band and the pension before I had to ask. I took that as a sign of how you deal with people, and it fits what I heard from everyone after you.

I would like to come to Marrable as controls engineer, and I believe that I can do the job well. The receipts for train and taxi will be with you by Friday.

Kind regards
Robin Ashdown
""",
    ),
    SampleLetter(
        to="Alasdair Kerr",
        subject="The napkin, and what I would do with it",
        sent="20:10",
        body="""\
Dear Alasdair Kerr,

thank you for Monday evening and for our talk on Tuesday. The napkin with your team on it lies beside me as I write.

You asked what I would do, waited, and only then told me what you had done. I would learn a lot from that. The first skid with Sunniva Lie at hand is the start that I would wish for, and the stuck valve at the dairy has prepared me for some of it.

I want this job, and I am sure that I can fill it. I would also still like to see the clock from Cramond.

Kind regards
Robin Ashdown
""",
    ),
    SampleLetter(
        to="Duncan Abara",
        subject="Thank you for your openness about the travel",
        sent="20:35",
        body="""\
Dear Duncan Abara,

thank you for the time on Tuesday. You named what went wrong with the travel before I could ask; I have thought about the sixty days since, and at home we believe that we can arrange them.

Norway and Chile are a reason for me to come, not one to stay away. My thesis, whose title you wrote down, is attached.

My interest in the position is as firm as it was on your top floor.

Kind regards
Robin Ashdown
""",
    ),
    SampleLetter(
        to="Sunniva Lie",
        subject="The integrator, after all",
        sent="21:05",
        body="""\
Dear Sunniva Lie,

thank you for the hour at the whiteboard, and for the nod that brought me back to the integrator. I have since drawn the clamp again, with bumpless transfer, and I am content with it now.

A company in which someone has taught new engineers since 2016 is one in which I would like to be new.

Kind regards
Robin Ashdown
""",
    ),
    SampleLetter(
        to="Nadia Rahman",
        subject="From one dairy to another",
        channel="other",
        sent="21:30",
        body="""\
Dear Nadia Rahman,

it was good to find somebody who came from a dairy too. What you said about the night shift in week one was worth more to me than any brochure.

I would be glad to share the pager with you one week in four, and to draw on the other half of your board.

Kind regards
Robin Ashdown
""",
    ),
    SampleLetter(
        to="Gregor Mair",
        subject="The centrifuge",
        body="""\
Dear Gregor Mair,

thank you for letting me stop the centrifuge. I still think of the alarm list with 4,012 entries.

I would be glad to share the pager with you one week in four, and to help with the list.

Kind regards
Robin Ashdown
""",
    ),
)
