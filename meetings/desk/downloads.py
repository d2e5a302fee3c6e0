"""Files that the desk makes for a request."""

from django.http import HttpResponse


def download(content, content_type, name):
    """The content as a file to save under `name`."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
