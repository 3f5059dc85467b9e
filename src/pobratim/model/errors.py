"""One family of errors: what was wrong, where, and what to do next.

Raised below, turned into one plain sentence at the edge (``cli`` and ``web``). Every error carries
its parts as attributes, so that it survives the way between processes (pickle) and into JSON.
"""

from __future__ import annotations


class PobratimError(Exception):
    """Something the user can be told in one sentence."""


class InputError(PobratimError):
    """One input cannot be read; the others of the run go on.

    ``source`` names the input as the user knows it (a path, a path inside an archive, an address),
    ``reason`` says what is wrong with it, ``advice`` what to do next, and ``retry`` whether the same
    input may succeed later (a busy file may, a broken one will not).
    """

    def __init__(self, source: str, reason: str, advice: str = "", *, retry: bool = False) -> None:
        super().__init__(source, reason, advice, retry)
        self.source = source
        self.reason = reason
        self.advice = advice
        self.retry = retry

    def __reduce__(self) -> tuple[object, ...]:
        return _input_error, (self.source, self.reason, self.advice, self.retry)

    def __str__(self) -> str:
        sentence = f"{self.source}: {self.reason}"
        return f"{sentence}; {self.advice}" if self.advice else sentence


class PassedOver(InputError):
    """A file beside the documents that is none itself: nobody asked for it by name, so leaving it out is no failure."""

    def __reduce__(self) -> tuple[object, ...]:
        return PassedOver, (self.source, self.reason, self.advice)


def _input_error(source: str, reason: str, advice: str, retry: bool) -> InputError:
    return InputError(source, reason, advice, retry=retry)


class NotFound(PobratimError):
    """The register has nothing under the name or id asked for."""


class SettingsError(PobratimError):
    """A setting has a value that cannot be used."""
