"""Fills in an admin form as a browser would: what the page shows, with some fields typed over."""


def filled(response, **typed):
    """The POST data of the form in `response`; `typed` wins, e.g. {"attendees-0-name": "…"}."""
    data = {"token": response.context["token"]} if "token" in response.context else {}
    if response.context.get("base"):
        data["_base"] = response.context["base"]
    for form in _forms(response):
        for field in form:
            widget = getattr(field.field.widget, "widget", field.field.widget)  # without the links beside a choice
            value = widget.format_value(field.value()) if not _is_box(field) else field.value()
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


def merged(response, side):
    """The POST data of the page that shows two saves of one form, the same side chosen wherever it asks."""
    data = {}
    for name, value in response.context["inputs"]:
        data.setdefault(name, []).append(value)
    chosen = {f"_choice:{each['key']}": side for each in response.context["questions"]}
    return {**data, "_base": response.context["base"], "_met": response.context["met"], **chosen}


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
