"""Photographs and scans: decoded, set upright, and written anew without what a camera adds (place, time, owner)."""

import io

from django.core.exceptions import ValidationError

MOST_PIXELS = 50_000_000
JPEG_QUALITY = 90
FORMATS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png"}
"""What Pillow calls them; MPO is what some phones make of a JPEG."""

_PLAIN_MODES = {"jpg": ("L", "RGB"), "png": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")}


def without_traces(content: bytes) -> tuple[bytes, str]:
    """The picture's bytes, nothing but the picture in them, and its extension. Raises ValidationError."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _too_large()
            extension = FORMATS[image.format]
            image.load()
            return _written_anew(_upright(image), extension), extension
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError, KeyError):
        raise ValidationError("Ảnh này hỏng, không mở được. Hãy chọn ảnh khác.", code="broken") from None


def _upright(image):
    """Turned as the camera noted. A note that cannot be read may raise anything, and is no fault of the picture."""
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(image)
    except Exception:
        return image


def _written_anew(image, extension):
    if image.mode not in _PLAIN_MODES[extension]:
        image = image.convert("RGB")
    image.info = {key: value for key, value in image.info.items() if key == "transparency"}
    written = io.BytesIO()
    if extension == "jpg":
        image.save(written, "JPEG", quality=JPEG_QUALITY)
    else:
        image.save(written, "PNG")
    return written.getvalue()


def _too_large():
    return ValidationError(
        f"Ảnh có quá nhiều điểm ảnh (nhiều nhất {MOST_PIXELS // 1_000_000} triệu). Hãy thu nhỏ rồi chọn lại.",
        code="too_many_pixels",
    )
