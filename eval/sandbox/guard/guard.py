# guard.py FOLDER ENTRY: runs ENTRY. It can read only FOLDER and Python's own files, and cannot write files, start
# processes or open sockets.
import os
import runpy
import sys
import sysconfig

folder, entry = sys.argv[1], sys.argv[2]
READABLE = tuple(
    os.path.realpath(path) + os.sep
    for path in {folder, sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}
)
READABLE_FILES = {"/dev/null", "/dev/urandom"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.putenv",
    "os.listdir",
    "os.scandir",
    "pty.",
    "signal.pthread_kill",
    "shutil.",
)


def readable(path):
    real = os.path.realpath(os.fsdecode(path))
    return real in READABLE_FILES or (real + os.sep).startswith(READABLE)


def audit(event, args):
    if event == "open":
        path, _, flags = args
        if isinstance(path, int):
            return
        if flags & WRITING or not readable(path):
            raise PermissionError(f"the sandbox refuses to open {path!r}")
    elif event in ("os.listdir", "os.scandir"):
        # The import system lists the folders on its search path.
        if args[0] is not None and not isinstance(args[0], int) and readable(args[0]):
            return
        raise PermissionError(f"the sandbox refuses {event}")
    elif event == "ctypes.dlopen":
        if args[0] is not None and not readable(args[0]):
            raise PermissionError(f"the sandbox refuses to load {args[0]!r}")
    elif event.startswith(REFUSED):
        raise PermissionError(f"the sandbox refuses {event}")


sys.argv = [entry]
sys.path.insert(0, folder)
sys.addaudithook(audit)
runpy.run_path(entry, run_name="__main__")
