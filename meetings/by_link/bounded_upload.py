"""No more than the greatest allowed file reaches the disk; what is typed beside it is read all the same."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from ..uploads import MEGABYTE, most_megabytes


class BoundedUpload(FileUploadHandler):
    is_too_big = False

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self._taken = 0

    def receive_data_chunk(self, raw_data, start):
        self._taken += len(raw_data)
        if self._taken > most_megabytes() * MEGABYTE:
            self.is_too_big = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None


def bounded(request):
    """Comes before the form is read; the handler knows afterwards whether a file was too big."""
    handler = BoundedUpload(request)
    request.upload_handlers.insert(0, handler)
    return handler
