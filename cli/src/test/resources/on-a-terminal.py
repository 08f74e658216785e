"""Runs a command on a pseudo-terminal, as a person would: python3 on-a-terminal.py REPLIES COMMAND...

REPLIES is a list in JSON of pairs: a text to wait for, and what is typed then. Prints a line with
the exit status and whether the terminal shows what is typed at the end, then all that it showed.
"""

import json
import os
import pty
import signal
import sys
import termios

PATIENCE_SECONDS = 60


def read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's way of saying that the command is gone
        return b""


def play(terminal, replies):
    shown = b""
    place = 0
    piece = read(terminal)
    while piece:
        shown += piece
        if replies and replies[0][0].encode() in shown[place:]:
            typed = replies.pop(0)[1]
            place = len(shown)
            os.write(terminal, typed.encode())
        piece = read(terminal)
    return shown


signal.alarm(PATIENCE_SECONDS)
process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown = play(terminal, json.loads(sys.argv[1]))
echoes = termios.tcgetattr(terminal)[3] & termios.ECHO
status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
print(status, "echo" if echoes else "mute", flush=True)
os.write(1, shown)
