"""The QR code of a paper as a picture in Word, which a screen reader calls by what it is for."""

from io import BytesIO
from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Mm

from ... import official_form as form
from .. import qr_code
from .clone_format import Element

ALT = "Mã QR dẫn tới nơi kiểm tra văn bản này"


def qr_picture(part: Any, address: str) -> Element:
    """The drawing to stand in a run of `part`, the body's or a footer's, which keeps the picture."""
    side, drawing = Mm(form.QR_MM), OxmlElement("w:drawing")
    picture = part.new_pic_inline(BytesIO(qr_code.png(address)), side, side)
    picture.docPr.set("descr", ALT)
    drawing.append(picture)
    return drawing
