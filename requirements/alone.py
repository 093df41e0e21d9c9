"""Runs a command while no other of this checkout runs so: python requirements/alone.py COMMAND [ARGUMENT …]

Waits for the other one, and says so. The system lets go of the lock when the command dies, however it dies. Nothing is
written: what is locked is the file that all of them run.
"""

import fcntl
import os
import signal
import sys
from pathlib import Path

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    lock = os.open(Path(__file__).with_name("install.sh"), os.O_RDONLY)
    os.set_inheritable(lock, True)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another make is setting up .venv. Waiting for it to end …", file=sys.stderr, flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:
        print("This file system knows no locks: run one make at a time.", file=sys.stderr, flush=True)
    os.execvp(sys.argv[1], sys.argv[1:])
