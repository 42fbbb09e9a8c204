#!/usr/bin/env python
"""Second Look's commands; `manage.py help` lists them."""

import os
import sys

from interviews.embedded import ServerError
from interviews.launch import prepared


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviews.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        with prepared(sys.argv):
            execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, ServerError) as error:
        sys.exit(f"second look: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
