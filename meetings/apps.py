from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Phiên họp Thường trực"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        post_migrate.connect(_guard_the_record_room, sender=self)


def _guard_the_record_room(using, **kwargs):
    from .models import (  # their tables are not known yet when this module is read
        Revision,
        drawing,
        frozen,
        search_index,
    )

    tables = connections[using].introspection.table_names()
    if frozen.EDITION in tables:
        frozen.guard(connections[using])
    is_drawn = Revision._meta.db_table in tables
    if is_drawn and not Revision.objects.filter(drawn=drawing.DRAWN).exists():
        search_index.take_down(connections[using])
        drawing.redraw()
    if search_index.TABLE in tables:
        search_index.put_up(connections[using])
