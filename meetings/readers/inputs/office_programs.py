"""Runs a program of this machine on one file: in a folder of its own, within limits, without the network."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ..post_text import UnreadablePost

SECONDS = 60
_MEMORY_KB, _FILE_BLOCKS = 4_000_000, 200_000
_BOUNDED = f'ulimit -c 0; ulimit -t {SECONDS}; ulimit -v {_MEMORY_KB}; ulimit -f {_FILE_BLOCKS}; exec "$@"'
_NOWHERE = "http://127.0.0.1:9"
"""Nothing listens there: where a program cannot be cut off from the network, its requests end here."""
_SLOW = f"đọc quá {SECONDS} giây nên đã dừng: hãy mở bằng Word rồi lưu thành .docx"
_PROFILE = "".join(
    f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    f"<value>{value}</value></prop></item>"
    for path, name, value in (
        ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("Office.Writer/Content/Update", "Link", "2"),
        ("Inet/Settings", "ooInetProxyType", "2"),
        *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
        *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
    )
)
"""No macro runs, no link is followed."""


def path_of(*names: str) -> str:
    """The program with the first of these names that is installed; "" where none is."""
    return next(filter(None, map(shutil.which, names)), "")


def run(command: Sequence[str], folder: Path) -> bytes:
    """What the program writes to its standard output. `folder` is its home. Raises UnreadablePost after a minute."""
    with (folder / "output").open("w+b") as output:
        process = subprocess.Popen(
            ["sh", "-c", _BOUNDED, "sh", *_cut_off(), *command],
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            raise UnreadablePost(_SLOW) from error
        finally:
            _end(process)
        output.seek(0)
        return output.read()


def libreoffice(program: str, file: Path, in_filter: str, out_filter: str) -> bytes:
    """The file in another format, "docx:…"; b"" where LibreOffice cannot read it. The file's folder is its home."""
    folder = file.parent
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{_PROFILE}</oor:items>",
        encoding="utf-8",
    )
    options = ("--headless", "--nologo", "--norestore", "--nodefault", "--nolockcheck")
    how = (f"--infilter={in_filter}", "--convert-to", out_filter, "--outdir", str(folder / "made"))
    run((program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", *options, *how, str(file)), folder)
    made = folder / "made" / f"{file.stem}.{out_filter.partition(':')[0]}"
    return made.read_bytes() if made.is_file() else b""


def _environment(folder: Path) -> dict[str, str]:
    """No key and no password of ours is in it."""
    proxies = {name: _NOWHERE for name in ("http_proxy", "https_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY")}
    kept = {name: value for name, value in os.environ.items() if name == "PATH"}
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", **proxies}


@lru_cache(maxsize=1)
def _cut_off() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where this machine does not allow it."""
    command = ("unshare", "--map-root-user", "--net")
    try:
        allowed = subprocess.run([*command, "true"], capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if allowed else ()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the program with all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
