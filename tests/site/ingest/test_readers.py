"""
Every format gives articles, with everything that the source says of them.
"""

import json
from datetime import UTC, datetime

import pytest

from selaras.article import Embed, Heading, Image, List, Paragraph, has_text
from selaras_site.ingest.errors import SourceUnknown, SourceUnreadable
from selaras_site.ingest.readers import markdown_folder, read_any, read_path, wxr

ALL = [
    *("rss.xml", "atom.xml", "rdf.xml", "json-feed.json", "wordpress.json"),
    *("wxr.xml", "ninjs-1.json", "ninjs-2.json", "ninjs-3.json", "nitf-latin1.xml"),
    "newsml.xml",
]


def words_of(article):
    return [
        block.text.text for block in article.article.blocks if hasattr(block, "text")
    ]


@pytest.mark.parametrize("name", ALL)
def test_every_format_is_told_by_its_content(sample, name):
    """
    No name and no type is needed to read any of the formats.
    """
    first = read_any(sample(name)).articles[0]

    assert first.external_id
    assert first.headline == first.article.headline.text
    assert first.language == "id"
    assert has_text(first.article)
    assert first.article.id == first.external_id
    for moment in (first.published_at, first.modified_at, first.embargoed_until):
        assert moment is None or moment.tzinfo is not None


class TestRss:
    def test_the_whole_text_counts_before_the_description(self, sample):
        """
        ``content:encoded`` is the body, and a description that it begins with is none.
        """
        first = read_any(sample("rss.xml")).articles[0]

        assert first.headline == "Banjir rob & abrasi rendam 3 desa di Demak"
        assert first.summary == ""
        assert words_of(first) == [
            "Air laut naik 40 sentimeter pada Senin pagi dan merendam tiga desa.",
            "Kata Bupati, rob terjadi tiap tahun.",
        ]

    def test_scripts_pixels_and_the_line_of_wordpress_are_gone(self, sample):
        """
        Nothing is translated that no reader sees, and no picture counts readers.
        """
        first = read_any(sample("rss.xml")).articles[0]

        assert not any(
            "track" in text or "appeared" in text for text in words_of(first)
        )
        assert list(first.images) == ["https://kabar.example/foto/rob.jpg"]

    def test_links_lead_to_where_the_source_meant(self, sample):
        """
        An address without a host is one of the source's.
        """
        first = read_any(sample("rss.xml")).articles[0]

        links = [mark.href for mark in first.article.blocks[1].text.marks if mark.href]

        assert links == ["https://kabar.example/tag/rob"]

    def test_what_is_said_of_the_article_is_kept(self, sample):
        """
        Identifier, author, section, tags, date, and the picture with its words.
        """
        first = read_any(sample("rss.xml")).articles[0]
        picture = first.images[first.lead_image]

        assert first.external_id == "https://kabar.example/?p=4711"
        assert first.byline == "Ratna Dewi"
        assert (first.section, first.tags) == ("Daerah", ("banjir",))
        assert first.published_at == datetime(2026, 3, 2, 3, 15, tzinfo=UTC)
        assert picture.credit == "Antara/Aji Styawan"
        assert picture.caption == "Warga melintasi banjir."

    def test_a_description_alone_is_the_body_and_its_picture_is_kept(self, sample):
        """
        Most Indonesian feeds have no more than a picture and a sentence.
        """
        second = read_any(sample("rss.xml")).articles[1]

        assert [type(block) for block in second.article.blocks] == [Image, Paragraph]
        assert second.lead_image == "https://kabar.example/foto/cabai-besar.jpg"
        assert second.images["https://kabar.example/foto/cabai.jpg"].alt == "Cabai"
        assert second.published_at == datetime(2026, 3, 2, 3, 15, tzinfo=UTC)

    def test_a_date_that_is_none_refuses_its_item_alone(self, sample):
        """
        The reason says what was expected and what came.
        """
        harvest = read_any(sample("rss.xml"))

        assert len(harvest.articles) == 2
        assert [refused.where for refused in harvest.refused] == ["item 3"]
        assert "'kemarin sore'" in harvest.refused[0].reason
        assert harvest.refused[0].title == "Rapat ditunda"

    def test_a_feed_with_a_bare_ampersand_is_still_read(self, sample):
        """
        Feeds that are not well-formed are common.
        """
        broken = sample("rss.xml").replace(b"Harga cabai turun", b"Cabai & bawang")

        harvest = read_any(broken)

        assert "Cabai & bawang" in [each.headline for each in harvest.articles]

    def test_an_empty_feed_is_an_empty_harvest(self):
        """
        A quiet day is no error.
        """
        feed = b"<rss version='2.0'><channel><title>Sepi</title></channel></rss>"

        assert read_any(feed).articles == ()


def test_atom_gives_marks_lists_and_both_dates(sample):
    """
    A title of type html keeps its marks, an xhtml content its list.
    """
    first = read_any(sample("atom.xml")).articles[0]

    assert [mark.kind for mark in first.article.headline.marks] == ["italic"]
    assert [type(block) for block in first.article.blocks] == [Paragraph, List]
    assert first.summary == "Seekor bayi orangutan lahir di Batang Toru."
    assert first.section == "Satwa"
    assert first.published_at < first.modified_at


def test_a_json_feed_gives_articles_and_says_which_items_are_none(sample):
    """
    Authors of the feed stand in for those of an item; plain text has paragraphs.
    """
    harvest = read_any(sample("json-feed.json"))
    first, second = harvest.articles

    assert first.headline == "Suhu < 20 derajat di Dieng"
    assert (first.byline, second.byline) == ("Redaksi Kabar", "Sari")
    assert first.lead_image == "https://kabar.example/foto/dieng.jpg"
    assert words_of(second) == ["Pedagang kembali.", "Harga tetap."]
    assert second.images == {}
    assert [each.where for each in harvest.refused] == ["item 3", "item 4"]


class TestWordPress:
    def test_a_post_is_read_with_what_is_embedded(self, sample):
        """
        Rendered HTML, terms, author, the featured picture, and dates in UTC.
        """
        first = read_any(sample("wordpress.json")).articles[0]

        assert first.external_id == "https://kabar.example/?p=4711&x=1"
        assert first.headline == "Banjir rob “terparah” di Demak"
        assert first.summary == "Ribuan warga mengungsi."
        assert (first.section, first.tags) == ("Daerah & Kota", ("banjir",))
        assert first.byline == "Ratna Dewi"
        assert first.published_at == datetime(2026, 3, 2, 3, 15, tzinfo=UTC)
        assert first.images[first.lead_image].alt == "Rumah terendam"

    def test_lazy_pictures_and_videos_are_found(self, sample):
        """
        A lazy picture has its address elsewhere; a video stays as an address.
        """
        blocks = read_any(sample("wordpress.json")).articles[0].article.blocks

        assert [type(block) for block in blocks] == [Paragraph, Image, Embed]
        assert blocks[1].src == "https://kabar.example/u/1.jpg"
        assert blocks[1].caption.text == "Jalan Pantura terendam."
        assert blocks[2].content == "https://www.youtube.com/embed/abc"

    def test_pages_and_posts_behind_a_password_are_refused(self, sample):
        """
        Only posts whose text is there are taken in.
        """
        (post,) = json.loads(sample("wordpress.json"))
        page = post | {"type": "page"}
        closed = post | {"content": {"rendered": "", "protected": True}}

        harvest = read_any(json.dumps([page, closed, post]).encode())

        assert len(harvest.articles) == 1
        assert "'page'" in harvest.refused[0].reason
        assert "password" in harvest.refused[1].reason

    def test_what_php_writes_instead_of_objects_is_understood(self, sample):
        """
        An object without fields is an empty list, and nothing is false.
        """
        (post,) = json.loads(sample("wordpress.json"))
        odd = post | {"_embedded": [], "excerpt": [], "lang": False}

        first = read_any(json.dumps([odd]).encode()).articles[0]

        assert (first.byline, first.summary, first.language) == ("", "", "id")

    def test_an_error_of_wordpress_is_an_error(self):
        """
        The sentence of WordPress is passed on.
        """
        answer = {"code": "rest_no_route", "message": "Tidak ada rute.", "data": {}}

        with pytest.raises(SourceUnreadable, match="Tidak ada rute"):
            read_any(json.dumps(answer).encode())


class TestWxr:
    def test_posts_and_drafts_are_read_and_pages_are_not(self, sample):
        """
        Only items of type post, published or a draft.
        """
        harvest = read_any(sample("wxr.xml"))

        assert [each.status for each in harvest.articles] == ["published", "draft"]
        assert harvest.refused == ()

    def test_stored_text_becomes_paragraphs_pictures_and_embeds(self, sample):
        """
        Empty lines part paragraphs; captions and lone addresses are understood; a
        shortcode that only a plug-in knows goes, and "[sic]" stays.
        """
        first = read_any(sample("wxr.xml")).articles[0]
        blocks = first.article.blocks

        assert [type(each) for each in blocks] == [Paragraph, Image, Paragraph, Embed]
        assert blocks[1].caption.text == "Jalan terendam."
        assert blocks[2].text.text == "Warga mengungsi [sic]."
        assert blocks[3].content == "https://www.youtube.com/watch?v=abc"

    def test_authors_and_pictures_are_found_where_the_file_keeps_them(self, sample):
        """
        The author's name stands before the posts, the featured picture behind them.
        """
        first, draft = read_any(sample("wxr.xml")).articles

        assert first.byline == "Ratna Dewi"
        assert first.lead_image == "https://kabar.example/u/utama.jpg"
        assert first.images[first.lead_image].alt == "Rumah"
        assert draft.published_at == datetime(2026, 3, 3, 2, 0, tzinfo=UTC)

    def test_a_file_that_breaks_off_gives_what_came_before(self, sample, tmp_path):
        """
        The whole posts are taken in, and the break is said.
        """
        path = tmp_path / "ekspor.xml"
        data = sample("wxr.xml")
        path.write_bytes(data[: data.index(b"Rancangan")])

        harvest = read_path(path)

        assert len(harvest.articles) == 1
        assert harvest.refused[0].where == "item 2 and all behind it"
        assert "XML was expected" in harvest.refused[0].reason

    def test_an_export_larger_than_any_feed_is_read_in_pieces(self, sample, tmp_path):
        """
        The limit for feeds does not hold for exports that are read from a file.
        """
        path = tmp_path / "ekspor.xml"
        data = sample("wxr.xml")
        filler = b"<item><wp:post_type>revision</wp:post_type>" + b"x" * 999_000
        path.write_bytes(
            data.replace(b"</channel>", (filler + b"</item>") * 11 + b"</channel>")
        )

        assert path.stat().st_size > 10_000_000
        assert len(read_path(path).articles) == 2

    def test_a_missing_file_is_an_error_with_a_sentence(self, tmp_path):
        """
        A wrong path is no crash.
        """
        with pytest.raises(SourceUnreadable, match="cannot be opened"):
            wxr.read(tmp_path / "tidak-ada.xml")


class TestNinjs:
    def test_version_1(self, sample):
        """
        Flat fields, and the largest rendition of the picture.
        """
        first = read_any(sample("ninjs-1.json")).articles[0]

        assert first.headline == "Banjir rob & abrasi di Demak"
        assert (first.place, first.byline) == ("Demak", "Ratna Dewi")
        assert (first.section, first.tags) == ("bencana", ("rob",))
        assert first.usage_terms == "Hanya untuk pelanggan."
        assert first.images["https://warta.example/o.jpg"].credit == "Aji Styawan"
        assert first.published_at < first.modified_at

    def test_version_2_chooses_the_main_headline_and_html(self, sample):
        """
        Texts are lists with roles and types.
        """
        first = read_any(sample("ninjs-2.json")).articles[0]

        assert first.headline == "Banjir rob di Demak"
        assert [mark.kind for mark in first.article.blocks[0].text.marks] == ["bold"]
        assert first.lead_image == "https://warta.example/o.jpg"

    def test_version_3_writes_names_in_another_way(self, sample):
        """
        Names are in camel case, and there may be an embargo.
        """
        first = read_any(sample("ninjs-3.json")).articles[0]

        assert words_of(first) == ["Gempa terasa.", "Tidak ada korban."]
        assert first.byline == "Yosef Lase"
        assert first.usage_terms == "Bebas."
        assert first.embargoed_until == datetime(2026, 3, 3, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("word", "status"), [("canceled", "withdrawn"), ("withheld", "withheld")]
    )
    def test_a_withdrawal_is_never_lost(self, word, status):
        """
        Neither a missing text nor a bad date keeps an article on the page.
        """
        item = {"uri": "urn:x:1", "type": "text", "pubstatus": word}
        item |= {"versioncreated": "kemarin", "headline": "Rusak \ud800"}

        (first,) = read_any(json.dumps(item).encode()).articles

        assert (first.external_id, first.status) == ("urn:x:1", status)
        assert first.article.blocks == ()

    def test_pictures_and_unknown_states_are_refused(self, sample):
        """
        What is not understood is not published.
        """
        item = json.loads(sample("ninjs-1.json"))
        items = [item | {"type": "picture"}, item | {"pubstatus": "mungkin"}]

        harvest = read_any(json.dumps({"_items": items}).encode())

        assert harvest.articles == ()
        assert "'picture'" in harvest.refused[0].reason
        assert "'mungkin'" in harvest.refused[1].reason


def test_nitf_is_read_in_the_encoding_that_it_declares(sample):
    """
    Headings, abstract, place, and the pictures with their words.
    """
    first = read_any(sample("nitf-latin1.xml")).articles[0]
    heading = first.article.blocks[1]

    assert isinstance(heading, Heading)
    assert heading.text.text == "Café tutup"
    assert (first.summary, first.place) == ("Tiga desa terendam.", "Demak")
    assert (first.section, first.tags) == ("Daerah", ("banjir",))
    assert first.images["https://warta.example/o.jpg"].credit == "Aji"


def test_newsml_gives_items_withdrawals_and_what_is_no_text(sample):
    """
    One message may hold all three.
    """
    harvest = read_any(sample("newsml.xml"))
    first, second = harvest.articles

    assert first.headline == "Banjir rob di Demak"
    assert (first.place, first.section) == ("Demak", "bencana")
    assert second.status == "withdrawn"
    assert "'picture'" in harvest.refused[0].reason


class TestMarkdown:
    def test_a_folder_is_read_with_its_front_matter(self, tmp_path):
        """
        The habits of newsrooms, in English and in Indonesian.
        """
        (tmp_path / "daerah").mkdir()
        (tmp_path / "daerah" / "rob.md").write_text(
            "---\nrubrik: Daerah\npenulis: Ratna Dewi\n"
            "tanggal: 2 Maret 2026 10.15 WIB\ntags: [rob, 'Demak']\nstatus: draf\n"
            "---\n\n# Banjir rob\n\nAir naik.\n"
        )
        (tmp_path / "kosong.md").write_text("\n")
        (tmp_path / ".rahasia.md").write_text("# Rahasia\n\nJangan.\n")

        harvest = read_path(tmp_path)
        (first,) = harvest.articles

        assert first.external_id == "daerah/rob"
        assert (first.section, first.byline) == ("Daerah", "Ratna Dewi")
        assert (first.tags, first.status) == (("rob", "Demak"), "draft")
        assert first.published_at == datetime(2026, 3, 2, 3, 15, tzinfo=UTC)
        assert [each.where for each in harvest.refused] == ["kosong.md"]

    def test_a_link_out_of_the_folder_is_not_followed(self, tmp_path):
        """
        A folder gives only what is in it.
        """
        outside = tmp_path / "luar.md"
        outside.write_text("# Luar\n\nBukan milik kita.\n")
        folder = tmp_path / "berita"
        folder.mkdir()
        (folder / "luar.md").symlink_to(outside)

        assert markdown_folder.read(folder).articles == ()

    def test_one_file_is_read_by_its_type(self):
        """
        Markdown looks like any text, so its type or its name says so.
        """
        data = b"Paragraf.\n\n# Banjir\n\nAir naik.\n"

        harvest = read_any(data, "text/markdown; charset=utf-8", "https://x.example/b")

        assert harvest.articles[0].headline == "Banjir"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<!DOCTYPE html><html><head></head></html>", "page in HTML"),
        (b"<html><body>Masuk dulu</body></html>", "page in HTML"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "'svg'"),
        (b'{"hasil": []}', "hasil"),
        (b"[1, 2]", "none of them"),
        (b"%PDF-1.7", "'%PDF-1.7'"),
        (b"", "''"),
    ],
)
def test_what_no_reader_knows_is_said(data, sentence):
    """
    The error names what was expected and what came.
    """
    with pytest.raises(SourceUnknown, match=sentence):
        read_any(data)
