"""What a server loads before the first page is asked for."""

from __future__ import annotations

import gc
from importlib import resources

from pobratim.web import ready


def test_all_templates_are_loaded_and_stay(home, monkeypatch):
    done: list[str] = []
    monkeypatch.setattr("django.template.loader.get_template", done.append)
    monkeypatch.setattr(gc, "freeze", lambda: done.append("frozen"))
    monkeypatch.setattr(gc, "set_threshold", lambda *numbers: done.append("thresholds"))

    ready.make_ready()

    files = resources.files("pobratim.web").joinpath("templates", "web", "rows").iterdir()
    assert {f"web/rows/{one.name}" for one in files} <= set(done)
    assert "web/overview.html" in done and done[-2:] == ["frozen", "thresholds"]
