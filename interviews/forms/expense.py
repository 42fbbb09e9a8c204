"""The form for one expense of a visit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from interviews.forms.base import OwnedForm
from interviews.models import Expense

NO_CODE = "A currency has three letters, such as GBP, EUR or USD."
TOO_LITTLE = "How much was it? It must be more than nothing."


class AmountField(forms.DecimalField):
    """An amount of money, with a point or a comma before its cents."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value.count(",") == 1 and "." not in value:
            value = value.replace(",", ".")
        return super().to_python(value)


class ExpenseForm(OwnedForm):
    """What was paid, and in which currency."""

    amount = AmountField(
        max_digits=11,
        decimal_places=2,
        min_value=Decimal("0.01"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": "How much was it?",
            "min_value": TOO_LITTLE,
            "invalid": "Write the amount in figures, such as 12.50.",
        },
    )
    currency = forms.CharField(
        max_length=3,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
        error_messages={"required": NO_CODE, "max_length": NO_CODE},
    )

    class Meta:
        model = Expense
        fields = ["what", "amount", "currency"]
        labels = {"what": "What was it for?"}
        error_messages = {"what": {"required": "What was it for?"}}

    constraint_messages = {
        "expense_what_not_blank": ("what", "What was it for?"),
        "expense_amount_positive": ("amount", TOO_LITTLE),
        "expense_currency_code": ("currency", NO_CODE),
    }

    def clean_what(self) -> str:
        return " ".join(self.cleaned_data["what"].split())

    def clean_currency(self) -> str:
        code = str(self.cleaned_data["currency"]).strip().upper()
        if len(code) != 3 or not (code.isascii() and code.isalpha()):
            raise forms.ValidationError(NO_CODE)
        return code
