"""The bridge to Jinja: an overlay of an environment whose templates speak one language."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, pass_eval_context
from jinja2.bccache import Bucket
from jinja2.nodes import EvalContext
from markupsafe import Markup

from .marking import N_

EXTENSION = "jinja2.ext.i18n"
POLICY = {"ext.i18n.trimmed": True}


def speaking(env: Environment, voice: object) -> Environment:
    """An overlay of ``env`` with the i18n extension and this voice's messages; ``env`` itself is not changed.

    Globals and policies are shared between an environment and its overlays, so the overlay gets copies. The
    functions are the voice's own rather than the extension's: they speak the numbers among their values,
    which would else come as bare Western digits. A page of two voices marks what another than this one speaks:
    ``other.voice.gettext(N_("All briefings"))``.
    """
    overlay = env.overlay()
    overlay.globals = dict(env.globals)
    overlay.policies = {**env.policies, **POLICY}
    overlay.add_extension(EXTENSION)
    functions = {name: _safe(getattr(voice, name)) for name in ("gettext", "ngettext", "pgettext", "npgettext")}
    # The extension's node for {% trans %} passes the values to the function if the style is new.
    overlay.newstyle_gettext = True  # type: ignore[attr-defined]  # an extension of Jinja's adds it
    overlay.globals.update(functions, _=functions["gettext"], N_=N_, voice=voice)
    return overlay


class CompiledOnce(BytecodeCache):
    """What templates compile to, for all the voices of one environment: a voice is given to a template like other
    globals and changes nothing of its code, so a language need not compile again what another has.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


def _safe(function: Callable[..., str]) -> Callable[..., str]:
    """A message function that returns HTML where the template escapes: the message, its values escaped."""

    @pass_eval_context
    def speak(context: EvalContext, *args: Any, **values: Any) -> str:
        if not context.autoescape:
            return function(*args, **values)
        return Markup(function(*args, **{name: _escapable(value) for name, value in values.items()}))

    return speak


def _escapable(value: Any) -> Any:
    return value if type(value) is int else Markup.escape(value)
