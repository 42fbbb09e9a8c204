"""Two made-up visits that show what the program does; docs/sample-visit.md lists all of them."""

from interviews.sample.making import PAST, UPCOMING, make_sample, remove_sample, restore_sample

__all__ = ["PAST", "UPCOMING", "make_sample", "remove_sample", "restore_sample"]
