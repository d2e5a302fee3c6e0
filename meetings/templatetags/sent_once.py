"""The token of every form that changes something: beside each {% csrf_token %}, Django's own pages too."""

import secrets

from django import template
from django.template.defaulttags import CsrfTokenNode
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()
FIELD = "_once"


class FormTokensNode(CsrfTokenNode):
    def render(self, context):
        csrf, request = super().render(context), context.get("request")
        if not csrf or request is None or not request.path.startswith(reverse("admin:index")):
            return csrf
        own = format_html('<input type="hidden" name="{}" value="{}">', FIELD, secrets.token_urlsafe(16))
        return mark_safe(csrf + own)


@register.tag
def csrf_token(parser, token):
    return FormTokensNode()
