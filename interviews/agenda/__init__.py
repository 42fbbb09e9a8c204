"""Agendas as they come, read into drafts: `read` in `reading.py` is the way in."""
