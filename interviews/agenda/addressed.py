"""Of a table for several candidates, what is the addressed one's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from interviews.agenda.phrases import is_place
from interviews.agenda.plain import folded, words

Candidates = Sequence[Sequence[str]]
_EVERYBODY = frozenset(
    ["all", "alle", "tous", "allen", "todos", "tutti", "group", "everyone", "gruppe", "wszyscy"]
)


_THE_SAME = frozenset(
    [
        "same",
        "as left",
        "idem",
        "id",
        "ditto",
        "dito",
        "same as a",
        "gleich",
        "ebenso",
        "wie links",
        "meme",
        "pareil",
        "hetzelfde",
        "zelfde",
        "igual",
        "lo mismo",
        "mismo",
        "uguale",
        "o mesmo",
        "mesmo",
        "samma",
        "samme",
        "to samo",
        '"',
        "″",
    ]
)
Mine = tuple[Mapping[int, str], tuple[str, str] | None]  # cells, and what heads them in which role


def rows(
    labels: Sequence[str],
    kinds: Sequence[str],
    found: Sequence[Mapping[int, str]],
    candidates: Candidates,
    own: int | None,
) -> list[Mine | None]:
    """What of each row is for the candidate; None where nothing is."""
    scattered = own is None and is_scattered(kinds, found, candidates)
    made: list[Mine | None] = []
    for row in found:
        mine: Mine | None = (row if own is None else of_column(kinds, row, own), None)
        if scattered:
            mine = of_the_cell(labels, kinds, row, candidates)
        made.append(None if mine and is_of_another(kinds, mine[0], candidates) else mine)
    return made


def own_column(
    labels: Sequence[str], kinds: Sequence[str], candidates: Candidates, ids: Sequence[str]
) -> int | None:
    """The column of the candidate in a table with one for each of several."""
    own = [
        column
        for column, label in enumerate(labels)
        if not kinds[column]
        and (
            re.sub(r"\s*\(.*", "", folded(label)).strip() in [folded(own_id) for own_id in ids]
            or any(candidate and candidate[-1] in words(label) for candidate in candidates)
        )
    ]
    return own[0] if len(own) == 1 else None


def of_column(kinds: Sequence[str], row: Mapping[int, str], own: int) -> dict[int, str]:
    """The row without what is the other candidates'; a cell over several columns counts for all of them."""
    shared = [column for column, kind in enumerate(kinds) if not kind]
    filled = [column for column in shared if row.get(column)]
    text = row.get(own, "")
    if folded(text).strip(" .()") in _THE_SAME:
        text = next(
            (
                row[column]
                for column in reversed(filled)
                if column < own and folded(row[column]).strip(" .()") not in _THE_SAME
            ),
            text,
        )
    if not text:
        before = [column for column in filled if column < own]
        text = row[filled[0]] if len(filled) == 1 else row[before[-1]] if before else ""
    kept = {column: cell for column, cell in row.items() if column not in shared}
    return {**kept, own: text} if text else kept


def is_of_another(kinds: Sequence[str], row: Mapping[int, str], candidates: Candidates) -> bool:
    """Whether the row's column for candidates names others and not the addressed one."""
    for column, kind in enumerate(kinds):
        text = row.get(column, "")
        if kind == "candidate" and text and candidates:
            said = set(words(text))
            if said & _EVERYBODY:
                return False
            return not any(candidate and (set(candidate) & said) for candidate in candidates)
    return False


def is_scattered(
    kinds: Sequence[str], rows: Sequence[Mapping[int, str]], candidates: Candidates
) -> bool:
    """Whether the candidate's name goes from column to column: each is a room, or an interviewer."""
    shared = [column for column, kind in enumerate(kinds) if not kind]
    if len(shared) < 2:
        return False
    named = [
        [column for column in shared if _names(row.get(column, ""), candidates)] for row in rows
    ]
    return sum(len(columns) == 1 for columns in named) >= 2 and not any(
        len(columns) > 1 for columns in named
    )


def of_the_cell(
    labels: Sequence[str], kinds: Sequence[str], row: Mapping[int, str], candidates: Candidates
) -> Mine | None:
    """The row with only the cell that names the candidate, and what heads it with its role; None if none does."""
    shared = [column for column, kind in enumerate(kinds) if not kind]
    filled = [column for column in shared if row.get(column)]
    kept = {column: cell for column, cell in row.items() if column not in shared}
    own = [column for column in filled if _names(row[column], candidates)]
    if not own:
        return ({**kept, filled[0]: row[filled[0]]}, None) if len(filled) == 1 else None
    label = labels[own[0]] if own[0] < len(labels) else ""
    role = "place" if is_place(label) else "people"
    text = _without(row[own[0]], candidates)
    return ({**kept, own[0]: text} if text else kept), (label, role)


def _names(text: str, candidates: Candidates) -> bool:
    said = set(words(text))
    return any(candidate and candidate[-1] in said for candidate in candidates)


def _without(text: str, candidates: Candidates) -> str:
    """The cell without the candidate's own name."""
    own = {word for candidate in candidates for word in candidate}
    kept = [word for word in text.split() if not (set(words(word)) and set(words(word)) <= own)]
    return re.sub(r"^[\s/,;:|–—-]+|[\s/,;:|–—-]+$", "", " ".join(kept))
