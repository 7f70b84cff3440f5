"""How mail is set up: not at all, in files, or by a server that encrypts."""

from pathlib import Path

import pytest

from kith.project.environment import WrongSetting, mail


def read(url: str = "", sender: str = "kith@eastmarch.example"):
    return mail({"KITH_MAIL_URL": url, "KITH_MAIL_FROM": sender}, Path("/data"))


def test_without_an_address_none_is_sent_and_there_is_no_sender():
    assert (read().backend.split(".")[-2], read().sender) == ("dummy", "")


def test_in_files_it_lies_in_the_data_directory():
    assert (read("files").backend.split(".")[-2], read("files").folder) == ("filebased", "/data/mail")


def test_a_server_is_spoken_to_in_secret_from_the_start_or_before_anything_is_said():
    one = read("smtps://me%40here:p%2Fw@mail.example")
    assert (one.host, one.port, one.user, one.password, one.is_tls, one.begins_tls) == (
        *("mail.example", 465, "me@here", "p/w"),
        *(True, False),
    )
    two, here = read("smtp://mail.example"), read("smtp://localhost:25")
    assert (two.port, two.is_tls, two.begins_tls) == (587, False, True)
    assert (here.port, here.begins_tls) == (25, False)


@pytest.mark.parametrize(
    ("url", "sender", "says"),
    [
        ("files", "", "KITH_MAIL_FROM"),
        ("http://mail.example", "a@b", "must look like"),
        ("smtp://", "a@b", "look like"),
    ],
)
def test_what_cannot_be_understood_is_said(url, sender, says):
    with pytest.raises(WrongSetting, match=says):
        read(url, sender)
