"""The questions that are planned for the sample visit to Harrow Instruments."""

from interviews.sample.visit import SamplePlanned

PLANNED = (
    SamplePlanned(
        meeting="Process control and your thesis",
        question="What should be different after my first three months?",
    ),
    SamplePlanned(
        meeting="Process control and your thesis",
        question="How do you like to work with the people who report to you?",
    ),
    SamplePlanned(
        meeting="Panel: working with the line",
        question="Who would I work with every day, and what does each do?",
    ),
    SamplePlanned(
        meeting="Panel: working with the line",
        question="What does she or he do when something has gone wrong?",
    ),
    SamplePlanned(
        meeting="Career paths and first months",
        question="What should be different after my first three months?",
    ),
    SamplePlanned(
        meeting="Career paths and first months",
        question="What are people doing now who had this post before?",
    ),
    SamplePlanned(
        meeting="Wrap-up", question="What happens next, and by when may I expect to hear?"
    ),
)
