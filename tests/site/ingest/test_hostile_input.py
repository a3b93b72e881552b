"""
Nothing that comes in can crash a reader, fill the memory, or read a file.
"""

import codecs
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras_site.ingest.errors import (
    DoctypeRefused,
    IngestError,
    SourceTooLarge,
    SourceUnreadable,
)
from selaras_site.ingest.incoming import Harvest
from selaras_site.ingest.readers import (
    feeds,
    json_feed,
    newsml,
    ninjs,
    nitf,
    read_any,
    read_json,
    read_path,
    wordpress,
    wxr,
)
from selaras_site.ingest.readers.bodies import clean_body
from selaras_site.ingest.readers.making import MAX_ITEMS

READERS = [
    read_any,
    feeds.read,
    json_feed.read,
    wordpress.read,
    ninjs.read,
    wxr.read,
    nitf.read,
    newsml.read,
]

BOMB = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
"""

SOUP = st.lists(
    st.sampled_from(
        [
            *(
                "<rss version='2.0'>",
                "<channel>",
                "<item>",
                "</item>",
                "<title>",
                "]]>",
            ),
            *("</title>", "<link>", "<guid>", "<description>", "<content:encoded>"),
            *("<![CDATA[", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>"),
            *("<updated>", "<pubDate>", "kemarin", "&amp;", "&nbsp;", "&", "<", "\x00"),
            *(
                "<nitf>",
                "<newsItem guid='x'>",
                "<wp:post_type>",
                "post",
                "<!DOCTYPE x>",
            ),
            *("http://wordpress.org/export/", "<media:content url='//[' />", "\ufffd"),
            *(
                "<author>",
                "<category term='x'/>",
                "<enclosure href='x'/>",
                "<!--",
                "<?",
            ),
        ]
    )
    | st.text(max_size=6),
    max_size=25,
).map("".join)

NAMES = st.sampled_from(
    [
        *("version", "items", "id", "url", "title", "content_html", "content", "guid"),
        *("rendered", "_embedded", "wp:term", "author", "uri", "headline", "body_html"),
        *("headlines", "bodies", "pubstatus", "associations", "renditions", "subject"),
        *("type", "date_gmt", "tags", "authors", "image", "language", "width", "href"),
    ]
)
WORDS = st.sampled_from(
    ["https://jsonfeed.org/version/1.1", "text", "usable", "canceled", "http://[", ""]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6)
    ),
    max_leaves=25,
)


@pytest.mark.parametrize("read", READERS)
@given(data=st.binary(max_size=300))
def test_bytes_of_any_kind_give_a_harvest_or_an_error_of_ours(read, data):
    """
    No other exception leaves a reader.
    """
    with suppress(IngestError):
        assert isinstance(read(data), Harvest)


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=150)
@given(text=SOUP)
def test_broken_xml_gives_a_harvest_or_an_error_of_ours(read, text):
    """
    Whatever elements stand in whatever others.
    """
    with suppress(IngestError):
        assert isinstance(read(text.encode(errors="surrogatepass")), Harvest)


@settings(max_examples=300)
@given(value=JSON)
def test_json_of_any_shape_gives_a_harvest_or_an_error_of_ours(value):
    """
    No field is what it is called, and nothing minds.
    """
    for read in (
        read_json,
        json_feed.read_value,
        wordpress.read_value,
        ninjs.read_value,
    ):
        with suppress(IngestError):
            assert all(refused.reason for refused in read(value).refused)


@pytest.mark.parametrize(
    "root", ["<rss version='2.0'>&b;</rss>", "<nitf>&b;</nitf>", "<newsItem/>"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_in_every_format(root, encoding):
    """
    No entity is ever declared, in whatever encoding it hides.
    """
    data = (BOMB.replace(' version="1.0"', "") + root).encode(encoding)

    with pytest.raises((DoctypeRefused, SourceUnreadable)) as caught:
        read_any(data)

    assert "document type" in str(caught.value) or "expected" in str(caught.value)


@pytest.mark.parametrize("read", [wxr.read, nitf.read, newsml.read, feeds.read])
def test_a_reader_that_is_called_by_itself_refuses_document_types_too(read):
    """
    The refusal is not only in front of the readers.
    """
    with pytest.raises(DoctypeRefused, match="document type"):
        read((BOMB + "<rss/>").encode())


def test_bytes_that_name_a_file_are_not_a_path(tmp_path):
    """
    feedparser opens a file whose name it is given as bytes; we give it a stream.
    """
    secret = tmp_path / "rahasia.xml"
    secret.write_text("<rss version='2.0'><channel><title>r</title></channel></rss>")

    with pytest.raises(IngestError):
        feeds.read(str(secret).encode())


def test_a_feed_over_the_limit_is_refused_whole():
    """
    The message names the limit and the size.
    """
    with pytest.raises(
        SourceTooLarge, match=r"10,000,000 bytes; this one has 10,000,001"
    ):
        read_any(b" " * 10_000_001)


def test_an_article_over_the_limit_is_refused_alone(sample):
    """
    The others of its feed are taken in.
    """
    feed = json.loads(sample("json-feed.json"))
    feed["items"][0]["content_html"] = "<p>x</p>" * 130_000

    harvest = read_any(json.dumps(feed).encode())

    assert "1,000,000 bytes" in harvest.refused[0].reason
    assert harvest.refused[0].external_id == "kabar-1"
    assert [each.external_id for each in harvest.articles] == ["kabar-2"]


def test_items_over_the_limit_are_counted_out_loud():
    """
    Nothing is left out without being said.
    """
    items = [{"id": "x"}] * (MAX_ITEMS + 3)
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}

    harvest = read_any(json.dumps(feed).encode())

    assert len(harvest.refused) == MAX_ITEMS + 1
    assert harvest.refused[-1].where == f"item {MAX_ITEMS + 1} and all behind it"


class TestEncodings:
    def test_an_item_with_bytes_of_another_encoding_is_refused_alone(self, sample):
        """
        A dash out of Windows in a feed of UTF-8 damages one item.
        """
        data = sample("rss.xml").replace(
            b"Harga cabai turun", b"Harga cabai \x96 turun"
        )

        harvest = read_any(data)

        assert [each.external_id[-4:] for each in harvest.articles] == ["4711"]
        assert "encoding" in harvest.refused[0].reason
        assert harvest.refused[0].title == "Harga cabai ? turun"

    def test_the_charset_of_the_header_counts(self, sample):
        """
        A feed without a declaration is in the encoding that the server says.
        """
        text = sample("rss.xml").decode().replace("cabai turun", "café turun")
        data = text.partition("?>")[2].encode("cp1252")

        harvest = read_any(data, "application/rss+xml; charset=iso-8859-1")

        assert harvest.articles[1].headline == "Harga café turun"

    def test_utf_16_with_its_mark_is_read(self, sample):
        """
        The mark counts before what the declaration says.
        """
        data = codecs.BOM_UTF16_LE + sample("rss.xml").decode().encode("utf-16-le")

        assert len(read_any(data).articles) == 2

    @pytest.mark.parametrize("name", ["hex", "utf-7", "idna", "unicode_escape", "xyz"])
    def test_encodings_that_no_feed_has_are_refused(self, name):
        """
        Python knows codecs that are none of text, or that hide markup.
        """
        with pytest.raises(SourceUnreadable, match=name):
            read_any(b"<rss/>", f"text/xml; charset={name}")

    def test_half_a_surrogate_pair_refuses_its_item(self, sample):
        """
        JSON can say what no encoding can.
        """
        feed = json.loads(sample("json-feed.json"))
        feed["items"][0]["title"] = "Rusak \ud83d"

        harvest = read_any(json.dumps(feed).encode())

        assert harvest.refused[0].external_id == "kabar-1"
        assert "headline" in harvest.refused[0].reason


@pytest.mark.parametrize(
    ("body", "cleaned"),
    [
        ("<p onclick='x()'>Air</p>", "<p>Air</p>"),
        ("<a href='javascript:x()'>Air</a>", "<a>Air</a>"),
        ("<p>Air<style>p{}</style><script>x()</script></p>", "<p>Air</p>"),
        ("<svg><title>x</title></svg><p>Air</p>", "<p>Air</p>"),
        ("<img src='data:image/svg+xml,x' alt='Air'>", '<img alt="Air">'),
        ("<noscript><img src='x.jpg'></noscript>Air", "Air"),
        ("<b x=1>Air", "<b>Air</b>"),
        ('<b class=x translate="no">Air</b>', '<b translate="no">Air</b>'),
        ("<a href='//['>Air</a>", "<a>Air</a>"),
    ],
)
def test_only_what_the_list_allows_is_left_of_html(body, cleaned):
    """
    Everything else goes, and the words of what is harmless stay.
    """
    assert clean_body(body, "https://x.example/") == cleaned


def test_marks_that_are_never_closed_do_not_multiply():
    """
    A parser would open all of them again in every paragraph.
    """
    marks = "".join(f"<b x={number}>" for number in range(1_000))
    body = f"<p>{marks}{'<p>x' * 2_000}"

    assert len(clean_body(body)) < 10 * len(body)


def test_elements_that_stand_too_deep_are_refused():
    """
    In XML as in JSON.
    """
    with pytest.raises(SourceUnreadable, match="100 deep"):
        nitf.read(b"<nitf>" + b"<block>" * 200)
    with pytest.raises(SourceUnreadable, match="usual depth"):
        read_any(b"[" * 200_000)


def test_an_item_of_xml_that_is_too_heavy_is_refused_alone(tmp_path, sample):
    """
    It is not even kept in memory, and the posts behind it are read.
    """
    path = tmp_path / "ekspor.xml"
    heavy = (
        b"<item><wp:post_type>post</wp:post_type>" + b"<wp:x/>" * 60_000 + b"</item>"
    )
    path.write_bytes(sample("wxr.xml").replace(b"  <item>", heavy + b"<item>", 1))

    harvest = read_path(path)

    assert "5,000,000" in harvest.refused[0].reason
    assert len(harvest.articles) == 2
