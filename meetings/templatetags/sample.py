"""Whether a page shows sample data, and has to say so."""

from django import template

from ..models.office import shows_samples

register = template.Library()
register.simple_tag(shows_samples)
