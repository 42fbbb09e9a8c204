"""The text of a PDF, its columns kept apart."""

from __future__ import annotations

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_PAGES = 20
MOST_CHARACTERS = 200_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it warns of is in somebody's file


def is_pdf(source: bytes) -> bool:
    return b"%PDF-" in source[:1024]


def lines(source: bytes) -> str | None:
    """The text of its pages with running heads and feet left out, or None if it cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(source))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        pages: list[str] = []
        for number, page in enumerate(reader.pages):
            if number >= MOST_PAGES or sum(len(text) for text in pages) > MOST_CHARACTERS:
                break
            pages.append(page.extract_text(extraction_mode="layout"))
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OSError):
        return None
    except (RecursionError, OverflowError, ZeroDivisionError, NotImplementedError, AssertionError):
        return None
    return "\n".join(pages)[:MOST_CHARACTERS]
