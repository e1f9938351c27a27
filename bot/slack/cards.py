"""Living messages and other deliveries: outbox rows → Web API.

A card is rendered from the database every time, compared by fingerprint and posted or
updated. The client that delivers has no retry handlers: the SDK would send a post again
whose answer got lost. After an uncertain outcome we look for our key in the messages'
metadata before posting again; without the history scope the worst case is one doubled
message, which is removed once somebody clicks in it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.cycle import cards as cycle
from bot.cycle import proposals
from bot.ports import Clockwork, Delivery, DeliveryFailed
from bot.slack import limits
from bot.slack.projections import project
from bot.slack.replies import Reply
from bot.slack.views import organizing
from bot.slack.words import Tongues
from bot.texts.message import from_json
from bot.work import House
from storage.vocabulary import CardKind, CardRef, ChannelId, ItemId, JobKind

METADATA_EVENT = "referent_message"
LOOK_BACK = 100  # messages of a channel searched for a doubtful post

FINAL = frozenset(
    {
        "account_inactive",
        "cannot_dm_bot",
        "channel_not_found",
        "invalid_auth",
        "invalid_blocks",
        "is_archived",
        "missing_scope",
        "msg_blocks_too_long",
        "msg_too_long",
        "not_authed",
        "not_in_channel",
        "restricted_action",
        "token_revoked",
        "user_disabled",
        "user_not_found",
    }
)
"""Slack's error codes that trying again doesn't cure."""


@dataclass(frozen=True)
class SlackMessenger:
    """`ports.Messenger` on Slack's Web API."""

    house: House
    tongues: Tongues
    client: WebClient

    def deliver(self, delivery: Delivery) -> None:
        try:
            self._deliver(delivery)
        except SlackApiError as failure:
            raise _as_failed(failure) from failure
        except (SlackClientError, OSError) as failure:
            raise DeliveryFailed(type(failure).__name__) from failure

    def _deliver(self, delivery: Delivery) -> None:
        match delivery.kind:
            case JobKind.CARD:
                self._card(delivery)
            case JobKind.TELL:
                self._tell(delivery)
            case JobKind.FILE:
                self._file(delivery)
            case JobKind.GROUP:
                self._group(delivery)
            case _:
                raise DeliveryFailed(f"no delivery: {delivery.kind}", final=True)

    # ── Cards ────────────────────────────────────────────────────────────────

    def _card(self, delivery: Delivery) -> None:
        held = delivery.payload
        ref = CardRef(CardKind(held["kind"]), held["subject"], held["audience"])
        by = Clockwork(delivery.tenant, "")
        shown = cycle.find(self.house, ref, by=by)
        reply = project(self.house, self.tongues, ref, by)
        if reply is None:  # what it showed is gone: nothing to post, and nothing to update
            return
        payload = _named(limits.message(reply), ref)
        fingerprint = _fingerprint(payload)
        if shown and shown.fingerprint == fingerprint:
            return
        if shown:
            ts = self._update(ref, shown.channel, shown.ts, payload, delivery)
            channel = shown.channel
        else:
            channel = self._conversation(ref.audience)
            # An earlier attempt may have posted what has changed since.
            before = self._posted_before(channel, _key(ref)) if delivery.again else None
            if before:
                ts = self._update(ref, channel, before, payload, delivery)
            else:
                ts = self._post(channel, _key(ref), payload, delivery)
        cycle.posted(self.house, ref, channel=channel, ts=ts, fingerprint=fingerprint, by=by)

    def _update(
        self, ref: CardRef, channel: ChannelId, ts: str, payload: dict[str, Any], delivery: Delivery
    ) -> str:
        try:
            self.client.chat_update(
                channel=channel, ts=ts, metadata=_metadata(_key(ref)), **payload
            )
        except SlackApiError as failure:
            if failure.response["error"] != "message_not_found":
                raise
            # Somebody removed it in Slack: it is posted anew.
            return self._post(channel, _key(ref), payload, delivery)
        return ts

    # ── Sentences ────────────────────────────────────────────────────────────

    def _tell(self, delivery: Delivery) -> None:
        held = delivery.payload
        by = Clockwork(delivery.tenant, "")
        audience: str = held["audience"]
        language, zone = cycle.language_for(self.house, audience, by=by)
        words = self.tongues.to(language or self.tongues.default, zone)
        reply = Reply(words.mrkdwn(from_json(held["message"])))
        if held.get("item"):
            told = proposals.told(self.house, ItemId(held["item"]), audience, by=by)
            reply = organizing.told(reply.text, told, words)
        channel = self._conversation(audience)
        self._post(
            channel,
            f"job:{delivery.id}",
            limits.message(reply),
            delivery,
            thread_ts=self._thread(held.get("thread"), by),
        )

    def _thread(self, held: list[Any] | None, by: Clockwork) -> str | None:
        if not held:
            return None
        shown = cycle.find(self.house, CardRef(CardKind(held[0]), held[1], held[2]), by=by)
        return shown.ts if shown else None

    # ── Documents ────────────────────────────────────────────────────────────

    def _file(self, delivery: Delivery) -> None:
        """Upload, remember Slack's id, then share: a crash in between can't share twice."""
        by = Clockwork(delivery.tenant, "")
        paper = cycle.paper(self.house, delivery.payload["document"], by=by)
        channel = self._conversation(delivery.payload["audience"])
        file_id: str = delivery.payload.get("file") or ""
        if not file_id:
            ticket = self.client.files_getUploadURLExternal(
                filename=paper.filename, length=len(paper.content)
            )
            file_id = ticket["file_id"]
            self._upload(ticket["upload_url"], paper.content, paper.filename)
            delivery.remember({"file": file_id})
        elif self._shared(channel, file_id):
            cycle.uploaded(self.house, paper.id, file_id, by=by)
            return
        words = self.tongues.to(paper.language, paper.zone)
        self.client.files_completeUploadExternal(
            files=[{"id": file_id, "title": paper.filename}],
            channel_id=channel,
            initial_comment=words.mrkdwn(paper.comment),
        )
        cycle.uploaded(self.house, paper.id, file_id, by=by)

    def _upload(self, url: str, content: bytes, filename: str) -> None:
        answer = self.client._upload_file(  # noqa: SLF001 the SDK's own second step
            url=url,
            data=content,
            logger=self.client._logger,  # noqa: SLF001
            timeout=self.client.timeout,
            proxy=self.client.proxy,
            ssl=self.client.ssl,
        )
        if answer.status != 200:  # noqa: PLR2004 HTTP OK
            raise DeliveryFailed(f"upload of {filename}: HTTP {answer.status}")

    def _shared(self, channel: ChannelId, file_id: str) -> bool:
        return any(
            held.get("id") == file_id
            for message in self._recent(channel)
            for held in message.get("files") or ()
        )

    # ── Groups of separate meetings ──────────────────────────────────────────

    def _group(self, delivery: Delivery) -> None:
        """Slack gives the same group for the same people, so a second try is harmless."""
        opened = self.client.conversations_open(users=list(delivery.payload["users"]))
        cycle.group_opened(
            self.house,
            delivery.payload["meeting"],
            ChannelId(opened["channel"]["id"]),
            by=Clockwork(delivery.tenant, ""),
        )

    # ── Posting ──────────────────────────────────────────────────────────────

    def _conversation(self, audience: str) -> ChannelId:
        """A user's direct message, or the channel itself."""
        if audience[:1] in {"U", "W"}:
            opened = self.client.conversations_open(users=[audience])
            return ChannelId(opened["channel"]["id"])
        return ChannelId(audience)

    def _post(
        self,
        channel: ChannelId,
        key: str,
        payload: Mapping[str, Any],
        delivery: Delivery,
        *,
        thread_ts: str | None = None,
    ) -> str:
        """Posts, unless an earlier attempt already did."""
        if delivery.again and (found := self._posted_before(channel, key, thread_ts)):
            return found
        posted = self.client.chat_postMessage(
            channel=channel,
            thread_ts=thread_ts,
            metadata=_metadata(key),
            unfurl_links=False,
            unfurl_media=False,
            **payload,
        )
        ts: str = posted["ts"]
        return ts

    def _posted_before(
        self, channel: ChannelId, key: str, thread_ts: str | None = None
    ) -> str | None:
        for message in self._recent(channel, thread_ts):
            held = message.get("metadata") or {}
            if (held.get("event_payload") or {}).get("key") == key:
                return str(message["ts"])
        return None

    def _recent(self, channel: ChannelId, thread_ts: str | None = None) -> list[dict[str, Any]]:
        """The newest messages; none without the history scope."""
        try:
            if thread_ts:
                read = self.client.conversations_replies(
                    channel=channel, ts=thread_ts, limit=LOOK_BACK, include_all_metadata=True
                )
            else:
                read = self.client.conversations_history(
                    channel=channel, limit=LOOK_BACK, include_all_metadata=True
                )
        except SlackApiError as failure:
            if failure.response["error"] == "missing_scope":
                return []
            raise
        messages: list[dict[str, Any]] = read["messages"]
        return messages


def _key(ref: CardRef) -> str:
    return f"card:{ref.kind}:{ref.subject}"


def _named(payload: dict[str, Any], ref: CardRef) -> dict[str, Any]:
    """The first block bears the card's key: see `doubles`."""
    blocks = payload.get("blocks")
    if blocks:
        blocks[0]["block_id"] = _key(ref)
    return payload


def _metadata(key: str) -> dict[str, Any]:
    return {"event_type": METADATA_EVENT, "event_payload": {"key": key}}


def _fingerprint(payload: Mapping[str, Any]) -> str:
    held = json.dumps(payload, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(held.encode()).hexdigest()


def _as_failed(failure: SlackApiError) -> DeliveryFailed:
    code = str(failure.response.get("error", "unknown"))
    after = failure.response.headers.get("Retry-After") or failure.response.headers.get(
        "retry-after"
    )
    return DeliveryFailed(
        code,
        retry_after=int(after) if after and str(after).isdigit() else None,
        final=code in FINAL,
    )
