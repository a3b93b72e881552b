"""
The command line as a user meets it: a real process, the real model in the box.
"""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from selectolax.lexbor import LexborHTMLParser

from selaras.languages import LANGUAGES, TARGETS

GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00"
    b"\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)

ARTICLE = """\
---
id: gempa
section: bencana
---

# Gempa Guncang Cianjur

Gempa menewaskan **27 orang** pada Selasa. Data ada di [laman BMKG](https://bmkg.example/data).

Warga mengungsi ke lapangan.
"""


@pytest.fixture
def selaras(tmp_path):
    def run(*arguments, stdin: bytes = b"", **environment):
        return subprocess.run(
            [sys.executable, "-m", "selaras", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            timeout=120,
            env=os.environ
            | {"SELARAS_MEMORY": str(tmp_path / "memory.sqlite3"), "COLUMNS": "160"}
            | environment,
            check=False,
        )

    return run


@pytest.fixture
def article(tmp_path) -> Path:
    path = tmp_path / "gempa.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


class TestResults:
    def test_one_language_goes_to_standard_output_as_markdown(self, selaras, article):
        """
        Results alone are on standard output; the front matter survives.
        """
        done = selaras("translate", article, "--to", "en")

        assert done.returncode == 0
        assert done.stdout.decode().startswith("---\n")
        assert "section: bencana" in done.stdout.decode()
        assert "language: en" in done.stdout.decode()
        assert "(https://bmkg.example/data)" in done.stdout.decode()

    def test_json_holds_every_sentence_in_five_languages(self, selaras, article):
        """
        A machine gets source, text, provenance and findings of every segment.
        """
        done = selaras("translate", article, "--format", "json")

        record = json.loads(done.stdout)
        assert record["id"] == "gempa"
        assert tuple(record["versions"]) == TARGETS
        for version in record["versions"].values():
            assert [s["path"] for s in version["segments"]] == [
                "headline#0",
                "blocks.0.text#0",
                "blocks.0.text#1",
                "blocks.1.text#0",
            ]
            assert all(s["provenance"]["engine"] for s in version["segments"])

    def test_pages_are_six_linked_files_and_an_index(self, selaras, article, tmp_path):
        """
        Every page names its language and direction, and links to all six.
        """
        done = selaras("translate", article, "--out", "out", "--quiet")

        assert done.returncode == 0
        pages = sorted(path.name for path in (tmp_path / "out/gempa").iterdir())
        assert pages == sorted(f"{tag}.html" for tag in LANGUAGES)
        for tag, language in LANGUAGES.items():
            html = (tmp_path / f"out/gempa/{tag}.html").read_text(encoding="utf-8")
            assert f'<html lang="{language.html}" dir="{language.direction}">' in html
            assert all(f'href="{other}.html"' in html for other in LANGUAGES)
            assert 'role="note"' in html
        index = (tmp_path / "out/index.html").read_text(encoding="utf-8")
        assert 'href="gempa/ar.html"' in index

    def test_a_picture_beside_the_article_is_on_its_pages(self, selaras, tmp_path):
        """
        The picture is copied, and the page's address of it leads to the copy.
        """
        (tmp_path / "in" / "foto").mkdir(parents=True)
        (tmp_path / "in" / "foto" / "kapal.gif").write_bytes(GIF)
        text = "# Kapal\n\n![Kapal](foto/kapal.gif)\n\nKapal berlabuh.\n"
        (tmp_path / "in" / "kapal.md").write_text(text, encoding="utf-8")

        done = selaras("translate", "in", "--to", "en", "--out", "out", "--quiet")

        assert done.returncode == 0
        page = (tmp_path / "out/kapal/en.html").read_text(encoding="utf-8")
        address = LexborHTMLParser(page).css_first("img").attributes["src"]
        assert (tmp_path / "out/kapal" / address).read_bytes() == GIF

    def test_the_second_time_everything_is_from_memory(self, selaras, article):
        """
        An article that comes again costs nothing.
        """
        selaras("translate", article, "--to", "en", "--format", "json")

        done = selaras("translate", article, "--to", "en", "--format", "json")

        segments = json.loads(done.stdout)["versions"]["en"]["segments"]
        assert all("memory:exact" in s["provenance"]["steps"] for s in segments)

    def test_a_folder_is_searched_and_names_do_not_collide(self, selaras, tmp_path):
        """
        Two files of one name in two folders give two results.
        """
        for folder in ("a", "b"):
            (tmp_path / "in" / folder).mkdir(parents=True)
            (tmp_path / "in" / folder / "x.txt").write_text(
                f"Warga {folder} mengungsi."
            )

        done = selaras(
            "translate", "in", "--to", "en", "--out", "out", "--format", "md"
        )

        assert done.returncode == 0
        assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
            "x-2.en.md",
            "x.en.md",
        ]

    def test_a_suffix_is_never_the_name_of_another_file(self, selaras, tmp_path):
        """
        Three files give three results: x-2 belongs to the file that is called so.
        """
        for name in ("in/a/x.txt", "in/b/x.txt", "in/x-2.txt"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("Warga mengungsi.")

        selaras("translate", "in", "--to", "en", "--out", "out", "--format", "md")

        names = sorted(path.name for path in (tmp_path / "out").iterdir())
        assert names == ["x-2.en.md", "x-3.en.md", "x.en.md"]

    def test_a_file_that_is_named_twice_is_one_article(self, selaras, article):
        """
        By itself and in its folder it is the same file, with one result.
        """
        done = selaras("translate", article, ".", "--to", "en", "--out", "out")

        assert "1 article, 4 sentences" in done.stderr.decode()

    def test_lines_in_are_lines_out(self, selaras):
        """
        Empty lines stay, so that files remain aligned.
        """
        lines = "Warga mengungsi.\n\nGempa menewaskan 27 orang.\n"

        done = selaras("translate", "-", "--lines", "--to", "en", stdin=lines.encode())

        out = done.stdout.decode().split("\n")
        assert len(out) == 4
        assert out[0]
        assert out[1] == ""
        assert out[2]


class TestBadInput:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "holds no text"),
            (b"\x00\x01\x02PNG", "binary"),
            (b"Berita \xff\xfe rusak", "UTF-8"),
        ],
        ids=["empty", "binary", "wrong encoding"],
    )
    def test_what_is_no_article_is_refused_in_a_sentence(
        self, selaras, tmp_path, data, said
    ):
        """
        The exit code is 3, the file is named, and there is no traceback.
        """
        (tmp_path / "rusak.md").write_bytes(data)

        done = selaras("translate", "rusak.md", "--to", "en")

        assert done.returncode == 3
        assert b"Traceback" not in done.stderr
        assert "rusak.md" in done.stderr.decode()
        assert said in done.stderr.decode()
        assert done.stdout == b""

    def test_the_readable_articles_are_translated_all_the_same(
        self, selaras, article, tmp_path
    ):
        """
        One bad file does not stop the others, and is not forgotten.
        """
        (tmp_path / "rusak.md").write_bytes(b"\x00")

        done = selaras("translate", "rusak.md", article, "--to", "en", "--out", "out")

        assert done.returncode == 3
        assert (tmp_path / "out/gempa/en.html").exists()

    @pytest.mark.parametrize(
        "arguments",
        [
            ("--to", "xx"),
            ("--to", "id"),
            ("--to", "en,fr"),
            ("--format", "html", "--to", "en"),
            ("--watch", "--to", "en"),
            ("--lines",),
            ("--lines", "--to", "en", "--strict"),
            ("--lines", "--to", "en", "--format", "txt"),
            ("--lines", "--to", "en", "--from", "txt"),
            ("--lines", "--to", "en", "--out", "hasil", "--watch"),
            ("--out", "."),
            ("--out", ".."),
        ],
        ids=" ".join,
    )
    def test_contradictory_options_are_wrong_usage(self, selaras, article, arguments):
        """
        Refused before a model is loaded, with what was expected.
        """
        done = selaras("translate", article, *arguments)

        assert done.returncode == 2
        assert b"Traceback" not in done.stderr

    def test_what_is_missing_among_others_is_said(self, selaras, article, tmp_path):
        """
        A missing file and an empty folder stop nobody else, and are an exit code.
        """
        (tmp_path / "kosong").mkdir()
        paths = ("tidak-ada.md", "kosong", article)

        done = selaras("translate", *paths, "--to", "en", "--out", "out")

        assert done.returncode == 3
        assert "tidak-ada.md does not exist" in done.stderr.decode()
        assert "kosong holds no article" in done.stderr.decode()
        assert (tmp_path / "out/gempa/en.html").exists()

    def test_nothing_is_watched_where_nothing_is(self, selaras):
        """
        A misspelt name is an error, and not a program that never ends.
        """
        done = selaras("translate", "tidak-ada.md", "--out", "hasil", "--watch")

        assert done.returncode == 3
        assert b"Watching" not in done.stderr

    def test_results_may_lie_in_a_folder_of_the_input(self, selaras, article, tmp_path):
        """
        They are not read as articles the next time.
        """
        for _ in range(2):
            done = selaras(
                *("translate", ".", "--to", "en", "--out", "hasil", "--format", "md")
            )

        assert done.returncode == 0
        assert [p.name for p in (tmp_path / "hasil").iterdir()] == ["gempa.en.md"]

    def test_an_article_in_english_is_not_called_a_translation(self, selaras, tmp_path):
        """
        "Translating" English into English would look right and be nothing.
        """
        text = "The earthquake killed 27 people, and many were in their houses. "
        (tmp_path / "quake.md").write_text(text * 3)

        done = selaras("translate", "quake.md", "--to", "en")

        assert done.returncode == 3
        assert "quake.md: An Indonesian article was expected" in done.stderr.decode()

    def test_a_file_that_does_not_exist_is_named(self, selaras):
        """
        The message names the path.
        """
        done = selaras("translate", "tidak-ada.md", "--to", "en")

        assert done.returncode == 3
        assert "tidak-ada.md does not exist" in done.stderr.decode()

    def test_an_unknown_engine_is_an_engine_error(self, selaras, article):
        """
        The exit code tells scripts what kind of thing was wrong.
        """
        done = selaras("translate", article, "--to", "en", "--engine", "babelfish")

        assert done.returncode == 4
        assert "babelfish" in done.stderr.decode()

    def test_a_damaged_memory_is_neither_used_nor_deleted(
        self, selaras, article, tmp_path
    ):
        """
        The file stays as it is, and the message names it.
        """
        memory = tmp_path / "memory.sqlite3"
        memory.write_bytes(b"this is not a database" * 100)

        done = selaras("translate", article, "--to", "en")

        assert done.returncode == 5
        assert "memory.sqlite3" in done.stderr.decode()
        assert memory.read_bytes() == b"this is not a database" * 100


class TestTerminals:
    def test_a_table_is_written_whatever_the_locale(self, selaras, tmp_path):
        """
        Chinese is written as UTF-8 where the locale knows only ASCII.
        """
        (tmp_path / "a.txt").write_text("Gempa menewaskan 27 orang.")
        (tmp_path / "b.txt").write_text("地震造成72人死亡。", encoding="utf-8")

        done = selaras(
            *("check", "a.txt", "b.txt", "--lang", "zh-Hans"), PYTHONIOENCODING="ascii"
        )

        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        assert "地震造成72人死亡" in done.stdout.decode()

    def test_a_reader_that_has_enough_is_no_error(self, tmp_path):
        """
        When the pipe is closed the program ends, and complains of nothing.
        """
        (tmp_path / "x.txt").write_text("Warga mengungsi.\n" * 20_000)
        command = [sys.executable, "-m", "selaras", "translate", "x.txt", "--lines"]
        with subprocess.Popen(
            [*command, "--to", "en", "--no-memory"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            first = process.stdout.readline()
            process.stdout.close()
            said = process.stderr.read()

        assert first
        assert process.returncode == 141
        assert said == b""


class Echo(BaseHTTPRequestHandler):
    """
    LibreTranslate's wire format, with a digit of every sentence changed.
    """

    def do_GET(self):
        targets = [*TARGETS, "id"]
        self.answer([{"code": "id", "name": "Indonesian", "targets": targets}])

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        texts = [text.replace("27", "72") for text in asked["q"]]
        self.answer({"translatedText": texts})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


class TestStrict:
    def test_a_sentence_that_failed_closed_is_an_exit_code(
        self, selaras, server, tmp_path
    ):
        """
        A script can insist on complete translations; the text is the same either way.
        """
        (tmp_path / "x.txt").write_text("Gempa menewaskan 27 orang.")
        options = ["translate", "x.txt", "--to", "en", "--engine", "libretranslate"]

        strict = selaras(*options, "--strict", SELARAS_LIBRETRANSLATE_URL=server)
        lenient = selaras(*options, SELARAS_LIBRETRANSLATE_URL=server)

        assert (strict.returncode, lenient.returncode) == (1, 0)
        assert b"27 orang" in strict.stdout
        assert b"72" not in strict.stdout
        assert strict.stdout == lenient.stdout
