"""check_mail tells in words what it met: no server, no such box, a letter that went, what the domain says."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from meetings.management.commands import check_mail

from .mail_server import NO_SUCH_BOX
from .test_sending import server

__all__ = ["server"]


def told(to="ha@noi.example"):
    out = StringIO()
    call_command("check_mail", to, stdout=out)
    return out.getvalue()


def test_a_letter_goes_and_the_domain_is_looked_at(server, monkeypatch):
    texts = {"phuong.example": ["v=spf1 mx -all"], "_dmarc.phuong.example": []}
    monkeypatch.setattr(check_mail, "texts_of", texts.get)
    said = told()
    assert "nối được" in said and "máy gửi thư đã nhận chuyển" in said and len(server.taken) == 1
    assert "SPF của phuong.example: v=spf1 mx -all" in said and "DMARC của _dmarc.phuong.example: chưa có" in said


def test_a_key_of_dkim_is_looked_for_under_the_names_in_use(server, monkeypatch):
    keys = {"mail._domainkey.phuong.example": ["v=DKIM1; k=rsa; p=MIGf"]}
    monkeypatch.setattr(check_mail, "texts_of", lambda name: keys.get(name, []))
    assert "DKIM của phuong.example: có khóa ở mail._domainkey.phuong.example." in told()
    keys.clear()
    assert "không thấy khóa ở các tên thường dùng" in told()


def test_where_names_cannot_be_asked_it_says_so(server, monkeypatch):
    monkeypatch.setattr(check_mail.shutil, "which", lambda name: None)
    assert "máy này không có lệnh dig" in told()


def test_what_stands_in_the_way_is_said_with_what_to_do(server, settings):
    with pytest.raises(CommandError, match="không nhận thư từ hdnd@phuong.example tới khong-co"):
        told(NO_SUCH_BOX)
    with pytest.raises(CommandError, match="chưa phải địa chỉ thư"):
        told("ha")
    settings.EMAIL_PORT = 9
    with pytest.raises(CommandError, match="Không nối được máy gửi thư"):
        told()
    settings.EMAIL_URL = ""
    with pytest.raises(CommandError, match="Chưa đặt EMAIL_URL"):
        told()
