"""How the database goes about a query that runs in one of its functions."""

import json
from contextlib import contextmanager

from django.db import connection


@contextmanager
def plans_in_functions(words):
    """A function that answers the plan of the query inside that has these words (auto_explain)."""
    notices = connection.connection.notices
    with connection.cursor() as cursor:
        cursor.execute(
            "LOAD 'auto_explain'; SET LOCAL auto_explain.log_min_duration = 0;"
            "SET LOCAL auto_explain.log_nested_statements = on;"
            "SET LOCAL auto_explain.log_format = json;"
            "SET LOCAL auto_explain.log_level = notice;"
        )
        del notices[:]
        yield lambda: next(
            plan["Plan"]
            for plan in (json.loads(text[text.index("{") :]) for text in notices if "{" in text)
            if words in plan["Query Text"]
        )
        cursor.execute("SET LOCAL auto_explain.log_min_duration = -1")


def nodes(plan):
    """Every node of a plan."""
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)
