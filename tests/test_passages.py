"""Passages of what somebody wrote in Markdown."""

from interviews.passages import passages


def test_paragraphs_and_list_items_are_passages_without_their_marks():
    text = (
        "# Panel\r\n\r\nNobody *talked?* shop.\r\n**Nadia** came.\n \n- one `x`\n- two\n  more\n\n"
        "1. first\n2) second\n\n> quote"
    )

    assert passages(text) == [
        "Nobody talked? shop. Nadia came.", "one x", "two more", "first", "second", "quote",
    ]  # fmt: skip


def test_blank_text_has_no_passages():
    assert passages(" \n\n# Only a heading\n\n") == []
