"""Slack's HTTP requests: bodies, signatures, and reading the answer.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from urllib.parse import urlencode

from bot.demo.envelopes import Envelope, Kind, Reply, Undelivered, UndeliveredError
from bot.demo.model import Json

_FORM = "application/x-www-form-urlencoded"
_OK = 200


def signature(secret: str, timestamp: str, body: str) -> str:
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256)
    return f"v0={digest.hexdigest()}"


def request_for(envelope: Envelope, secret: str, timestamp: int) -> tuple[dict[str, str], str]:
    """Headers and body of the POST that carries `envelope`; `timestamp` in real Unix seconds."""
    if envelope.kind is Kind.EVENT:
        kind, body = "application/json", json.dumps(envelope.payload)
    elif envelope.kind is Kind.COMMAND:
        kind, body = _FORM, urlencode(envelope.payload)
    else:
        kind, body = _FORM, urlencode({"payload": json.dumps(envelope.payload)})
    headers = {
        "Content-Type": kind,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": str(timestamp),
        "X-Slack-Signature": signature(secret, str(timestamp), body),
    }
    if envelope.retry:
        headers["X-Slack-Retry-Num"] = str(envelope.retry)
        headers["X-Slack-Retry-Reason"] = envelope.retry_reason
    return headers, body


def reply_of(status: int, headers: Mapping[str, str], body: str) -> Reply:
    """What an app's HTTP answer says; anything but 200 is no acknowledgement."""
    if status != _OK:
        raise UndeliveredError(Undelivered.HTTP_ERROR)
    if not body:
        return None
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    if kind.startswith("application/json"):
        try:
            parsed: Json = json.loads(body)
        except json.JSONDecodeError:
            raise UndeliveredError(Undelivered.HTTP_ERROR) from None
        return parsed
    return body
