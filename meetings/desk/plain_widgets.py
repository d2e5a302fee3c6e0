"""Boxes without Django's links and icons beside them."""


class PlainWidgets:
    """Of an admin or an inline: what is chosen from another table stands alone."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget = getattr(field.widget, "widget", field.widget)
        return field
