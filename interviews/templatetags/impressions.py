"""What the pages about impressions draw with."""

from django import template

from interviews.models import Impression

register = template.Library()
RATINGS = [(str(rating.value), rating.sign, rating.label) for rating in Impression.Rating]


@register.simple_tag
def ratings() -> list[tuple[str, str, str]]:
    """The five ratings, each as value, sign and words: ("-2", "−2", "bad sign")."""
    return RATINGS
