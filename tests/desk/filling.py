"""Fills in an admin form as a browser would: what the page shows, with some fields typed over."""


def filled(response, **typed):
    """The POST data of the form in `response`; `typed` wins, e.g. {"attendees-0-name": "…"}."""
    data = {"token": response.context["token"]} if "token" in response.context else {}
    for form in _forms(response):
        for field in form:
            value = field.field.widget.format_value(field.value()) if not _is_box(field) else field.value()
            if value not in (None, False):
                data[field.html_name] = "on" if value is True else value
    return {**data, **typed}


def added(response, prefix, **cells):
    """The POST data of one more row at the end of the formset `prefix`."""
    formset = next(
        each.formset for each in response.context["inline_admin_formsets"] if each.formset.prefix == prefix
    )
    row = formset.total_form_count()
    return {f"{prefix}-TOTAL_FORMS": row + 1, **{f"{prefix}-{row}-{name}": value for name, value in cells.items()}}


def _forms(response):
    if "adminform" not in response.context:
        yield response.context["form"]
        return
    yield response.context["adminform"].form
    for each in response.context["inline_admin_formsets"]:
        yield each.formset.management_form
        yield from each.formset.forms


def _is_box(field):
    return field.field.widget.__class__.__name__ == "CheckboxInput"
