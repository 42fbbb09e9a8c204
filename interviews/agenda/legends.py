"""Legends below a list or grid: "Interview B: X, Y – room 4.03" says who and where of its "Interview B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.blocks import PEOPLE, PLACE, Block, Piece
from interviews.agenda.entries import Entry
from interviews.agenda.plain import folded

_LEGEND = re.compile(r"^\W*(?P<topics>[^:=\n]{3,50}?)\s*(?::|\s=)\s+(?P<rest>\S.{2,200})$")
_BELOW = re.compile(
    r"\W*(?:(?:siehe|s\.) unten|see (?:below|key|legend)|voir ci-dessous|voir plus bas|zie (?:onder|hieronder)|ver (?:abajo|abaixo)|vedi sotto|se nedan|se nedenfor)\W*$"
)


def apply(blocks: Sequence[Block], entries: Sequence[Entry]) -> None:
    """Give the blocks what lines outside them say of their topics."""
    for block in blocks:
        block.pieces = [piece for piece in block.pieces if not _BELOW.match(folded(piece.text))]
    taken = {number for block in blocks for number in block.lines}
    by_topic: dict[str, list[Block]] = {}
    for block in blocks:
        if block.pieces and not any(piece.role == PEOPLE for piece in block.pieces):
            by_topic.setdefault(_plain(block.pieces[0].text), []).append(block)
    for entry in entries:
        if entry.line.number in taken or entry.is_prose or entry.spans:
            continue
        match = _LEGEND.match(entry.text)
        if match is None:
            continue
        for topic in re.split(r"\s*[,/&]\s*", re.sub(r"\([^)]*\)", "", match["topics"])):
            for block in by_topic.get(_plain(topic), []):
                rest = match["rest"].strip()
                role = (
                    PLACE
                    if re.fullmatch(r"(?:Raum|Room|Salle|Sala|Zaal|Rum|Lokale)\s\S+", rest)
                    else ""
                )
                block.pieces.append(Piece(rest, role, entry.line.number))
                block.lines.append(entry.line.number)


def _plain(text: str) -> str:
    return re.sub(r"\s\d{1,2}$", "", folded(text).strip(" .:–-"))
