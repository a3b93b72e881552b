"""
Files that would harm, if they were read as they ask to be.
"""

import io
import sys
import time
import tracemalloc
from collections.abc import Iterator

import pytest

from selaras.exchange import ExchangeError, Fault, Tally, read_tmx, read_xliff
from selaras.exchange.elements import elements

BOMB = (
    '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<tmx><body><tu><tuv><seg>&b;</seg></tuv></tu></body></tmx>"
)
FETCHES = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body>&x;</body></tmx>'
DEFAULTS = (
    f'<!DOCTYPE tmx [<!ATTLIST tu x CDATA "{"x" * 1000}">]><tmx><body>'
    "<tu/></body></tmx>"
)
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><tmx/>'
UNDECLARED = '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body>&nbsp;</body></tmx>'


class Endless(io.RawIOBase):
    """
    A file of many megabytes that never was on a disk.
    """

    def __init__(self, head: bytes, middle: bytes, size: int) -> None:
        self.parts = self.portions(head, middle, size)

    @staticmethod
    def portions(head: bytes, middle: bytes, size: int) -> Iterator[bytes]:
        yield head
        for _n in range(size // 65536):
            yield (middle * (65536 // len(middle) + 1))[:65536]

    def read(self, _size: int = -1) -> bytes:
        return next(self.parts, b"")


def fault(content, reader=lambda file: read_tmx(file, Tally())) -> Fault:
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    with pytest.raises(ExchangeError) as caught:
        list(reader(stream))
    assert str(caught.value).endswith((".", "]."))
    return caught.value.fault


@pytest.mark.parametrize("content", [BOMB, FETCHES, DEFAULTS, PARAMETER])
def test_declarations_are_refused(content):
    assert fault(content.encode()) is Fault.HOSTILE
    assert fault(content.replace("tmx", "xliff").encode(), read_xliff) is Fault.HOSTILE


def test_an_entity_that_nobody_declared_is_not_passed_over():
    assert fault(UNDECLARED.encode()) is Fault.UNREADABLE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"<tmx><body><tu>",
        b'<?xml version="1.0" encoding="utf-8"?><tmx><a>\xff\xfe</a></tmx>',
        b'<?xml version="1.0" encoding="klingon"?><tmx/>',
        b'<?xml version="1.0" encoding="utf-16"?><tmx/>',
        b"<tmx>\x00</tmx>",
    ],
)
def test_what_is_no_xml_is_said_to_be_none(content):
    assert fault(content) is Fault.UNREADABLE


def test_xml_of_another_kind_is_told():
    assert fault(b"<html/>") is Fault.FOREIGN
    assert fault(b"<tmx/>", read_xliff) is Fault.FOREIGN


def test_a_file_may_begin_in_one_of_several_ways():
    def reader(file):
        return elements(file, "a", root=("martif", "tbx"))

    assert len(list(reader(io.BytesIO(b"<tbx><a/></tbx>")))) == 1
    assert len(list(reader(io.BytesIO(b"<martif><a/><a/></martif>")))) == 2
    assert fault(b"<tmx><a/></tmx>", reader) is Fault.FOREIGN
    with pytest.raises(ExchangeError, match="<martif> or <tbx>"):
        list(reader(io.BytesIO(b"<html/>")))


def test_depth_is_bounded():
    assert fault(b"<tmx>" + b"<a>" * 1_000_000) is Fault.HOSTILE


@pytest.mark.parametrize(
    ("head", "middle", "expected"),
    [
        (b"<tmx><body><tu><tuv><seg>", b"panjang ", Fault.HOSTILE),
        (b"<tmx><body>", b"<x> </x>", Fault.LARGE),
        (b"<tmx><body><!-- ", b"x", Fault.HOSTILE),
        (b'<tmx a="', b"x", Fault.HOSTILE),
        (b"<tmx><body><tu>", b"<x/>", Fault.HOSTILE),
    ],
)
def test_two_hundred_megabytes_take_bounded_time_and_room(head, middle, expected):
    tracemalloc.start()
    began = time.process_time()

    def reader(file):
        return read_tmx(file, Tally(), largest=20_000_000)

    assert fault(Endless(head, middle, 200_000_000), reader) is expected
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000
    assert time.process_time() - began < 60


def test_without_the_part_that_reads_xml_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "defusedxml.common", None)
    with pytest.raises(ExchangeError, match="exchange") as caught:
        list(read_xliff(io.BytesIO(b"<xliff/>")))
    assert caught.value.fault is Fault.EXTRA
