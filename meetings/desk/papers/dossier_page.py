"""The dossier of a session for the archive: the page that lists what is in it, and the package in one click."""

from tempfile import TemporaryFile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.urls import path
from django.views.decorators.http import require_safe

from ... import issuing, printing
from ...file_types import FileType
from ...models import Refused
from ...vietnamese import squeeze, tidy
from ..desk_page import desk_page
from .papers_page import session_for

LONGEST_NOTATION, LONGEST_MAINTENANCE = 20, 30
"""ND30, Phụ lục VI, Phần II.III."""


def _session_for(request, pk):
    """It holds the internal record and every edition: who sees both may have it."""
    if not request.user.has_perm("meetings.view_edition"):
        raise PermissionDenied
    return session_for(request, pk)


@require_safe
def show(request, pk, refusal=""):
    session = _session_for(request, pk)
    documents = issuing.documents_of(session)
    context = {
        "title": f"Hồ sơ: {session}",
        "session": session,
        "documents": [(document, document.listed()) for document in documents],
        "lost": sum(len(document.missing) for document in documents),
        "organ_id": session.council.organ_id,
        "refusal": refusal,
    }
    return desk_page(request, "papers/dossier", context, status=409 if refusal else 200)


@require_safe
def package(request, pk):
    """Written to a file without a name on the disk: the memory it takes does not grow with what is inside."""
    session = _session_for(request, pk)
    out = TemporaryFile()  # noqa: SIM115 (the answer closes it)
    try:
        name = issuing.write_dossier(
            session,
            out,
            by=request.user,
            notation=_typed(request, "so", LONGEST_NOTATION),
            maintenance=_typed(request, "thoi-han", LONGEST_MAINTENANCE),
        )
    except (Refused, printing.PressRefused) as refused:
        out.close()
        return show(request, pk, refusal=str(refused))
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=name, content_type=FileType.ZIP.content_type)


def _typed(request, name, longest):
    return squeeze(tidy(request.GET.get(name, "")))[:longest]


PATHS = [
    path("<int:pk>/ho-so/", show, name="meetings_session_dossier"),
    path("<int:pk>/ho-so/ho-so.zip", package, name="meetings_session_dossier_zip"),
]
