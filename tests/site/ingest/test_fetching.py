"""
The fetcher goes where it may, takes what it should, and says what went wrong.
"""

import gzip
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from selaras import __version__
from selaras_site.ingest.errors import (
    AddressRefused,
    AnswerBroken,
    AnswerTooLarge,
    ConnectionFailed,
    StatusUnexpected,
)
from selaras_site.ingest.fetching import Fetched, Fetcher, NotModified

PUBLIC = "93.184.216.34"
FEED = b"<rss version='2.0'><channel><title>Kabar</title></channel></rss>"


class Answers(BaseHTTPRequestHandler):
    """
    A server of a newsroom, with everything that can go wrong with one.
    """

    protocol_version = "HTTP/1.1"
    seen: list[dict[str, str]]

    def do_GET(self):
        self.server.seen.append({k.lower(): v for k, v in self.headers.items()})
        getattr(self, f"get_{self.path.strip('/').partition('/')[0]}")()

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        headers = {"Content-Length": str(len(body))} | headers
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def get_feed(self):
        if self.headers.get("If-None-Match") == '"satu"':
            self.answer(304)
            return
        self.answer(
            200,
            FEED,
            Content_Type="application/rss+xml; charset=iso-8859-1",
            ETag='"satu"',
            Last_Modified="Mon, 02 Mar 2026 03:15:00 GMT",
            X_WP_TotalPages="7",
        )

    def get_packed(self):
        self.answer(200, gzip.compress(FEED), Content_Encoding="gzip")

    def get_bomb(self):
        packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100))
        self.answer(200, packed + packer.flush(), Content_Encoding="gzip")

    def get_half(self):
        self.answer(200, gzip.compress(FEED)[:-12], Content_Encoding="gzip")

    def get_twice(self):
        self.answer(200, gzip.compress(FEED) + b"lagi", Content_Encoding="gzip")

    def get_brotli(self):
        self.answer(200, b"x", Content_Encoding="br")

    def get_large(self):
        self.answer(200, b"x" * 2_000)

    def get_endless(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(1_000):
            try:
                self.wfile.write(b"3e8\r\n" + b"x" * 1_000 + b"\r\n")
            except OSError:
                break
        self.close_connection = True

    def get_short(self):
        self.answer(200, b"x", Content_Length="500")
        self.close_connection = True

    def get_moved(self):
        self.answer(301, Location="/feed")

    def get_circle(self):
        self.answer(302, Location="/circle")

    def get_metadata(self):
        self.answer(302, Location="http://169.254.169.254/latest/meta-data/")

    def get_file(self):
        self.answer(302, Location="file:///etc/passwd")

    def get_nowhere(self):
        self.answer(302)

    def get_gone(self):
        self.answer(410)

    def get_busy(self):
        self.answer(503, Retry_After="120")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    """
    A real server on this machine.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as found:
        found.seen = []
        found.daemon_threads = True
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture
def fetcher(server) -> Iterator[Fetcher]:
    """
    A fetcher that may reach that server, with a limit of 1,000 bytes.
    """
    port = server.server_port
    with Fetcher(allow_private=True, ports=[port], max_bytes=1_000) as found:
        yield found


@pytest.fixture
def site(server) -> str:
    """
    The address of that server.
    """
    return f"http://127.0.0.1:{server.server_port}"


def answering(handler=None, **options) -> Fetcher:
    """
    A fetcher whose every request is answered here, and whose every host is public.
    """
    transport = httpx.MockTransport(handler or (lambda _: httpx.Response(200)))
    options = {"resolve": lambda host, port: [PUBLIC]} | options
    return Fetcher(transport=transport, **options)


class TestFetching:
    def test_an_answer_comes_with_what_the_next_call_needs(self, fetcher, site):
        """
        The bytes, their type with its charset, and the marks of this version.
        """
        answer = fetcher.fetch(f"{site}/feed")

        assert isinstance(answer, Fetched)
        assert answer.data == FEED
        assert answer.content_type == "application/rss+xml; charset=iso-8859-1"
        assert answer.etag == '"satu"'
        assert answer.last_modified == "Mon, 02 Mar 2026 03:15:00 GMT"
        assert answer.headers["x-wp-totalpages"] == "7"

    def test_what_did_not_change_is_not_fetched_again(self, fetcher, site, server):
        """
        The marks go out, and 304 comes back.
        """
        date = "Mon, 02 Mar 2026 03:15:00 GMT"

        answer = fetcher.fetch(f"{site}/feed", etag='"satu"', last_modified=date)

        assert answer == NotModified(url=f"{site}/feed")
        assert server.seen[-1]["if-modified-since"] == date

    def test_marks_that_no_header_can_hold_stay_here(self, fetcher, site, server):
        """
        A mark with a line break in it would be a header of its own.
        """
        fetcher.fetch(f"{site}/feed", etag='"a"\r\nX-Evil: 1', last_modified="é")

        assert "if-none-match" not in server.seen[-1]
        assert "x-evil" not in server.seen[-1]

    def test_the_server_learns_who_asks(self, fetcher, site, server):
        """
        The host's own name is kept although the connection goes to its address.
        """
        fetcher.fetch(site.replace("127.0.0.1", "localhost") + "/feed")

        assert server.seen[-1]["user-agent"] == f"Selaras/{__version__}"
        assert server.seen[-1]["host"] == f"localhost:{server.server_port}"

    def test_a_redirect_is_followed(self, fetcher, site):
        """
        The answer says where it came from in the end.
        """
        assert fetcher.fetch(f"{site}/moved").url == f"{site}/feed"

    def test_a_packed_answer_is_unpacked(self, fetcher, site):
        """
        gzip is what we ask for.
        """
        assert fetcher.fetch(f"{site}/packed").data == FEED


class TestLimits:
    @pytest.mark.parametrize("page", ["large", "endless", "bomb"])
    def test_an_answer_over_the_limit_is_refused(self, fetcher, site, page):
        """
        Said beforehand, while it comes, or once it is unpacked.
        """
        with pytest.raises(AnswerTooLarge, match="At most 1,000 bytes") as caught:
            fetcher.fetch(f"{site}/{page}")

        assert not caught.value.retryable

    @pytest.mark.parametrize(
        ("page", "retryable"), [("half", True), ("twice", False), ("brotli", False)]
    )
    def test_an_answer_that_cannot_be_unpacked_is_broken(
        self, fetcher, site, page, retryable
    ):
        """
        Half an answer may be whole the next time.
        """
        with pytest.raises(AnswerBroken, match="gzip") as caught:
            fetcher.fetch(f"{site}/{page}")

        assert caught.value.retryable is retryable

    def test_an_answer_that_breaks_off_can_be_asked_for_again(self, fetcher, site):
        """
        The server promised more bytes than it sent.
        """
        with pytest.raises(ConnectionFailed) as caught:
            fetcher.fetch(f"{site}/short")

        assert caught.value.retryable

    def test_a_circle_of_redirects_ends(self, fetcher, site):
        """
        After five of them.
        """
        with pytest.raises(AnswerBroken, match="At most 5 redirects"):
            fetcher.fetch(f"{site}/circle")

    def test_a_server_that_drips_does_not_hold_us(self):
        """
        Every byte may come in time, and all of them not.
        """
        ticks = iter(range(0, 1_000, 50))
        drip = httpx.Response(200, content=iter([b"x"] * 10))

        with (
            answering(lambda _: drip, clock=lambda: next(ticks)) as fetcher,
            pytest.raises(ConnectionFailed, match="within 60 seconds"),
        ):
            fetcher.fetch("https://kabar.example/feed")


class TestStatuses:
    def test_what_is_gone_is_not_asked_for_again(self, fetcher, site):
        """
        410 is the answer of a feed that ended.
        """
        with pytest.raises(StatusUnexpected, match="410") as caught:
            fetcher.fetch(f"{site}/gone")

        assert (caught.value.status, caught.value.retryable) == (410, False)

    def test_a_busy_server_says_when_to_come_back(self, fetcher, site):
        """
        Its wish is passed on.
        """
        with pytest.raises(StatusUnexpected, match="503") as caught:
            fetcher.fetch(f"{site}/busy")

        assert (caught.value.retryable, caught.value.after) == (True, 120.0)

    @pytest.mark.parametrize("status", [302, 304])
    def test_an_answer_that_makes_no_sense_is_an_error(self, status):
        """
        A redirect without an address; not modified, though nothing was compared.
        """
        with (
            answering(lambda _: httpx.Response(status)) as fetcher,
            pytest.raises(StatusUnexpected, match=str(status)),
        ):
            fetcher.fetch("https://kabar.example/")


class TestAddresses:
    @pytest.mark.parametrize(
        "host",
        [
            *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
            *("0.0.0.0", "100.64.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
            *("255.255.255.255", "192.0.2.1", "2130706433", "0x7f.1", "127.1"),
            *(
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
            ),
            *("[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[64:ff9b::7f00:1]"),
            *("[64:ff9b::808:808]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[::7f00:1]"),
            *("[2001:db8::1]", "[2001::1]", "localhost"),
        ],
    )
    def test_an_address_that_is_not_public_is_refused(self, host):
        """
        However it is written, nothing is sent there.
        """
        sent = []
        transport = httpx.MockTransport(sent.append)

        with Fetcher(transport=transport) as fetcher, pytest.raises(AddressRefused):
            fetcher.fetch(f"http://{host}/")

        assert sent == []

    @pytest.mark.parametrize(
        "host",
        ["169.254.169.254", "[fd00:ec2::254]", "[fe80::1]", "224.0.0.1", "0.0.0.0"],
    )
    def test_a_newsrooms_own_network_does_not_open_these(self, host):
        """
        Where clouds keep their secrets there are no articles.
        """
        with (
            answering(allow_private=True, resolve=None) as fetcher,
            pytest.raises(AddressRefused),
        ):
            fetcher.fetch(f"http://{host}/")

    @pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "[fc00::1]", "[::1]"])
    def test_a_newsroom_can_open_its_own_network(self, host):
        """
        Many take in from a system that is in the house.
        """
        with answering(allow_private=True, resolve=None) as fetcher:
            assert fetcher.fetch(f"http://{host}/").data == b""

    def test_one_private_address_among_public_ones_is_enough(self):
        """
        Which of them a connection would get is for the other side to choose.
        """
        with (
            answering(resolve=lambda *_: [PUBLIC, "10.0.0.1"]) as fetcher,
            pytest.raises(AddressRefused, match=r"10\.0\.0\.1, which is private"),
        ):
            fetcher.fetch("https://kabar.example/")

    @pytest.mark.parametrize(
        "url",
        [
            *("ftp://kabar.example/", "file:///etc/passwd", "gopher://kabar.example/"),
            *(
                "kabar.example",
                "",
                "http://",
                "http:///x",
                "//kabar.example",
            ),
            *("http://a:b@kabar.example/", "http://kabar.example:x/"),
            *("http://kabar.example:22/", "http://kabar.example:0/"),
            *("https://kabar.example:8443/", f"http://{'a' * 300}.example/\x00"),
        ],
    )
    def test_what_is_no_address_of_a_site_is_refused(self, url):
        """
        Another scheme, another port, a password, or no address at all.
        """
        with answering() as fetcher, pytest.raises(AddressRefused):
            fetcher.fetch(url)

    def test_a_port_can_be_allowed(self):
        """
        One that the newsroom names.
        """
        with answering(ports=[8443]) as fetcher:
            assert fetcher.fetch("https://kabar.example:8443/").data == b""

    @pytest.mark.parametrize("page", ["metadata", "file"])
    def test_a_redirect_does_not_lead_where_no_address_may(self, fetcher, site, page):
        """
        The server that redirects is allowed; where it leads is not.
        """
        with pytest.raises(AddressRefused):
            fetcher.fetch(f"{site}/{page}")

    def test_a_redirect_from_a_public_to_a_private_host_is_refused(self):
        """
        The second host's name is looked up and checked like the first.
        """
        hosts = {"kabar.example": PUBLIC, "dalam.example": "192.168.0.10"}
        seen = []

        def handler(request):
            seen.append(request.headers["host"])
            return httpx.Response(302, headers={"location": "http://dalam.example/"})

        with (
            answering(handler, resolve=lambda host, _: [hosts[host]]) as fetcher,
            pytest.raises(AddressRefused, match=r"dalam\.example"),
        ):
            fetcher.fetch("http://kabar.example/")

        assert seen == ["kabar.example"]


class TestPinning:
    def test_the_connection_goes_to_the_address_that_was_checked(self):
        """
        A name that changes its meaning between check and connection changes nothing.
        """
        meanings = iter([[PUBLIC], ["127.0.0.1"]])
        requests = []

        def handler(request):
            requests.append(request)
            return httpx.Response(200, content=FEED)

        with answering(handler, resolve=lambda *_: next(meanings)) as fetcher:
            answer = fetcher.fetch("https://kabar.example/feed")

        (request,) = requests
        assert request.url.host == PUBLIC
        assert request.headers["host"] == "kabar.example"
        assert request.extensions["sni_hostname"] == "kabar.example"
        assert answer.url == "https://kabar.example/feed"

    def test_the_next_address_is_tried_where_one_does_not_answer(self):
        """
        Both were checked.
        """
        tried = []

        def handler(request):
            tried.append(request.url.host)
            if len(tried) == 1:
                raise httpx.ConnectError("tidak ada jawaban")
            return httpx.Response(200)

        addresses = ["2606:4700::1111", PUBLIC]
        with answering(handler, resolve=lambda *_: addresses) as fetcher:
            fetcher.fetch("https://kabar.example/")

        assert tried == addresses

    def test_a_host_that_no_address_answers_for_can_be_asked_again(self):
        """
        The error says which host and why.
        """

        def handler(_):
            raise httpx.ConnectTimeout("terlalu lama")

        with (
            answering(handler) as fetcher,
            pytest.raises(ConnectionFailed, match=r"kabar\.example.*terlalu") as caught,
        ):
            fetcher.fetch("https://kabar.example/")

        assert caught.value.retryable

    def test_cookies_of_one_source_are_not_sent_to_another(self):
        """
        Nor to the same one again.
        """
        cookies = []

        def handler(request):
            cookies.append(request.headers.get("cookie"))
            return httpx.Response(200, headers={"set-cookie": "siapa=kamu"})

        with answering(handler) as fetcher:
            fetcher.fetch("https://kabar.example/")
            fetcher.fetch("https://kabar.example/")

        assert cookies == [None, None]

    def test_a_proxy_of_the_environment_is_not_used(self, fetcher, site, monkeypatch):
        """
        It would look up the host by itself.
        """
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")

        assert fetcher.fetch(f"{site}/feed").data == FEED
