"""The token of the desk's forms that change something: beside each {% csrf_token %}, on Django's own pages too."""

import secrets

from django import template
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from council.maintenance import DESK

from ..office_host import is_portal

register = template.Library()
FIELD = "_once"


class FormTokensNode(CsrfTokenNode):
    def render(self, context):
        csrf, request = super().render(context), context.get("request")
        if not csrf or request is None or is_portal(request) or not request.path.startswith(DESK):
            return csrf
        own = format_html('<input type="hidden" name="{}" value="{}">', FIELD, secrets.token_urlsafe(16))
        return mark_safe(csrf + own)


@register.tag
def csrf_token(parser, token):
    return FormTokensNode()
