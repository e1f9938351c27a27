"""Ids in Slack's shapes, numbered in order so that a failing test reads the same twice."""

import secrets
import threading
from collections import Counter


class Ids:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.counts: Counter[str] = Counter()
        """The last number given, by kind."""

    def next(self, prefix: str) -> str:
        """`U00000001`, `C00000002`, … : a letter for the kind, then a running number."""
        return f"{prefix}{self.number(prefix):08d}"

    def number(self, kind: str) -> int:
        with self._lock:
            self.counts[kind] += 1
            return self.counts[kind]

    @staticmethod
    def secret() -> str:
        """Hard to guess: tokens, and the tails of upload and response URLs."""
        return secrets.token_hex(16)
