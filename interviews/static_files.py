"""Which static files are collected, and whether they have to be collected again."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


class OnlyWhatIsServed(StaticFilesConfig):
    """Leave out source maps, and of Bootstrap all but its one stylesheet."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "*.map",
        "bootstrap.css",
        "bootstrap.rtl*",
        "bootstrap-*",
    ]


def collect_if_changed() -> bool:
    """Collect the static files unless their inputs are those of the last time; True if done."""
    stamp = Path(settings.VAR_DIR) / "static-inputs"
    inputs = _fingerprint()
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text() == inputs:
        return False
    # Without --clear: a page that is still open may ask for the files of yesterday.
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(inputs)
    return True


def _fingerprint() -> str:
    """One line that changes when a file, or the way it is stored, changes."""
    digest = hashlib.sha256(repr((settings.STORAGES, settings.STATIC_ROOT)).encode())
    for package in ("django", "whitenoise", "brotli"):
        digest.update(version(package).encode())
    for code in (Path(__file__), Path(__file__).with_name("storage.py")):
        digest.update(code.read_bytes())
    for finder in get_finders():
        for path, storage in finder.list(OnlyWhatIsServed.ignore_patterns):
            state = Path(storage.path(path)).stat()
            prefix = getattr(storage, "prefix", None)
            digest.update(repr((prefix, path, state.st_size, state.st_mtime_ns)).encode())
    return digest.hexdigest()
