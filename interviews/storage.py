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


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # it has no types
    """Hashed names and compressed copies, without source maps."""

    patterns = _without_source_maps(CompressedManifestStaticFilesStorage.patterns)
