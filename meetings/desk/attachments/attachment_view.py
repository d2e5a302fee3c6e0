"""The download of a session's files for staff, internal ones too."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe

from ...models import Attachment


@require_safe
@permission_required("meetings.view_session", raise_exception=True)
def attachment(request, pk, row):
    return get_object_or_404(Attachment, session=pk, pk=row).stored.response(request)


PATHS = [path("<int:pk>/tai-lieu/<int:row>/", attachment, name="meetings_session_file")]
