"""The measure: a bare Django application with a session, a user, and one thing to do.

`/page/` is one join of ten rows on a page of 15 kB; `/save/` is one UPDATE. Middleware is what
`startproject` gives, less messages.
"""

import os

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.template import Context, Engine
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

FIELDS = ("starts", "ends", "title", "kind", "status", "focus", "remark", "place.name", "note")
# Nothing but rows makes up the 15 kB: half of the time goes into looking up variables, a fifth into
# session and user, the rest into the query and what lies around.
CELL = (
    '<p id="{{ row.id }}-NAME" title="{{ row.NAME }}" data-NAME="{{ row.NAME }}">'
    "{% if row.NAME %}<b>{{ row.NAME }}</b>"
    '<a href="/m/{{ row.id }}/?NAME={{ row.NAME }}">{{ row.NAME }}</a>{% endif %}</p>'
)
ROW = "<li>" + "".join(CELL.replace("NAME", name) for name in FIELDS) + "</li>"
PAGE = (
    "<!doctype html><html><head><title>{{ title }}</title></head><body><p>{{ user.email }}</p>"
    "<ul>{% for row in rows %}" + ROW + "{% endfor %}</ul></body></html>"
)


def configure(database):
    """Settings for that database, and the models."""
    settings.configure(
        SECRET_KEY="b" * 60,
        ALLOWED_HOSTS=["localhost"],
        DATABASES={
            "default": {**database, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True},
        },
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        ROOT_URLCONF=__name__,
        USE_TZ=True,
    )


def models():
    """Place and Row; made once Django is set up."""
    from django.db import models as m

    class Place(m.Model):  # noqa: DJ008 nobody reads it
        name = m.CharField(max_length=100)
        city = m.CharField(max_length=100)

        class Meta:
            app_label = "contenttypes"  # one that is there; its table is ours
            db_table = "bench_place"

    class Row(m.Model):  # noqa: DJ008
        owner = m.ForeignKey(get_user_model(), m.CASCADE)
        place = m.ForeignKey(Place, m.CASCADE)
        number = m.IntegerField()
        starts = m.CharField(max_length=10)
        ends = m.CharField(max_length=10)
        title = m.CharField(max_length=100)
        kind = m.CharField(max_length=30)
        status = m.CharField(max_length=30)
        focus = m.CharField(max_length=100)
        remark = m.CharField(max_length=100)
        note = m.TextField()

        class Meta:
            app_label = "contenttypes"
            db_table = "bench_row"

    return Place, Row


def page(request):
    user = request.user
    rows = ROWS.objects.filter(owner=user).select_related("place").order_by("number")
    return HttpResponse(TEMPLATE.render(Context({"rows": rows, "user": user, "title": "Rows"})))


@csrf_exempt
def save(request):
    number = int(request.headers["X-Number"])
    found = ROWS.objects.filter(owner=request.user, number=number)
    return JsonResponse({"saved": found.update(note=request.body.decode())})


urlpatterns = [path("page/", page), path("save/", save)]
TEMPLATE = Engine().from_string(PAGE)
ROWS = None


def application():
    """The WSGI application, in a worker."""
    global ROWS
    import environ

    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    configure(environ.Env.db_url_config(os.environ["DATABASE_URL"]))
    wsgi = get_wsgi_application()
    _, ROWS = models()
    return wsgi


def fill(cookies):
    """Tables, a user with ten rows, and the session's key; in a process of its own."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.db import connection

    application()
    call_command("migrate", verbosity=0)
    place_model, row_model = models() if ROWS is None else (ROWS.place.field.related_model, ROWS)
    with connection.schema_editor() as editor:
        editor.create_model(place_model)
        editor.create_model(row_model)
    user = get_user_model().objects.create_user("alice", "alice@example.org", "wonderland")
    place = place_model.objects.create(name="Building Four", city="Newport")
    for number in range(10):
        row_model.objects.create(
            owner=user, place=place, number=number, starts="09:00", ends="09:45", note="early",
            title=f"Interview with the team {number}", kind="one to one", status="planned",
            focus="how they work", remark="bring the drawing of the second pump along",
        )  # fmt: skip
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    cookies["bare"] = session.session_key


if __name__ == "__main__":
    found: dict[str, str] = {}
    fill(found)
    print(found["bare"])
