from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Phiên họp Thường trực"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        post_migrate.connect(_after_migrating, sender=self)


def _after_migrating(using, **kwargs):
    """The groups, the triggers of the record room and the public index follow from the code: each migration renews
    them. The tables may still be missing where migrate was stopped at an earlier migration."""
    from .models import Directive, LadderStep, Office, at_office, frozen, indexing, ladder_step, roles, search_index
    from .models.directive import date_terms

    tables = set(connections[using].introspection.table_names())
    if tables >= frozen.TABLES:
        frozen.guard(connections[using])
        roles.make_groups(using)
    if Office._meta.db_table in tables:
        if not Office.objects.exists():
            Office.objects.create(slug=Office.FIRST)
        if LadderStep._meta.db_table in tables:
            ladder_step.give_defaults()
        if stale := indexing.stale_offices():
            search_index.take_down(connections[using])
            for office in stale:
                with at_office(office):
                    date_terms(Directive.objects.exclude(number=""))
                indexing.rebuild_index(office)
    if search_index.TABLE in tables:
        search_index.put_up(connections[using])
