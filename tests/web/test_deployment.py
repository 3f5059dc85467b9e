"""Served to others by https: Django's own checks for it, and what cookies and headers then say."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def django(home, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("POBRATIM_")},
        "POBRATIM_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "pobratim.web.settings",
        **settings,
    }
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments], env=environment, capture_output=True, text=True, check=False
    )


def test_the_checks_for_deployment_find_nothing(tmp_path):
    run = django(tmp_path, "check", "--deploy", "--fail-level", "WARNING", POBRATIM_ADDRESS="https://reestr.example")
    assert run.returncode == 0, run.stderr
    assert "no issues" in run.stdout


@pytest.mark.parametrize(("address", "secure"), [("https://reestr.example", True), ("http://reestr.example", False)])
def test_by_https_cookies_never_travel_open(tmp_path, address, secure):
    names = "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"
    code = f"from django.conf import settings as s; print({', '.join(f's.{name}' for name in names)}, s.ALLOWED_HOSTS)"
    run = django(tmp_path, "shell", "--no-imports", "-c", code, POBRATIM_ADDRESS=address)
    assert run.stdout.split()[:3] == [str(secure)] * 3, run.stderr
    assert "reestr.example" in run.stdout


def test_another_server_than_ours_asks_who_is_there(tmp_path):
    code = "from django.conf import settings; print(settings.POBRATIM_ACCESS)"
    run = django(tmp_path, "shell", "--no-imports", "-c", code)
    assert run.stdout.strip() == "sign-in", run.stderr


def test_by_https_an_open_request_is_sent_on(client, home, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/ties/")
    assert response.status_code == 301 and response.headers["Location"].startswith("https://")
    assert "Strict-Transport-Security" not in response.headers


def test_no_secret_in_the_repository(tmp_path):
    django(tmp_path, "check")
    key = (tmp_path / "secret.key").read_text()
    assert len(key) >= 50 and (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
