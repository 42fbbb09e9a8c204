"""Six applications side by side, with long names, on a phone, a laptop and paper."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.factories import DimensionFactory, ImpressionFactory, MustHaveFactory, a_day

pytestmark = [pytest.mark.browser, pytest.mark.soak, pytest.mark.django_db(transaction=True)]

NAMES = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Marrable Controls", "Q", "Consolidated Instruments and Measurement of Northern Scotland",
    "Harrow", "شركة القياس",
)  # fmt: skip
# Words of the table that stand on more than one line: broken within, where nobody hyphenates.
BROKEN = """() => [...document.querySelectorAll('.beside tbody td span.soft, .beside tbody th')]
    .flatMap(cell => [...cell.firstChild.data.matchAll(/\\S+/g)].map(word => {
        const range = document.createRange();
        range.setStart(cell.firstChild, word.index);
        range.setEnd(cell.firstChild, word.index + word[0].length);
        return [word[0], range.getClientRects().length];
    })).filter(([word, lines]) => lines > 1 && !/[-’]/.test(word)).map(([word]) => word)"""


@pytest.fixture
def six(alice):
    """The first was seen on all, the third once and neutral, the fifth on nothing."""
    dimensions = [
        DimensionFactory(owner=alice, name=name, weight=weight)
        for name, weight in (("Welcome and friendliness", 3), ("Mood", 1), ("Facilities", 0))
    ]
    for at, name in enumerate(NAMES):
        day = a_day(alice, name)
        MustHaveFactory(application=day.application, text="A window", met="met")
        for dimension in dimensions[: {2: 1, 4: 0}.get(at, 3)]:
            words = "" if at == 3 else "Seen."
            ImpressionFactory(day=day, dimension=dimension, rating=at % 3, observation=words)


@pytest.mark.usefixtures("six")
def test_six_with_long_names_fit_phone_laptop_and_paper(inside):
    page = inside.page
    inside.open(reverse("compare"))
    assert inside.faults() == []

    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    for paper in ("A4", "Letter"):
        sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
        words = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
        assert len(sheets) <= 4
        assert all(len(sheet.extract_text()) > 100 for sheet in sheets)  # no heading left alone
        for said in ("Marrable Controls", "not observed", "unbacked", "A window", "counts three"):
            assert said in words
        assert "Choose applications" not in words
