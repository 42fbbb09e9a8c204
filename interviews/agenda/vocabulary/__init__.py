"""Words that agendas use, by language where it matters: tables to read and to add to."""

from pathlib import Path


def table(text: str) -> frozenset[str]:
    """The words of a table; what follows a # is for the reader."""
    rows = (row.split("#")[0] for row in text.splitlines())
    return frozenset(word for row in rows for word in row.split())


def phrases(text: str) -> tuple[str, ...]:
    """The comma-separated phrases of a table, longest first."""
    rows = (row.split("#")[0] for row in text.splitlines())
    found = {phrase.strip() for row in rows for phrase in row.split(",")}
    return tuple(sorted(found - {""}, key=lambda phrase: (-len(phrase), phrase)))


def listed(name: str) -> frozenset[str]:
    """The words of a table in a file of its own, too long to be read."""
    return table((Path(__file__).parent / f"{name}.txt").read_text(encoding="ascii"))
