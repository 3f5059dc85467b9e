"""Makes the pictures of the README from the samples: ``make pictures`` (or ``python docs/pictures.py``).

Reads the samples into a register of its own, serves it, and photographs the overview and the page of its
busiest tie in a headless Chromium (``POBRATIM_CHROMIUM``, by default ``/usr/bin/chromium``).
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = os.environ.get("POBRATIM_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
SECONDS_TO_START = 60


@contextmanager
def register_of_samples() -> Iterator[str]:
    """The address of a server that shows the samples."""
    with tempfile.TemporaryDirectory(prefix="pobratim-pictures-") as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        program = [str(Path(sys.executable).with_name("pobratim"))]
        environment = {**os.environ, "POBRATIM_HOME": home}
        # One sample is broken on purpose; what it says and the exit status that goes with it are expected.
        subprocess.run([*program, "add", str(ROOT / "samples" / "documents")], env=environment, check=False)
        server = subprocess.Popen([*program, "serve", "--port", str(port)], env=environment)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    """Returns once the server answers. Raises TimeoutError."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        with suppress(OSError), urlopen(address):
            return
        time.sleep(0.2)
    raise TimeoutError(f"{address} does not answer")


def photograph(browser: Browser, address: str, name: str, *, height: int) -> None:
    """One page at laptop width, in the light colours."""
    page = browser.new_page(
        viewport={"width": 1200, "height": height},
        color_scheme="light",
        locale="ru-RU",
        device_scale_factor=1.5,
    )
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with register_of_samples() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        photograph(browser, address, "overview", height=900)
        page = browser.new_page()
        page.goto(f"{address}/ties/")
        tie = page.locator("#rows .title").first.get_attribute("href")
        photograph(browser, f"{address}{tie}", "tie", height=1200)
        browser.close()


if __name__ == "__main__":
    main()
