"""How static files are stored for production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


def _without_source_maps(patterns: tuple) -> tuple:
    """Drop the rules that rewrite links to source maps: the maps are not collected."""
    return tuple(
        (
            extension,
            tuple(
                rule
                for rule in rules
                if "sourceMappingURL" not in (rule if isinstance(rule, str) else rule[0])
            ),
        )
        for extension, rules in patterns
    )


# What our modules import stands in them by the hashed name, as it does in a page. Not so what they
# load later by `import()`: that may go in a circle, so the page's script element names it.
IMPORTS = (
    "js/*.js",
    (
        (
            r"""(?P<matched>import(?P<names>[\s{][^;]*?)\s*from\s*"(?P<url>\./[^"]+)"\s*;)""",
            """import%(names)s from "%(url)s";""",
        ),
        (r"""(?P<matched>import\s*"(?P<url>\./[^"]+)"\s*;)""", """import "%(url)s";"""),
    ),
)


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # it has no types
    """Hashed names and compressed copies, without source maps."""

    patterns = (*_without_source_maps(CompressedManifestStaticFilesStorage.patterns), IMPORTS)
