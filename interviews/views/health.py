"""Whether the program runs, and whether it can serve: for load balancers and alarms.

Answered by `wall.HealthMiddleware` before anything else is asked: no session, any host name,
plain HTTP too.
"""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from interviews.views.errors import RETRY_AFTER


@login_not_required
@require_safe
def live(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Here we are; asks the database nothing."""
    return said("running")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether the database answers and has every migration."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return said("the database does not answer", 503)
    known = MigrationLoader(None).disk_migrations
    if not known.keys() <= applied.keys():
        return said("migrations are missing", 503)
    return said("ready")


def said(text: str, status: int = 200) -> HttpResponse:
    """One plain line that nobody keeps."""
    response = HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response
