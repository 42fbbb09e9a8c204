"""The WSGI application, for granian or any other server."""

import os

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

from interviews.second_lock import ROLE, check_binding

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviews.settings")
os.environ.setdefault("DATABASE_ROLE", ROLE)  # empty behind a pooler that takes no options


class ReadableRequest(WSGIRequest):
    """A request whose Content-Type may be nonsense: Django would end without an answer of ours."""

    def _set_content_type_params(self, meta: dict) -> None:
        try:
            super()._set_content_type_params(meta)  # type: ignore[misc]
        except (LookupError, ValueError):
            self.content_type, self.content_params = "", {"charset": "unreadable"}


application = get_wsgi_application()
check_binding()  # rather no server than one whose second lock does not hold
application.request_class = ReadableRequest
