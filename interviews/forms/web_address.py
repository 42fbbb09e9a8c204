"""Addresses of web pages, as people type or paste them."""

from typing import Any

from django import forms
from django.core.validators import URLValidator

NO_ADDRESS = "That is not the address of a web page. Type one such as https://example.com."


class WebAddressField(forms.URLField):
    """An http or https address; nothing that a browser would run. Without a scheme it is https."""

    default_validators = [URLValidator(schemes=["http", "https"], message=NO_ADDRESS)]
    default_error_messages = {"invalid": NO_ADDRESS}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", max_length=500, required=False, **kwargs)
        self.widget.attrs |= {"inputmode": "url", "autocomplete": "off", "dir": "ltr"}
