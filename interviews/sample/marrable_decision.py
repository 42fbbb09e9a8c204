"""What came after the visit to Marrable Controls: the call, the offer, what Robin makes of it."""

from interviews.sample.visit import SampleCall, SampleDecision, SampleInquiry

DECISION = SampleDecision(
    promised=28,
    promised_by="Fiona Tulloch",
    calls=(
        SampleCall(
            on=-9,
            at="16:20",
            caller="Fiona Tulloch",
            said=(
                "An offer! They want me for the commissioning team, from March on. "
                "She was on a train; the line broke twice. The letter follows by post."
            ),
            pay="£44,500 a year, reviewed after six months",
            answer_by=4,
            ask_back=(
                "How many of the sixty days abroad are in the first year? Is the pager paid extra?"
            ),
        ),
    ),
    inquiries=(
        SampleInquiry(
            on=-14,
            whom="Fiona Tulloch",
            answer="“The committee meets on Thursday; you will hear from me, either way.”",
        ),
    ),
    pay="£44,500 a year, reviewed after six months",
    benefits="Pension 8 %, 27 days of leave, rail season ticket loan. Nothing about the pager yet.",
    starts=97,
    answer_by=4,
    decision="deciding",
    reason="",
    lesson="Ask about travel before dinner, not after it. Reread my own thesis the evening before.",
)
