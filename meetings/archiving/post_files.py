"""The pictures and documents beside a post, stored under their hash."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from .. import uploads
from ..models import Attachment, ImportedFile
from ..models.stored_file import StoredFile
from ..readers import UnreadablePost


def kept(files) -> tuple[list[ImportedFile], list[str]]:
    """The stored files, each once, as rows without their post; and a sentence for each file that was refused."""
    rows, notes = {}, []
    for file in files:
        try:
            upload = _checked(file)
        except (UnreadablePost, OSError, ValidationError) as error:
            why = error.messages[0] if isinstance(error, ValidationError) else str(error)
            notes.append(f"Không giữ được tệp {file.name}: {why}")
            continue
        upload.file.keep(upload.content)
        if not upload.file.file_type.may_be_public:
            notes.append(f"Tệp {file.name} chỉ lưu nội bộ. Muốn công khai, hãy lưu thành PDF rồi thêm vào phiên họp.")
        rows.setdefault(
            upload.file.sha256,
            ImportedFile(
                order=len(rows) + 1,
                title=(file.title or upload.title)[:300],
                filename=upload.file.filename,
                sha256=upload.file.sha256,
                size=len(upload.content),
            ),
        )
    return list(rows.values()), notes


def _checked(file):
    most = uploads.most_megabytes()
    if file.size > most * uploads.MEGABYTE:
        raise UnreadablePost(f"tệp nặng quá {most} MB, hãy giảm cỡ rồi nhập lại")
    return uploads.checked(ContentFile(file.read(), name=file.name.rpartition("/")[2]))


def attachments(post, session, *, after=0) -> list[Attachment]:
    """The post's files as documents of the session, public where their type may be, not yet saved."""
    rows = []
    for order, row in enumerate(post.files.all(), start=after + 1):
        file = StoredFile(row.sha256, row.filename, row.title)
        rows.append(
            Attachment(
                session=session,
                order=order,
                kind=file.file_type.label,
                title=row.title,
                file=file.path,
                size=row.size,
                sha256=row.sha256,
                is_public=file.file_type.may_be_public,
            )
        )
    return rows
