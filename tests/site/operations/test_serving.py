"""
The server: pictures, safety in production, and an orderly end.
"""

import signal

import httpx
import pytest
from operations.sites import until
from operations.test_demo import a_free_port, answers

SAFE = {
    "DJANGO_SETTINGS_MODULE": "selaras_site.config.settings.production",
    "SELARAS_SECRET_KEY": "x1-Yz_" * 12,
    "SELARAS_HOSTS": "berita.example",
    "SELARAS_URL": "https://berita.example",
}


@pytest.mark.urls("selaras_site.operations.urls")
class TestPictures:
    @pytest.fixture
    def media(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        for folder in ("images", "documents"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "sapi.png").write_bytes(b"png")
        (tmp_path.parent / "secret-key").write_bytes(b"rahasia")

    def test_a_picture_is_served_and_kept_by_browsers(self, client, media):
        """
        It never changes under its name.
        """
        answer = client.get("/media/images/sapi.png")

        assert b"".join(answer.streaming_content) == b"png"
        assert answer["Content-Type"] == "image/png"
        assert "immutable" in answer["Cache-Control"]

    @pytest.mark.parametrize(
        "path",
        [
            "documents/sapi.png",
            "images/",
            "images/../documents/sapi.png",
            "images/../../secret-key",
            "images/%2e%2e/%2e%2e/secret-key",
            "secret-key",
        ],
    )
    def test_nothing_else_is(self, client, media, path):
        """
        Documents have an address that asks who may see them.
        """
        assert client.get(f"/media/{path}").status_code == 404


class TestProduction:
    def test_it_answers_safely_and_ends_in_order(self, site):
        """
        Health without HTTPS and for the machine itself, everything else with it.
        """
        site.variables |= SAFE
        port = a_free_port()
        with site.started("run", "--bind", f"127.0.0.1:{port}") as server:
            until(lambda: answers(port, Host="localhost") or server.poll() is not None)
            address = f"http://127.0.0.1:{port}"
            plain = httpx.get(f"{address}/en/", headers={"Host": "berita.example"})
            proxied = {"Host": "berita.example", "X-Forwarded-Proto": "https"}
            secure = httpx.get(f"{address}/en/", headers=proxied)
            strange = httpx.get(
                f"{address}/en/", headers={**proxied, "Host": "evil.example"}
            )
            measured = httpx.get(f"{address}/metrics", headers={"Host": "localhost"})
            server.send_signal(signal.SIGTERM)
            code = server.wait(timeout=40)

        assert plain.status_code == 301
        assert plain.headers["Location"] == "https://berita.example/en/"
        assert secure.status_code == 200
        assert secure.headers["Strict-Transport-Security"].startswith(
            "max-age=31536000"
        )
        assert strange.status_code == 400
        # One of several processes answers for all of them.
        assert 'selaras_requests_total{status="200",view="public-en:home"} 1.0' in (
            measured.text
        )
        assert code == 0
        assert '"event": "request"' in server.log.read_text()
