"""How the program ends: its exit codes."""

DONE, FAILED, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130
