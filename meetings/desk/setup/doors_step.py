"""Step 5: three doors into the work, and what is still open."""

from django.urls import path
from django.views.decorators.http import require_safe

from .open_ends import open_ends
from .steps import council_here, of_setup, step_page


@require_safe
@of_setup
def doors_step(request):
    council = council_here()
    return step_page(request, "doors", {"council": council, "open_ends": open_ends(council)})


PATHS = [path("mo-co-quan/ba-canh-cua/", doors_step, name="setup_doors")]
